import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginning, Run } from './chain-run.ts'
import { type Step, step } from './chain-steps.ts'

const usual = { decision: 'agree', returnTo: 'filler', granted: null, stale: false } as const

/** A run that comes to an approval, so that the rules are held against one whatever chance brings. */
const straight: Step[] = [
  { call: 'submit', who: '韩雪', which: 0 },
  { call: 'decide', who: '韩雪', which: 0, ...usual },
  { call: 'signAll', which: 0 },
]

test('whatever is called by whomever in whatever order, the rules of the chain hold', async () => {
  const start = await beginning()
  const tally = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), async steps => {
      const run = new Run(start)
      await run.play(steps)
      for (const [word, count] of run.tally) tally.set(word, (tally.get(word) ?? 0) + count)
    }),
    { numRuns: 10, endOnFailure: true, examples: [[straight]] },
  )
  for (const word of [
    'applications.submit ok',
    'applications.decide ok',
    'applications.decide own-application',
    'approved',
  ])
    expect([word, tally.get(word) ?? 0]).not.toEqual([word, 0])
})
