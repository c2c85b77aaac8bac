import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Input } from '../../shared/contract/contract.ts'
import { type Company, companyAtWork, idOf } from './company.ts'
import type { Caller } from './desk.ts'
import { logged } from './logged.ts'

const today = '2026-11-23'
let company: Company

beforeEach(async () => {
  company = await companyAtWork(today)
})

type Wanted = Omit<Input<'delegations.add'>, 'requestId' | 'to'>
const week: Wanted = { post: 'salesManager', fromOn: today, toOn: '2026-11-29' }

function add(by: Caller, to: string | number, wanted: Partial<Wanted> = {}) {
  const id = typeof to === 'number' ? to : idOf(company, to)
  return by.call('delegations.add', { requestId: randomUUID(), to: id, ...week, ...wanted })
}

async function added(by: Caller, to: string, wanted: Partial<Wanted> = {}): Promise<number> {
  const outcome = await add(by, to, wanted)
  if (!outcome.ok) throw new Error(outcome.error.code)
  return outcome.value.id
}

async function maySign(name: string): Promise<boolean> {
  const { actor } = await (await company.desk.as(name)).ask('app.status', {})
  return actor?.rights.includes('approval.sign') ?? false
}

test('somebody who stands in may sign from the first day to the last, and not a day longer', async () => {
  const { signers, clock } = company
  const outcome = await add(signers.salesManager, '郑凯', { fromOn: '2026-11-24', toOn: '2026-11-25' })
  expect(outcome).toMatchObject({
    ok: true,
    value: { from: { name: '陈卫东' }, to: { name: '郑凯' }, post: 'salesManager', ended: false },
  })
  expect(await maySign('郑凯')).toBe(false)
  clock.goTo('2026-11-24')
  expect(await maySign('郑凯')).toBe(true)
  clock.goTo('2026-11-25')
  expect(await maySign('郑凯')).toBe(true)
  clock.goTo('2026-11-26')
  expect(await maySign('郑凯')).toBe(false)
  await signers.salesManager.signIn('陈卫东')
  expect((await signers.salesManager.ask('delegations.list', {})).delegations).toMatchObject([{ ended: true }])
})

test('only the holder of a post gives it away; an attempt with the post of another is in the log', async () => {
  const { signers, filler } = company
  expect(await add(signers.officeHead, '郑凯')).toMatchObject({ error: { code: 'not-allowed' } })
  expect(logged(company.desk, 'refused.delegation-add')).toMatchObject([
    { actor: idOf(company, '周敏'), facts: { post: 'salesManager' } },
  ])
  expect(await add(filler, '郑凯')).toMatchObject({ error: { code: 'not-allowed' } })
  await added(signers.salesManager, '郑凯')
  // Whoever stands in may sign, but not hand the post on.
  expect(await add(await company.desk.as('郑凯'), '韩雪')).toMatchObject({ error: { code: 'not-allowed' } })
})

test('a delegate is somebody else, active, no administrator, and holds no lower post of the chain', async () => {
  const { signers, desk } = company
  const administrator = await desk.ask('accounts.people', {})
  // They are found by their initials, the surname first: 郑 zheng.
  expect(administrator.people.find(({ name }) => name === '郑凯')?.readings).toEqual(['zk', 'zhengkai'])
  const admin = administrator.people.find(({ roles }) => roles.includes('administrator'))?.id ?? 0
  for (const unfit of ['陈卫东', '周敏'])
    expect(await add(signers.salesManager, unfit)).toMatchObject({ error: { code: 'delegate-unfit' } })
  expect(await add(signers.salesManager, admin)).toMatchObject({ error: { code: 'delegate-unfit' } })
  expect(await add(signers.salesManager, 4711)).toMatchObject({ error: { code: 'not-found' } })
  const closed = { name: '郑凯', staffNo: null, phone: null, address: null, bankAccountNo: null, roles: [] }
  const id = idOf(company, '郑凯')
  await desk.ask('accounts.change', { requestId: randomUUID(), id, ...closed, disabled: true })
  expect(await add(signers.salesManager, '郑凯')).toMatchObject({ error: { code: 'delegate-unfit' } })
  // A higher post may sign for a lower one.
  expect(await add(signers.salesManager, '赵红')).toMatchObject({ ok: true })
})

