import { randomUUID } from 'node:crypto'
import path from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PolicyChange } from '../../shared/contract/policy-calls.ts'
import { defaultMatrix, defaultTerms, type Matrix, proposedMatrix, type Tier } from '../../shared/domain/policy.ts'
import { type Post, posts, type Role, roles } from '../../shared/domain/roles.ts'
import { movingClock } from './moving-clock.ts'
import { type Caller, type Desk, deskPassword, readyDesk } from './desk.ts'
import { logged } from './logged.ts'

const people = ['周敏', '陈卫东', '赵红', '吴建国'] as const
const day = '2026-11-23'

/** A company of an administrator (the desk) and four people without any role, and the ids of these. */
async function newCompany() {
  const clock = movingClock(day)
  const desk = await readyDesk({ clock: clock.now })
  const ids: number[] = []
  for (const name of people) ids.push((await desk.addAccount({ name, roles: [] })).id)
  const [a = 0, b = 0, c = 0, d = 0] = ids
  return { desk, clock, ids: { a, b, c, d } }
}

function propose(by: Caller, change: PolicyChange, reason = '年度调整') {
  return by.call('policy.propose', { requestId: randomUUID(), change, reason })
}

function decide(by: Caller, id: number, approve = true, reason = '') {
  return by.call('policy.decide', { requestId: randomUUID(), id, approve, reason, password: deskPassword })
}

const postFor = (account: number, post: Post) => ({ kind: 'post', account, post }) as const
const matrixFrom = (startsOn: string, matrix: Matrix = proposedMatrix) =>
  ({ kind: 'matrix', matrix, startsOn }) as const

/** Proposes something that is left open; answers its number. */
async function open(by: Caller, change: PolicyChange): Promise<number> {
  const outcome = await propose(by, change)
  if (!outcome.ok || outcome.value.state !== 'open') throw new Error(`not open: ${JSON.stringify(outcome)}`)
  return outcome.value.id
}

/** A company whose 总经理 is the third person and whose 办事处主任 is the first. */
async function withManager() {
  const company = await newCompany()
  const { desk, ids } = company
  await propose(desk, postFor(ids.c, 'generalManager'))
  const manager = await desk.as(ids.c)
  await decide(manager, await open(desk, postFor(ids.a, 'officeHead')))
  return { ...company, manager, officeHead: await desk.as(ids.a) }
}

async function rolesOf(desk: Desk, id: number): Promise<readonly Role[]> {
  const { accounts } = await desk.ask('accounts.list', {})
  return accounts.find(account => account.id === id)?.roles.map(({ role }) => role) ?? []
}

test('a new house signs as on the paper form, under the terms that ship', async () => {
  const { desk } = await newCompany()
  expect(await desk.ask('policy.current', {})).toEqual({
    matrix: defaultMatrix,
    matrixSince: null,
    terms: defaultTerms,
    termsSince: null,
    proposals: [],
  })
})

test('the first post of a house is given at once and the log says that nobody approved it; the second one waits', async () => {
  const { desk, ids } = await newCompany()
  const first = await propose(desk, postFor(ids.a, 'officeHead'))
  expect(first).toMatchObject({ ok: true, value: { state: 'approved', decidedBy: null, person: { name: '周敏' } } })
  expect(await rolesOf(desk, ids.a)).toEqual(['officeHead'])
  expect(logged(desk, 'account.givePost')).toMatchObject([
    { object: `account:${ids.a}`, facts: { post: 'officeHead', withoutApproval: 'first-post' } },
  ])
  expect(await propose(desk, postFor(ids.b, 'salesManager'))).toMatchObject({ ok: true, value: { state: 'open' } })
  expect(await rolesOf(desk, ids.b)).toEqual([])
})

test('while there is no general manager another holder of a post decides; afterwards only the general manager', async () => {
  const { desk, ids } = await newCompany()
  await propose(desk, postFor(ids.a, 'officeHead'))
  const officeHead = await desk.as(ids.a)
  const manager = await open(desk, postFor(ids.c, 'generalManager'))
  expect(await decide(officeHead, manager)).toMatchObject({ ok: true, value: { state: 'approved' } })
  expect(logged(desk, 'account.givePost').at(-1)?.facts).not.toHaveProperty('withoutApproval')
  const third = await open(desk, postFor(ids.b, 'salesManager'))
  expect((await officeHead.ask('policy.current', {})).proposals[0]).toMatchObject({ id: third, mayDecide: false })
  expect(await decide(officeHead, third)).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
  const generalManager = await desk.as(ids.c)
  expect((await generalManager.ask('policy.current', {})).proposals[0]).toMatchObject({ id: third, mayDecide: true })
  expect(await decide(generalManager, third)).toMatchObject({ ok: true, value: { decidedBy: { name: '赵红' } } })
  expect(await rolesOf(desk, ids.b)).toEqual(['salesManager'])
})

