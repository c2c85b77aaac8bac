import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  candidatesFor,
  maySign,
  planChain,
  type PlannedStep,
  type Roster,
  type StepView,
} from '../../shared/domain/chain.ts'
import { type Post, posts } from '../../shared/domain/roles.ts'

const [filler, head, manager, vice, boss, other] = [1, 2, 3, 4, 5, 6] as const

const office: Roster = {
  holders: [
    { personId: head, posts: ['officeHead'] },
    { personId: manager, posts: ['salesManager'] },
    { personId: vice, posts: ['marketingVp'] },
    { personId: boss, posts: ['generalManager'] },
  ],
  delegations: [],
}
const nobody: ReadonlySet<number> = new Set()
const statesOf = (roster: Roster, barred: ReadonlySet<number> = nobody, needed: readonly Post[] = posts) => {
  const plan = planChain(needed, roster, barred, 2)
  return plan.ok ? plan.steps.map(step => step.state) : plan
}
const holding = (...held: readonly (readonly [number, ...Post[]])[]): Roster => ({
  holders: held.map(([personId, ...own]) => ({ personId, posts: own })),
  delegations: [],
})

test('as on the paper, four people sign in order', () => {
  expect(statesOf(office)).toEqual(['waiting', 'waiting', 'waiting', 'waiting'])
})

test('posts that an amount does not need are answered, too', () => {
  expect(statesOf(office, nobody, ['officeHead', 'salesManager'])).toEqual([
    'waiting',
    'waiting',
    'notNeeded',
    'notNeeded',
  ])
})

test('of two posts that one person holds the higher one signs', () => {
  const small = holding([head, 'officeHead'], [manager, 'salesManager', 'marketingVp'], [boss, 'generalManager'])
  expect(statesOf(small)).toEqual(['waiting', 'byHigher', 'waiting', 'waiting'])
})

test('a second holder frees the lower level again', () => {
  const small = holding(
    [head, 'officeHead'],
    [manager, 'salesManager', 'marketingVp'],
    [other, 'salesManager'],
    [boss, 'generalManager'],
  )
  expect(statesOf(small)).toEqual(['waiting', 'waiting', 'waiting', 'waiting'])
})

test('where the only holder filled it in there is no chain, and the holder is named', () => {
  expect(planChain(posts, office, new Set([manager, filler]), 2)).toEqual({
    ok: false,
    problem: 'no-approver',
    post: 'salesManager',
    barredHolders: [manager],
  })
  expect(statesOf(holding([boss, 'generalManager']))).toEqual({
    ok: false,
    problem: 'no-approver',
    post: 'officeHead',
    barredHolders: [],
  })
})

test('one person with every post is no chain, and to lower a limit one is enough', () => {
  const alone = holding([boss, ...posts])
  expect(planChain(posts, alone, nobody, 2)).toEqual({ ok: false, problem: 'too-few-signers' })
  expect(planChain(['salesManager'], alone, nobody, 2)).toEqual({ ok: false, problem: 'too-few-signers' })
  expect(planChain(['salesManager'], alone, nobody, 1)).toMatchObject({ ok: true })
})

test('a delegate signs in the stead of a holder, but never for the barred, and own right comes first', () => {
  const delegations = [{ from: manager, post: 'salesManager', to: other }] as const
  const roster: Roster = { ...office, delegations }
  const own = { personId: manager, onBehalfOf: null }
  expect(candidatesFor('salesManager', roster, nobody)).toEqual([own, { personId: other, onBehalfOf: manager }])
  expect(candidatesFor('salesManager', roster, new Set([manager]))).toEqual([])
  expect(candidatesFor('salesManager', roster, new Set([other]))).toEqual([own])
  const both: Roster = { holders: [...office.holders, { personId: other, posts: ['salesManager'] }], delegations }
  expect(candidatesFor('salesManager', both, nobody)).toEqual([own, { personId: other, onBehalfOf: null }])
})

