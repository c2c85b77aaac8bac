import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CallName, contract } from '../../shared/contract/contract.ts'
import { callErrorSchema } from '../../shared/contract/errors.ts'
import { type Desk, listing, readyDesk } from './desk.ts'

const names = Object.keys(contract) as CallName[]
const path = fc.constantFrom(
  'customer.name',
  'customer.capital',
  'people.buyer.1.name',
  'productLines.99.line',
  '__proto__',
  'x',
)
const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.array(fc.string()), fc.anything())

/** Inputs that have the right names, so that they come further than the first check. */
const nearly = fc.record(
  {
    requestId: fc.oneof(fc.uuid(), fc.anything()),
    id: fc.oneof(fc.integer({ min: -1, max: 3 }), fc.anything()),
    revision: fc.oneof(fc.integer(), fc.anything()),
    key: fc.oneof(
      fc.constantFrom('customer:1:00000000-0000-4000-8000-000000000000', 'customer:1', 'new:1'),
      fc.anything(),
    ),
    values: fc.oneof(fc.dictionary(path, value), fc.anything()),
    changes: fc.dictionary(path, fc.oneof(fc.record({ from: value, to: value }), fc.anything())),
    cells: fc.dictionary(path, fc.oneof(fc.record({ from: value, value, entry: value }), fc.anything())),
    search: value,
    archived: value,
    sort: fc.oneof(fc.constant('pinyin'), value),
    descending: value,
    offset: fc.oneof(fc.integer(), value),
    limit: fc.oneof(fc.integer(), value),
    at: fc.oneof(fc.constant('2026-11-22T00:00:00Z'), value),
    file: fc.oneof(fc.constantFrom('../kehu.sqlite', '/etc/passwd', 'kehu-20200101-000000000.sqlite'), value),
    ids: fc.array(fc.oneof(fc.constant(99), value)),
    forms: fc.array(value),
    columns: fc.array(path),
    selection: value,
    language: value,
    withDelicate: value,
  },
  { requiredKeys: [] },
)

async function answers(desk: Desk, name: string, input: unknown): Promise<void> {
  const outcome = await desk.backend.handle(name, input)
  if (outcome.ok) contract[name as CallName].output.parse(outcome.value)
  expect(outcome.ok ? undefined : callErrorSchema.parse(outcome.error).code).not.toBe('unexpected')
}

test.each(names)('%s answers rubbish with a code', async name => {
  const desk = await readyDesk()
  await desk.create({ 'customer.name': '甲' })
  const rubbish = fc.oneof(
    nearly,
    nearly,
    fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
  )
  await fc.assert(
    fc.asyncProperty(rubbish, input => answers(desk, name, input)),
    { numRuns: 150 },
  )
  expect(await desk.ask('app.status', {})).toMatchObject({ phase: 'ready' })
  expect((await desk.ask('customers.open', { id: 1 })).values['customer.name']).not.toBe('')
})

test('a call that is not in the contract is unknown, whatever its name', async () => {
  const desk = await readyDesk()
  const strange = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'host.close', 'app'))
  await fc.assert(
    fc.asyncProperty(strange, fc.anything(), async (name, input) => {
      expect(await desk.backend.handle(name, input)).toMatchObject({ ok: false, error: { code: 'unknown-call' } })
    }),
  )
})

test('text of ten million signs is refused at once', async () => {
  const desk = await readyDesk()
  const name = '长'.repeat(10_000_000)
  const started = performance.now()
  await answers(desk, 'customers.list', { ...listing(), search: name })
  await answers(desk, 'customers.create', {
    requestId: '6f1c3f5e-2f4b-4f57-9a52-0d6a5a1a1a11',
    values: { 'customer.name': name },
  })
  expect(performance.now() - started).toBeLessThan(1000)
  expect((await desk.ask('customers.list', listing())).total).toBe(0)
})