test('without a general manager nobody decides about amounts and periods, also while their account is closed', async () => {
  const { desk, ids, officeHead } = await withManager()
  const account = { id: ids.c, name: '赵红', staffNo: null, phone: null, address: null, bankAccountNo: null }
  const order = { requestId: randomUUID(), ...account, roles: ['generalManager' as const], disabled: true }
  await desk.ask('accounts.change', order)
  const looser = await open(desk, matrixFrom(day))
  const longer = await open(desk, { kind: 'terms', terms: { ...defaultTerms, monthsFirst: 12 }, startsOn: day })
  for (const proposal of [looser, longer])
    expect(await decide(officeHead, proposal)).toMatchObject({ error: { code: 'not-allowed' } })
  expect(await decide(officeHead, await open(desk, postFor(ids.b, 'generalManager')))).toMatchObject({ ok: true })
  expect(await decide(await desk.as(ids.b), looser)).toMatchObject({ value: { state: 'approved' } })
})

test('a general manager does not decide about a post of their own; another holder of a post does', async () => {
  const { desk, ids, manager, officeHead } = await withManager()
  const own = await open(desk, postFor(ids.c, 'marketingVp'))
  expect(await decide(manager, own)).toMatchObject({ error: { code: 'not-allowed' } })
  expect(logged(desk, 'refused.policy-decide')).toMatchObject([{ object: `proposal:${own}`, actor: ids.c }])
  expect(await decide(officeHead, own)).toMatchObject({ ok: true })
  expect(await rolesOf(desk, ids.c)).toEqual(['generalManager', 'marketingVp'])
})

test('whoever proposed never decides, not even after becoming general manager, and each attempt is in the log', async () => {
  const { desk, ids, manager } = await withManager()
  const second = await desk.addAccount({ name: '何静', roles: ['administrator'] })
  const administrator = await desk.as(second.id)
  const matrix = await open(administrator, matrixFrom(day))
  expect(await decide(administrator, matrix)).toMatchObject({ error: { code: 'not-allowed' } })
  const { roles: _, mustChangePassword: _1, lockedUntil: _2, lastSignInAt: _3, ...facts } = second
  await desk.ask('accounts.change', { requestId: randomUUID(), ...facts, roles: [] })
  await decide(manager, await open(desk, postFor(second.id, 'generalManager')))
  expect(await rolesOf(desk, second.id)).toEqual(['generalManager'])
  expect(await decide(administrator, matrix)).toMatchObject({ error: { code: 'not-allowed' } })
  expect(logged(desk, 'refused.policy-decide')).toMatchObject([{ actor: second.id }, { actor: second.id }])
  expect((await desk.ask('policy.current', {})).proposals.find(({ id }) => id === matrix)?.state).toBe('open')
  expect(await decide(manager, matrix)).toMatchObject({ ok: true })
  expect(ids.c).not.toBe(second.id)
})

test('a decision takes the password of whoever decides', async () => {
  const { desk, manager } = await withManager()
  const id = await open(desk, matrixFrom(day))
  const input = { requestId: randomUUID(), id, approve: true, reason: '', password: 'guessed' }
  expect(await manager.refusal('policy.decide', input)).toMatchObject({ code: 'password-wrong' })
  expect((await desk.ask('policy.current', {})).proposals[0]?.state).toBe('open')
})

test('a refusal needs a reason, changes nothing, and stays on record with it', async () => {
  const { desk, manager } = await withManager()
  const id = await open(desk, matrixFrom(day))
  expect(await decide(manager, id, false, '不妥  ')).toMatchObject({ error: { code: 'reason-missing' } })
  expect(await decide(manager, id, false, '现在不合适')).toMatchObject({
    ok: true,
    value: { state: 'refused', decisionReason: '现在不合适', reason: '年度调整' },
  })
  expect(await decide(manager, id)).toMatchObject({ error: { code: 'wrong-state' } })
  expect(await desk.ask('policy.current', {})).toMatchObject({ matrix: defaultMatrix, matrixSince: null })
})

