import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseFile } from '../../electron/backend/database/data-folder.ts'
import { todayKeys } from '../../shared/contract/application-calls.ts'
import { type CallName, contract } from '../../shared/contract/contract.ts'
import { callErrorSchema } from '../../shared/contract/errors.ts'
import { applicationKinds, decisions } from '../../shared/domain/application.ts'
import { posts, roles } from '../../shared/domain/roles.ts'
import { attachmentKinds, verificationItems } from '../../shared/domain/verification.ts'
import {
  type Caller,
  type Desk,
  deskAt,
  deskPassword,
  firstRun,
  listing,
  openDesk,
  readyDesk,
  temporaryFolder,
} from './desk.ts'
import { looking } from './logged.ts'

const names = Object.keys(contract) as CallName[]
const boxPath = fc.constantFrom(
  'customer.name',
  'customer.capital',
  'people.buyer.1.name',
  'productLines.99.line',
  '__proto__',
  'x',
)
const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.array(fc.string()), fc.anything())

/** Calls that do their work in a thread, beside those that deliver a file. */
const threaded: ReadonlySet<CallName> = new Set([
  'duplicates.scan',
  'backups.take',
  'backups.examine',
  'imports.template',
  'customers.merge',
])

/** Mostly what fits, so that an input comes further than the first check, and now and then anything else. */
const mostly = (...fitting: fc.Arbitrary<unknown>[]) =>
  fc.oneof({ weight: 8, arbitrary: fc.oneof(...fitting) }, { weight: 1, arbitrary: value })

const day = fc.constantFrom('2026-11-22', '2026-12-31', '1900-02-29', '0001-01-01', '9999-12-31')
const id = fc.integer({ min: -1, max: 3 })
const fen = fc.constantFrom(0, 1, 5_000_000, 900_000_000_000_000, -1, 0.5)
const text = fc.constantFrom('', '够长的理由', '甲', '\0', '\u202e甲', '=1+1', 'x'.repeat(3000))
const uuid = fc.uuid()
const orNothing = (arbitrary: fc.Arbitrary<unknown>) => fc.oneof(fc.constant(null), arbitrary)
const post = fc.constantFrom(...posts)
const matrix = fc.constant({ tiers: [{ upTo: null, posts: ['officeHead', 'generalManager'] }] })

const facts = fc.record({
  item: fc.constantFrom(...verificationItems),
  evidence: fc.constantFrom('licence', 'leaseAndBill'),
  name: text,
  creditCode: text,
  representative: text,
  status: fc.constantFrom('normal', 'notFound'),
  phone: text,
  source: fc.constantFrom('registry', 'directory'),
  spokeWith: text,
  confirmed: fc.boolean(),
  agrees: fc.boolean(),
  deliveryAddress: text,
  consignee: text,
  consigneePhone: text,
  accountName: text,
  accountNo: text,
})

const request = fc.record({
  salespersonId: orNothing(id),
  amount: orNothing(fen),
  startsOn: orNothing(day),
  endsOn: orNothing(day),
  reason: orNothing(text),
  plan: fc.array(fc.record({ on: day, amount: fen }), { maxLength: 3 }),
})

