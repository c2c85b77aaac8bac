import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { deskAt, firstRun, readyDesk, steadyClock, temporaryFolder } from './desk.ts'

const window = randomUUID()
const keyOf = (id: number) => `customer:${id}:${window}`
const cells = { 'customer.capital': { from: null, value: null, entry: '50万元整?' } }

test('what is typed is there after a restart, with the text that could not be understood yet', async () => {
  const dir = temporaryFolder()
  const first = deskAt(dir)
  await first.ask('app.setUp', firstRun)
  const { id } = await first.create({ 'customer.name': '甲' })
  const { savedAt } = await first.ask('drafts.put', { key: keyOf(id), revision: 1, cells })
  await first.backend.close()
  const second = deskAt(dir)
  await second.signIn()
  const { draft } = await second.ask('customers.open', { id })
  expect(draft).toEqual({ key: keyOf(id), revision: 1, cells, masked: {}, savedAt, by: '林晓' })
})

test('a draft ends with the save it was for, and that of another window stays', async () => {
  const desk = await readyDesk({ clock: steadyClock() })
  const { id } = await desk.create({ 'customer.name': '甲' })
  const other = `customer:${id}:${randomUUID()}`
  await desk.ask('drafts.put', { key: other, revision: 1, cells })
  await desk.ask('drafts.put', { key: keyOf(id), revision: 1, cells })
  const changes = { 'customer.capital': { from: null, to: 1 } }
  await desk.ask('customers.save', { requestId: randomUUID(), draftKey: keyOf(id), id, revision: 1, changes })
  expect((await desk.ask('customers.open', { id })).draft).toMatchObject({ key: other })
  await desk.ask('drafts.discard', { key: other })
  expect((await desk.ask('customers.open', { id })).draft).toBeNull()
})

test('cards that were begun and never saved are listed, the newest first, until they are saved or dropped', async () => {
  const desk = await readyDesk({ clock: steadyClock() })
  const [older, newer] = [`new:${randomUUID()}`, `new:${randomUUID()}`]
  for (const key of [newer, older, newer]) await desk.ask('drafts.put', { key, revision: 0, cells })
  const { id } = await desk.create({ 'customer.name': '甲' })
  await desk.ask('drafts.put', { key: keyOf(id), revision: 1, cells })
  expect((await desk.ask('drafts.list', {})).drafts.map(draft => draft.key)).toEqual([newer, older])
  await desk.ask('customers.create', { requestId: randomUUID(), draftKey: newer, values: { 'customer.name': '乙' } })
  await desk.ask('drafts.discard', { key: older })
  expect((await desk.ask('drafts.list', {})).drafts).toEqual([])
})

test('a draft of a customer that does not exist or of a box that does not exist is refused', async () => {
  const desk = await readyDesk()
  expect(await desk.refusal('drafts.put', { key: keyOf(9), revision: 1, cells })).toMatchObject({
    code: 'not-found',
  })
  const strange = { 'customer.shoeSize': { from: null, value: 44 } }
  expect(await desk.refusal('drafts.put', { key: `new:${randomUUID()}`, revision: 0, cells: strange })).toMatchObject({
    code: 'invalid-input',
  })
})