test('an administrator and a closed account get no post, also when they became so after the proposal', async () => {
  const { desk, ids, manager } = await withManager()
  const administrator = await desk.addAccount({ name: '何静', roles: ['administrator'] })
  expect(await propose(desk, postFor(administrator.id, 'salesManager'))).toMatchObject({
    error: { code: 'roles-contradict' },
  })
  const about = (id: number, name: string) => ({
    requestId: randomUUID(),
    id,
    name,
    staffNo: null,
    phone: null,
    address: null,
    bankAccountNo: null,
  })
  const soon = await open(desk, postFor(ids.b, 'salesManager'))
  await desk.ask('accounts.change', { ...about(ids.b, people[1]), roles: ['administrator'], disabled: false })
  expect(await decide(manager, soon)).toMatchObject({ error: { code: 'roles-contradict' } })
  const gone = await open(desk, postFor(ids.d, 'salesManager'))
  await desk.ask('accounts.change', { ...about(ids.d, people[3]), roles: [], disabled: true })
  expect(await decide(manager, gone)).toMatchObject({ error: { code: 'roles-contradict' } })
  expect(await propose(desk, postFor(ids.d, 'marketingVp'))).toMatchObject({ error: { code: 'roles-contradict' } })
  expect(await rolesOf(desk, ids.d)).toEqual([])
})

test('a holder of a post lays it down and becomes administrator in one step', async () => {
  const { desk, ids } = await withManager()
  const about = { name: people[0], staffNo: null, phone: null, address: null, bankAccountNo: null, disabled: false }
  await desk.ask('accounts.change', { requestId: randomUUID(), id: ids.a, ...about, roles: ['administrator'] })
  expect(await rolesOf(desk, ids.a)).toEqual(['administrator'])
})

test('what is proposed already, or held already, is not proposed again', async () => {
  const { desk, ids, manager } = await withManager()
  const id = await open(desk, matrixFrom(day))
  expect(await propose(desk, matrixFrom(day))).toMatchObject({ error: { code: 'already-proposed' } })
  await decide(manager, id, false, '现在不合适')
  expect(await propose(desk, matrixFrom(day))).toMatchObject({ ok: true })
  expect(await propose(desk, postFor(ids.a, 'officeHead'))).toMatchObject({ error: { code: 'already-proposed' } })
  expect(await propose(desk, postFor(4711, 'officeHead'))).toMatchObject({ error: { code: 'not-found' } })
})

test('a version begins on its day, and one that is approved late on the day of its approval', async () => {
  const { desk, clock, manager } = await withManager()
  const shorter = { ...defaultTerms, temporaryDays: 60 }
  await decide(manager, await open(desk, { kind: 'terms', terms: shorter, startsOn: '2026-12-01' }))
  const late = await open(desk, matrixFrom('2026-11-24'))
  clock.goTo('2026-11-30')
  await desk.signIn()
  await manager.signIn('赵红')
  expect(await desk.ask('policy.current', {})).toMatchObject({ matrixSince: null, termsSince: null })
  expect(await decide(manager, late)).toMatchObject({ value: { change: { startsOn: '2026-11-30' } } })
  expect(await desk.ask('policy.current', {})).toMatchObject({ matrix: proposedMatrix, matrixSince: '2026-11-30' })
  clock.goTo('2026-12-01')
  await desk.signIn()
  expect(await desk.ask('policy.current', {})).toMatchObject({ terms: shorter, termsSince: '2026-12-01' })
})

test('nothing begins in the past', async () => {
  const { desk } = await newCompany()
  const yesterday = '2026-11-22'
  const refused = { error: { code: 'period-invalid', fields: ['startsOn'] } }
  expect(await propose(desk, matrixFrom(yesterday))).toMatchObject(refused)
  expect(await propose(desk, { kind: 'terms', terms: defaultTerms, startsOn: yesterday })).toMatchObject(refused)
})

test('only an administrator proposes, and every attempt of others is in the log', async () => {
  const { desk, manager } = await withManager()
  expect(await propose(manager, matrixFrom(day))).toMatchObject({ error: { code: 'not-allowed' } })
  expect(logged(desk, 'refused.call').at(-1)).toMatchObject({ object: 'call:policy.propose' })
})