test('nobody is a delegate for a level above their own, nor for somebody without the post', () => {
  const delegateOf = (to: number, from: number = vice): Roster => ({
    ...office,
    delegations: [{ from, post: 'marketingVp', to }],
  })
  const persons = (roster: Roster) => candidatesFor('marketingVp', roster, nobody).map(({ personId }) => personId)
  expect(persons(delegateOf(head))).toEqual([vice])
  expect(persons(delegateOf(boss))).toEqual([vice, boss])
  expect(persons(delegateOf(other, manager))).toEqual([vice])
})

const open = (post: Post, place: number): StepView => ({ place, post, state: 'open', signerId: null })
const waiting = (post: Post, place: number): StepView => ({ place, post, state: 'waiting', signerId: null })
const signed = (post: Post, place: number, signerId: number): StepView => ({ place, post, state: 'signed', signerId })

test('only who holds the post of the open step signs it', () => {
  const steps = [open('officeHead', 1), waiting('salesManager', 2)]
  expect(maySign(steps, 1, head, office, nobody)).toEqual({ ok: true, onBehalfOf: null })
  expect(maySign(steps, 1, manager, office, nobody)).toEqual({ ok: false, why: 'not-your-turn' })
  expect(maySign(steps, 2, manager, office, nobody)).toEqual({ ok: false, why: 'not-your-turn' })
  expect(maySign(steps, 1, head, office, new Set([head]))).toEqual({ ok: false, why: 'own-application' })
})

test('who signed one level signs no other', () => {
  const roster = holding([head, 'officeHead', 'salesManager'], [manager, 'salesManager'], [boss, 'generalManager'])
  const steps = [signed('officeHead', 1, head), open('salesManager', 2), waiting('generalManager', 4)]
  expect(maySign(steps, 2, head, roster, nobody)).toEqual({ ok: false, why: 'signed-already' })
  expect(maySign(steps, 2, manager, roster, nobody)).toEqual({ ok: true, onBehalfOf: null })
})

test('who is the only one left for a level above leaves the lower one to others', () => {
  const roster = holding([boss, 'officeHead', 'generalManager'], [head, 'officeHead'])
  const steps = [open('officeHead', 1), waiting('generalManager', 4)]
  expect(maySign(steps, 1, boss, roster, nobody)).toEqual({ ok: false, why: 'needed-above' })
  expect(maySign(steps, 1, head, roster, nobody)).toEqual({ ok: true, onBehalfOf: null })
})

test('where posts were lost on the way, nobody is refused for a level that has nobody anyhow', () => {
  const roster = holding([boss, 'officeHead', 'generalManager'])
  const steps = [open('officeHead', 1), waiting('generalManager', 4)]
  expect(maySign(steps, 1, boss, roster, nobody)).toEqual({ ok: true, onBehalfOf: null })
})

test('who signed a level may sign it again after it was given back', () => {
  const steps = [signed('officeHead', 1, head), open('salesManager', 2), waiting('marketingVp', 3)]
  const before: StepView = { place: 2, post: 'salesManager', state: 'signed', signerId: manager }
  expect(maySign([...steps, before], 2, manager, office, nobody)).toEqual({ ok: true, onBehalfOf: null })
})

// Few people with many posts: that is where the rules collide.
const person = fc.integer({ min: 1, max: 7 })
const anyRoster: fc.Arbitrary<Roster> = fc.record({
  holders: fc.uniqueArray(fc.record({ personId: person, posts: fc.subarray([...posts]) }), {
    selector: holder => holder.personId,
    minLength: 2,
  }),
  delegations: fc.array(fc.record({ from: person, post: fc.constantFrom(...posts), to: person }), { maxLength: 4 }),
})
const anyBarred = fc.uniqueArray(person, { maxLength: 3 }).map(barred => new Set(barred))
const anyNeeded = fc.subarray([...posts], { minLength: 1 })
const anyMinimum = fc.constantFrom<1 | 2>(1, 2)