/** Every name that an input of the contract has, with what fits it in one call or another. */
const named = {
  requestId: mostly(uuid),
  id: mostly(id),
  customerId: mostly(id),
  applicationId: mostly(id),
  account: mostly(id),
  person: mostly(id),
  a: mostly(id),
  b: mostly(id),
  keepId: mostly(fc.constant(1)),
  dropId: mostly(fc.constant(2)),
  keepRevision: mostly(fc.constant(1)),
  dropRevision: mostly(fc.constant(1)),
  choices: mostly(fc.dictionary(boxPath, fc.constantFrom('keep', 'drop', 'both'))),
  to: mostly(id, day),
  from: mostly(day),
  on: mostly(day),
  fromOn: mostly(day),
  toOn: mostly(day),
  paidOn: mostly(day),
  checkedOn: mostly(day),
  month: mostly(fc.constantFrom('2026-11', '2026-13', '0000-00')),
  revision: mostly(fc.integer(), fc.constant(1)),
  place: mostly(fc.integer({ min: -1, max: 5 })),
  attempt: mostly(fc.integer({ min: -1, max: 2 })),
  key: mostly(
    fc.constantFrom('customer:1:00000000-0000-4000-8000-000000000000', 'customer:1', 'new:1'),
    fc.constantFrom(...todayKeys),
  ),
  kind: mostly(fc.constantFrom(...applicationKinds), fc.constantFrom(...attachmentKinds)),
  request: mostly(request),
  decision: mostly(fc.constantFrom(...decisions)),
  granted: mostly(orNothing(fen)),
  amount: mostly(orNothing(fen)),
  grade: mostly(fc.constantFrom(null, 'A', 'C')),
  validTo: mostly(orNothing(day)),
  comment: mostly(text),
  reason: mostly(text),
  note: mostly(orNothing(text)),
  question: mostly(text),
  answer: mostly(text),
  invoice: mostly(text),
  returnTo: mostly(fc.constantFrom('filler', 'previous')),
  flagsSeen: mostly(fc.array(fc.string(), { maxLength: 5 })),
  password: mostly(fc.constant(deskPassword)),
  newPassword: mostly(fc.constantFrom('another-password', deskPassword)),
  facts: mostly(facts),
  files: mostly(fc.array(id, { maxLength: 3 })),
  upload: mostly(uuid),
  scan: mostly(orNothing(id)),
  accept: mostly(fc.boolean()),
  approve: mostly(fc.boolean()),
  change: mostly(
    fc.record({ kind: fc.constant('post'), account: id, post }),
    fc.record({ kind: fc.constant('matrix'), matrix, startsOn: day }),
  ),
  post: mostly(post),
  name: mostly(text),
  staffNo: mostly(orNothing(text)),
  phone: mostly(orNothing(text)),
  address: mostly(orNothing(text)),
  bankAccountNo: mostly(orNothing(text)),
  roles: mostly(fc.array(fc.constantFrom(...roles), { maxLength: 4 })),
  disabled: mostly(fc.boolean()),
  publicKey: mostly(text),
  object: mostly(fc.constantFrom('', 'customer:1', '%')),
  action: mostly(fc.constantFrom('', 'application.submit', "'")),
  anchor: mostly(fc.constantFrom(null, '0123456789ab')),
  scope: mostly(fc.constantFrom('mine', 'pending', 'all')),
  paths: mostly(fc.array(boxPath, { maxLength: 3 })),
  values: mostly(fc.dictionary(boxPath, value)),
  changes: mostly(fc.dictionary(boxPath, fc.oneof(fc.record({ from: value, to: value }), fc.anything()))),
  cells: mostly(fc.dictionary(boxPath, fc.oneof(fc.record({ from: value, value, entry: value }), fc.anything()))),
  search: mostly(text),
  archived: mostly(fc.boolean()),
  sort: mostly(fc.constant('pinyin')),
  descending: mostly(fc.boolean()),
  offset: mostly(fc.integer()),
  limit: mostly(fc.integer(), fc.constant(10)),
  at: mostly(fc.constant('2026-11-22T00:00:00Z')),
  file: mostly(fc.constantFrom('../kehu.sqlite', '/etc/passwd', 'kehu-20200101-000000000.sqlite')),
  fileName: mostly(fc.constantFrom('a.pdf', '../a.pdf', 'CON', '.')),
  ids: mostly(fc.array(fc.oneof(fc.constant(99), value), { maxLength: 3 })),
  forms: mostly(fc.array(value, { maxLength: 3 })),
  columns: mostly(fc.array(boxPath, { maxLength: 3 })),
  selection: value,
  language: mostly(fc.constantFrom('zh-CN', 'en')),
  withDelicate: mostly(fc.boolean()),
}

/** Inputs with all names, and inputs that lack some of them. */
const nearly = fc.oneof(fc.record(named), fc.record(named, { requiredKeys: [] }))

async function answers(caller: Pick<Desk, 'session'>, desk: Desk, name: string, input: unknown): Promise<string> {
  const outcome = await desk.backend.handle(name, input, caller.session)
  if (outcome.ok) contract[name as CallName].output.parse(outcome.value)
  const code = outcome.ok ? 'ok' : callErrorSchema.strict().parse(outcome.error).code
  expect(code).not.toBe('unexpected')
  return code
}