test('a command that arrives twice is carried out once', async () => {
  const { desk, ids } = await newCompany()
  const input = { requestId: randomUUID(), change: postFor(ids.a, 'officeHead'), reason: '' }
  expect(await desk.ask('policy.propose', input)).toEqual(await desk.ask('policy.propose', input))
  expect(logged(desk, 'policy.propose')).toHaveLength(1)
})

test('the database itself lets nobody decide what they proposed or gain by, and keeps what is decided', async () => {
  const { desk, ids } = await withManager()
  const id = await open(desk, postFor(ids.b, 'salesManager'))
  const db = new Database(path.join(desk.dir, 'kehu.sqlite'))
  const decideAs = (by: number) =>
    db.prepare(`UPDATE proposals SET state = 'approved', decided_by = ? WHERE id = ?`).run(by, id)
  const administrator = db.prepare('SELECT proposed_by AS id FROM proposals WHERE id = ?').get(id) as { id: number }
  expect(() => decideAs(administrator.id)).toThrow('nobody decides a proposal of their own')
  expect(() => decideAs(ids.b)).toThrow('nobody decides a proposal of their own')
  decideAs(ids.c)
  expect(() => decideAs(ids.a)).toThrow('a decided proposal does not change')
  expect(() => db.prepare('DELETE FROM proposals').run()).toThrow('proposals are kept')
  const give = db.prepare(`INSERT INTO roles VALUES (?, ?, '2026-11-23T00:00:00.000Z', ?)`)
  expect(() => give.run(administrator.id, 'officeHead', ids.c)).toThrow('an administrator holds no post')
  expect(() => give.run(ids.a, 'administrator', ids.c)).toThrow('an administrator holds no post')
  db.close()
})

/** Whether a matrix may be proposed, said another way than the program says it. */
function isSound(tiers: readonly Tier[]): boolean {
  const amounts = tiers.map(({ upTo }) => upTo ?? Number.POSITIVE_INFINITY)
  const ends = tiers.filter(({ upTo }) => upTo === null).length
  const chain = posts.map(String)
  const places = tiers.map(tier => tier.posts.map(post => chain.indexOf(post)))
  const climbs = (row: readonly number[]) => row.slice(1).every((value, index) => value > (row[index] ?? value))
  return ends === 1 && amounts.at(-1) === Number.POSITIVE_INFINITY && climbs(amounts) && places.every(climbs)
}

test('a matrix is taken exactly when its amounts rise to a tier without end and its posts go up the chain', async () => {
  const { desk } = await newCompany()
  const tier = fc.record({
    upTo: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 3 }),
    posts: fc.oneof(
      fc.constantFrom<Post[]>([...posts], ['officeHead', 'salesManager'], ['salesManager', 'generalManager']),
      fc.array(fc.constantFrom(...posts), { minLength: 2, maxLength: 3 }),
    ),
  })
  const ordered = fc
    .array(tier, { minLength: 1, maxLength: 3 })
    .map(tiers =>
      [...tiers]
        .sort((a, b) => (a.upTo ?? 9) - (b.upTo ?? 9))
        .map((row, index) => (index === tiers.length - 1 ? { ...row, upTo: null } : row)),
    )
  const seen = { taken: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(fc.oneof(ordered, fc.array(tier, { minLength: 1, maxLength: 3 })), async tiers => {
      const outcome = await propose(desk, matrixFrom(day, { tiers }))
      const taken = outcome.ok || outcome.error.code === 'already-proposed'
      const answer = outcome.ok || taken ? 'taken' : outcome.error.code
      expect(answer).toBe(isSound(tiers) ? 'taken' : 'invalid-input')
      seen[taken ? 'taken' : 'refused'] += 1
    }),
    { numRuns: 200 },
  )
  expect(seen.taken).toBeGreaterThan(10)
  expect(seen.refused).toBeGreaterThan(10)
})

test('no role but a post lets anybody decide', async () => {
  const { desk } = await withManager()
  const id = await open(desk, matrixFrom(day))
  for (const role of roles.filter(candidate => !posts.some(post => post === candidate))) {
    const { id: person } = await desk.addAccount({ name: `人员 ${role}`, roles: [role] })
    expect(await decide(await desk.as(person), id)).toMatchObject({ error: { code: 'not-allowed' } })
  }
})
