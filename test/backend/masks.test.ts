import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { isMasked } from '../../shared/catalogue/derive/masking.ts'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import type { Values } from '../../shared/catalogue/field.ts'
import { bankAccountPath } from '../../shared/domain/key-boxes.ts'
import { revealSeconds } from '../../shared/domain/personal.ts'
import { fullCustomer } from '../fixtures/full-customer.ts'
import { movingClock } from './moving-clock.ts'
import { createWithHealth } from './consent.ts'
import { type Caller, loggedOf, readyDesk } from './desk.ts'

const typed: Values = Object.fromEntries(
  Object.entries(fullCustomer).filter(([box]) => boxAt(box) && !boxAt(box)?.field.setBy),
)
const secrets = Object.keys(typed).filter(isMasked)
const birth = 'people.principal.1.birth'

/** A full card, and somebody who has never touched it. */
async function cardOnFile(tick = 1) {
  const clock = movingClock('2026-11-23', tick)
  const desk = await readyDesk({ clock: clock.now })
  await desk.addAccount({ name: '孙磊', roles: ['filler'] })
  const { id, revision } = await createWithHealth(desk, typed)
  return { desk, id, revision, clock, filler: await desk.as('孙磊') }
}

/** Everything that the screens of a file are told about a card. */
async function told(by: Caller, id: number): Promise<Values[]> {
  const file = await by.ask('customers.open', { id })
  const past = await by.ask('customers.asOf', { id, at: new Date('2026-12-01').toISOString() })
  const { entries } = await by.ask('customers.history', { id })
  const known = entries.filter(entry => !(entry.isMasked && entry.path === bankAccountPath))
  return [file.values, past.values, Object.fromEntries(known.map(({ path, to }) => [path, to]))]
}

test('delicate boxes are masked wherever a card is shown, and what they say goes nowhere', async () => {
  const { filler, id } = await cardOnFile()
  expect(secrets.length).toBeGreaterThan(20)
  for (const values of await told(filler, id)) {
    expect(Object.keys(values)).toEqual(expect.arrayContaining(['customer.name', 'people.principal.1.name']))
    expect(secrets.filter(path => (values[path] ?? null) !== null)).toEqual([])
  }
  const { masked } = await filler.ask('customers.open', { id })
  expect(Object.keys(masked).sort()).toEqual([...secrets].sort())
  expect(masked[birth]).toBe('****')
  expect(masked['customer.bankAccountNo']).toBe(`**** ${String(typed['customer.bankAccountNo']).slice(-4)}`)
})

test('whoever asks sees them for a minute and by every road, nobody else does, and each time is a row of the log', async () => {
  const { desk, filler, id, clock } = await cardOnFile()
  const { values, seconds } = await filler.ask('personal.reveal', { customerId: id })
  expect(seconds).toBe(revealSeconds)
  expect(Object.keys(values).sort()).toEqual([...secrets].sort())
  for (const known of await told(filler, id)) expect(known[birth]).toBe(typed[birth])
  expect((await desk.ask('customers.open', { id })).masked[birth]).toBe('****')
  clock.pass(revealSeconds * 1000)
  for (const known of await told(filler, id)) expect(known[birth] ?? null).toBeNull()
  await filler.ask('personal.reveal', { customerId: id })
  await filler.ask('personal.conceal', { customerId: id })
  expect((await filler.ask('customers.open', { id })).masked[birth]).toBe('****')
  const asked = { boxes: String(secrets.length), seconds: '60' }
  expect((await loggedOf(desk, 'personal.reveal')).map(({ person, object, facts }) => [person, object, facts])).toEqual(
    Array.from({ length: 2 }, () => ['孙磊', `customer:${id}`, asked]),
  )
})

test('whoever has typed a box sees it in the answer to the save, and masked boxes stay what they are', async () => {
  const { filler, id, revision } = await cardOnFile()
  const saved = await filler.save(id, revision, {
    'customer.fax': { from: typed['customer.fax'] ?? null, to: '0571-1' },
    [birth]: { from: typed[birth] ?? null, to: '1971-01' },
  })
  expect(saved).toMatchObject({ ok: true, value: { values: { [birth]: '1971-01', 'customer.fax': '0571-1' } } })
  const other = 'people.principal.1.homeAddress'
  expect(saved).toMatchObject({ value: { masked: { [other]: '****' } } })
  expect((await filler.whole(id)).values).toMatchObject({ [birth]: '1971-01', [other]: typed[other] })
})

test('who may not read a box is not shown it for asking, and a clash shows no more than a card', async () => {
  const { desk, filler, id, revision } = await cardOnFile()
  await desk.addAccount({ name: '钱芳', roles: ['accountant'] })
  await desk.addAccount({ name: '何静', roles: ['administrator'] })
  const accountant = await desk.as('钱芳')
  const { values } = await accountant.ask('personal.reveal', { customerId: id })
  expect(Object.keys(values)).toEqual(['customer.bankAccountNo'])
  const administrator = await desk.as('何静')
  expect(await administrator.refusal('personal.reveal', { customerId: id })).toMatchObject({ code: 'not-allowed' })
  expect(await filler.refusal('personal.reveal', { customerId: id + 1 })).toMatchObject({ code: 'not-found' })
  await filler.save(id, revision, { [birth]: { from: typed[birth] ?? null, to: '1971' } })
  const changes = { [birth]: { from: typed[birth] ?? null, to: '1972' } }
  const clash = await desk.refusal('customers.save', { requestId: randomUUID(), id, revision, changes })
  expect(clash).toMatchObject({ code: 'conflict', present: { masked: { [birth]: '****' } } })
  expect(clash.present?.values[birth]).toBeUndefined()
})

test('a print carries delicate boxes only where they were asked for with a reason', async () => {
  const { filler, id } = await cardOnFile()
  const print = (more: { withDelicate: boolean; reason?: string }) =>
    filler.ask('exports.printed', { requestId: randomUUID(), id, forms: ['KH001'], ...more })
  expect((await print({ withDelicate: false })).values[birth]).toBeUndefined()
  expect((await print({ withDelicate: true, reason: '总公司存档' })).values[birth]).toBe(typed[birth])
})

test('a draft tells nobody of a box that they may not read, neither what was typed nor what stood there', async () => {
  const { desk, filler, id, revision } = await cardOnFile()
  await desk.addAccount({ name: '钱芳', roles: ['accountant'] })
  const accountant = await desk.as('钱芳')
  const cells = {
    [birth]: { from: typed[birth] ?? null, value: '1971-01' },
    'customer.fax': { from: null, value: '1' },
  }
  await filler.ask('drafts.put', { key: `customer:${id}:${randomUUID()}`, revision, cells })
  await filler.ask('drafts.put', { key: `new:${randomUUID()}`, revision: 0, cells })
  const { draft } = await accountant.ask('customers.open', { id })
  const { drafts } = await accountant.ask('drafts.list', {})
  for (const seen of [draft, ...drafts]) expect(Object.keys(seen?.cells ?? {})).toEqual(['customer.fax'])
  const shown = (await filler.ask('customers.open', { id })).draft
  expect(shown).toMatchObject({ cells: { 'customer.fax': cells['customer.fax'] }, masked: { [birth]: '****' } })
})