test('a plan answers all four posts, leaves out what is not needed, and has enough signers', () => {
  let plans = 0
  fc.assert(
    fc.property(anyNeeded, anyRoster, anyBarred, anyMinimum, (needed, roster, barred, minimum) => {
      const plan = planChain(needed, roster, barred, minimum)
      if (!plan.ok) return
      plans++
      expect(plan.steps.map(step => step.post)).toEqual(posts)
      expect(plan.steps.filter(step => step.state !== 'notNeeded').map(step => step.post)).toEqual(
        posts.filter(post => needed.includes(post)),
      )
      expect(plan.steps.filter(step => step.state === 'waiting').length).toBeGreaterThanOrEqual(minimum)
    }),
    { numRuns: 500 },
  )
  expect(plans).toBeGreaterThan(50)
})

test('a level is left to the one above only where everybody who could sign it signs above', () => {
  fc.assert(
    fc.property(anyNeeded, anyRoster, anyBarred, (needed, roster, barred) => {
      const plan = planChain(needed, roster, barred, 1)
      if (!plan.ok) return
      plan.steps.forEach((step, index) => {
        if (step.state !== 'byHigher') return
        const above = plan.steps.slice(index + 1).filter(({ state }) => state === 'waiting')
        const persons = (post: Post) => candidatesFor(post, roster, barred).map(({ personId }) => personId)
        expect(persons(step.post).length).toBeGreaterThan(0)
        for (const candidate of persons(step.post))
          expect(above.some(({ post }) => persons(post).includes(candidate))).toBe(true)
      })
    }),
    { numRuns: 500 },
  )
})

test('no plan is refused that somebody could have signed', () => {
  fc.assert(
    fc.property(anyNeeded, anyRoster, anyBarred, (needed, roster, barred) => {
      const plan = planChain(needed, roster, barred, 2)
      if (plan.ok || plan.problem !== 'too-few-signers') return
      const signers = new Set(
        needed.flatMap(post => candidatesFor(post, roster, barred).map(({ personId }) => personId)),
      )
      expect(Math.min(signers.size, needed.length)).toBeLessThan(2)
    }),
    { numRuns: 500 },
  )
})

/** Goes through a chain from the bottom; at every step anybody who may sign does, as `choose` likes. */
function goThrough(
  planned: readonly PlannedStep[],
  roster: Roster,
  barred: ReadonlySet<number>,
  choose: (among: readonly number[]) => number,
): StepView[] {
  const steps: StepView[] = planned.map(({ post, state }, index) => ({ place: index + 1, post, state, signerId: null }))
  const everybody = [1, 2, 3, 4, 5, 6, 7]
  for (const [index, step] of steps.entries()) {
    if (step.state !== 'waiting') continue
    steps[index] = { ...step, state: 'open' }
    const allowed = everybody.filter(one => maySign(steps, step.place, one, roster, barred).ok)
    if (allowed.length === 0) return steps
    steps[index] = { ...step, state: 'signed', signerId: choose(allowed) }
  }
  return steps
}

test('whoever signs of those who may, every chain comes to its end with a person of its own on every level, none of them barred', () => {
  let walked = 0
  fc.assert(
    fc.property(
      anyNeeded,
      anyRoster,
      anyBarred,
      anyMinimum,
      fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
      (needed, roster, barred, minimum, choices) => {
        const plan = planChain(needed, roster, barred, minimum)
        if (!plan.ok) return
        walked++
        let turn = 0
        const steps = goThrough(plan.steps, roster, barred, among => among[(choices[turn++] ?? 0) % among.length] ?? 0)
        expect(steps.filter(({ state }) => state === 'open' || state === 'waiting')).toEqual([])
        const signers = steps.flatMap(({ signerId }) => signerId ?? [])
        expect(new Set(signers).size).toBe(signers.length)
        expect(signers.length).toBeGreaterThanOrEqual(minimum)
        expect(signers.filter(signer => barred.has(signer))).toEqual([])
      },
    ),
    { numRuns: 2000 },
  )
  expect(walked).toBeGreaterThan(200)
})