let prepared: string

beforeAll(async () => {
  prepared = mkdtempSync(path.join(tmpdir(), 'kehu-rubbish-'))
  const desk = openDesk(prepared)
  await desk.ask('app.setUp', firstRun)
  await everythingInHand(desk)
  await desk.backend.close()
})

afterAll(() => rmSync(prepared, { recursive: true }))

/** A customer, a draft of an application, and somebody who may do whatever the administrator may not. */
async function everythingInHand(desk: Desk): Promise<void> {
  await desk.create({ 'customer.name': '甲' })
  const everything = ['filler', 'verifier', 'accountant', 'auditor'] as const
  const { id: account } = await desk.addAccount({ name: '周敏', roles: everything })
  const change = { kind: 'post', account, post: 'generalManager' } as const
  await desk.ask('policy.propose', { requestId: randomUUID(), change, reason: '' })
  const other = await desk.as(account)
  await other.ask('applications.begin', { requestId: randomUUID(), customerId: 1, kind: 'standing' })
  await addSalesManager(desk, other)
}

/** Each call gets a company of its own with that; it is made once, and each has a copy. */
async function deskWithEverything() {
  const dir = temporaryFolder()
  copyFileSync(databaseFile(prepared), databaseFile(dir))
  const desk = deskAt(dir)
  await desk.signIn(firstRun.person)
  return { desk, other: await desk.as('周敏'), manager: await desk.as('陈卫东') }
}

/** Somebody who holds the one post that merges customers. */
async function addSalesManager(desk: Desk, decider: Caller): Promise<void> {
  await desk.create({ 'customer.name': '乙' })
  const { id: account } = await desk.addAccount({ name: '陈卫东', roles: ['auditor'] })
  const change = { kind: 'post', account, post: 'salesManager' } as const
  const proposal = await desk.ask('policy.propose', { requestId: randomUUID(), change, reason: '' })
  await decider.ask('policy.decide', {
    requestId: randomUUID(),
    id: proposal.id,
    approve: true,
    reason: '',
    password: deskPassword,
  })
}

const administrators: readonly string[] = ['account.manage', 'policy.propose']
const salesManagers: readonly string[] = ['customers.merge', 'duplicate.override']

// Work in a thread of its own takes a second to begin in a test.
const patience = 90_000

test.each(names)(
  '%s answers rubbish with a code',
  async name => {
    const { desk, other, manager } = await deskWithEverything()
    const { access, ...call } = contract[name]
    const caller = administrators.includes(access) ? desk : salesManagers.includes(access) ? manager : other
    const rubbish = fc.oneof(
      { weight: 4, arbitrary: nearly },
      {
        weight: 1,
        arbitrary: fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
      },
    )
    const codes = new Set<string>()
    await fc.assert(
      fc.asyncProperty(rubbish, async input => {
        codes.add(await answers(caller, desk, name, input))
        // Whoever has signed out or changed the password has to be there again for the next one.
        if (name.startsWith('session.')) await other.signIn('周敏', deskPassword).catch(() => undefined)
      }),
      // A call that is understood and starts a thread takes a hundred times as long as another one.
      { numRuns: 'delivers' in call || threaded.has(name) ? 20 : 100 },
    )
    expect(codes, 'some of it comes further than to the door').not.toEqual(new Set(['not-allowed']))
    // Whoever called may have put themselves out; the data are open and as they were.
    expect(['ready', 'signedOut']).toContain((await desk.ask('app.status', {})).phase)
    expect(looking(desk, db => db.prepare('SELECT name FROM customers WHERE id = 1').pluck().get())).not.toBe('')
  },
  patience,
)

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
  await answers(desk, desk, 'customers.list', { ...listing(), search: name })
  await answers(desk, desk, 'customers.create', {
    requestId: '6f1c3f5e-2f4b-4f57-9a52-0d6a5a1a1a11',
    values: { 'customer.name': name },
  })
  expect(performance.now() - started).toBeLessThan(1000)
  expect((await desk.ask('customers.list', listing())).total).toBe(0)
})