test('a delegation lasts at most thirty days, begins today or later, and does not overlap another', async () => {
  const { signers } = company
  const refused = { error: { code: 'period-invalid' } }
  expect(await add(signers.salesManager, '郑凯', { fromOn: '2026-11-22' })).toMatchObject(refused)
  expect(await add(signers.salesManager, '郑凯', { toOn: '2026-11-22' })).toMatchObject(refused)
  expect(await add(signers.salesManager, '郑凯', { toOn: '2026-12-23' })).toMatchObject(refused)
  await added(signers.salesManager, '郑凯', { toOn: '2026-12-22' })
  expect(await add(signers.salesManager, '赵红', { fromOn: '2026-12-22', toOn: '2026-12-24' })).toMatchObject(refused)
  expect(await add(signers.salesManager, '赵红', { fromOn: '2026-12-23', toOn: '2026-12-24' })).toMatchObject({
    ok: true,
  })
  expect(await add(signers.officeHead, '郑凯', { post: 'officeHead' })).toMatchObject({ ok: true })
})

test('its giver ends a delegation, and whoever was chosen refuses it, also before it begins; nobody else', async () => {
  const { signers, desk } = company
  const end = (by: Caller, id: number) => by.call('delegations.end', { requestId: randomUUID(), id, reason: '' })
  const first = await added(signers.salesManager, '郑凯')
  expect(await end(signers.officeHead, first)).toMatchObject({ error: { code: 'not-allowed' } })
  expect(logged(desk, 'refused.delegation-end')).toMatchObject([{ object: `delegation:${first}` }])
  expect(await end(signers.salesManager, first)).toMatchObject({ ok: true })
  expect(await maySign('郑凯')).toBe(false)
  const later = await added(signers.salesManager, '郑凯', { fromOn: '2026-11-28' })
  expect(await end(await desk.as('郑凯'), later)).toMatchObject({ ok: true })
  expect(await end(signers.salesManager, later)).toMatchObject({ ok: true })
  const ended = [first, later].map(id => `delegation:${id}`)
  expect(logged(desk, 'delegation.end').map(({ object }) => object)).toEqual(ended)
  expect(await end(signers.salesManager, 4711)).toMatchObject({ error: { code: 'not-found' } })
  // A period that was given back is free again.
  expect(await add(signers.salesManager, '赵红')).toMatchObject({ ok: true })
})

test('a delegation ends with the post or the account of whoever gave it', async () => {
  const { signers, desk } = company
  await added(signers.salesManager, '郑凯')
  expect(await maySign('郑凯')).toBe(true)
  const about = { name: '陈卫东', staffNo: null, phone: null, address: null, bankAccountNo: null }
  const id = idOf(company, '陈卫东')
  const change = (roles: Input<'accounts.change'>['roles'], disabled: boolean) =>
    desk.ask('accounts.change', { requestId: randomUUID(), id, ...about, roles, disabled })
  await change(['auditor', 'salesManager'], true)
  expect(await maySign('郑凯')).toBe(false)
  await change(['auditor', 'salesManager'], false)
  expect(await maySign('郑凯')).toBe(true)
  await change(['auditor'], false)
  expect(await maySign('郑凯')).toBe(false)
})

test('who stood in is shown for ninety days', async () => {
  const { signers, clock } = company
  await added(signers.salesManager, '郑凯')
  const shown = async () => {
    await signers.officeHead.signIn('周敏')
    return (await signers.officeHead.ask('delegations.list', {})).delegations.length
  }
  clock.goTo('2027-02-27')
  expect(await shown()).toBe(1)
  clock.goTo('2027-02-28')
  expect(await shown()).toBe(0)
})

test('a delegation that arrives twice is stored once', async () => {
  const { signers } = company
  const input = { requestId: randomUUID(), to: idOf(company, '郑凯'), ...week }
  const first = await signers.salesManager.ask('delegations.add', input)
  expect(await signers.salesManager.ask('delegations.add', input)).toEqual(first)
  expect((await signers.salesManager.ask('delegations.list', {})).delegations).toEqual([first])
})
