import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Values } from '../../shared/catalogue/field.ts'
import { begin, type Company, companyAtWork, typedCustomer } from './company.ts'
import { type Caller, loggedOf, readyDesk } from './desk.ts'

/** Saves boxes of a card whatever they say; answers the revision. */
async function saved(by: Caller, id: number, boxes: Values): Promise<number> {
  const { revision, values } = await by.whole(id)
  const changes = Object.entries(boxes).map(([path, to]) => [path, { from: values[path] ?? null, to }])
  const outcome = await by.save(id, revision, Object.fromEntries(changes))
  if (!outcome.ok) throw new Error(outcome.error.code)
  return outcome.value.revision
}
const undo = (id: number, revision: number) => ({ requestId: randomUUID(), id, revision })
const codeOf = async (by: Caller, id: number, revision: number) =>
  (await by.refusal('customers.undoSave', undo(id, revision))).code
const customer = async ({ filler }: Company, more: Values = {}) => (await filler.create(typedCustomer(more))).id

test('a save is taken back as a save of its own, once, and can be made again in the same way', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create({ 'customer.name': '明珠', 'customer.phone': '0571-88661234' })
  const revision = await saved(desk, id, { 'customer.phone': null, 'customer.fax': '0571-88661235' })
  const input = undo(id, revision)
  const answer = await desk.ask('customers.undoSave', input)
  expect(answer).toMatchObject({ revision: revision + 1, values: { 'customer.phone': '0571-88661234' } })
  expect(answer.values).not.toHaveProperty('customer.fax')
  expect(await desk.ask('customers.undoSave', input)).toEqual(answer)
  expect(await desk.ask('customers.open', { id })).toMatchObject({ revision: answer.revision, values: answer.values })
  const { entries } = await desk.ask('customers.history', { id })
  const [undone] = entries.filter(({ path }) => path === 'customer.fax')
  expect(undone).toMatchObject({ by: '林晓', from: '0571-88661235', to: null })
  expect(await loggedOf(desk, 'customer.save')).toHaveLength(2)
  const again = await desk.ask('customers.undoSave', undo(id, answer.revision))
  expect(again.values).toMatchObject({ 'customer.fax': '0571-88661235' })
})

test('only the last save, by whoever made it, for ten minutes', async () => {
  const company = await companyAtWork()
  const { filler, otherFiller } = company
  const id = await customer(company)
  expect(await codeOf(filler, id, 1)).toBe('nothing-to-undo')
  const first = await saved(filler, id, { 'customer.fax': '0571-88661235' })
  expect(await codeOf(otherFiller, id, first)).toBe('nothing-to-undo')
  const second = await saved(otherFiller, id, { 'customer.postcode': '310000' })
  expect(await codeOf(filler, id, first)).toBe('nothing-to-undo')
  expect(await codeOf(filler, id, second)).toBe('nothing-to-undo')
  // Whoever is away for ten minutes is locked out.
  for (let times = 0; times < 2; times += 1) {
    company.clock.pass(5 * 60_000)
    await otherFiller.ask('session.stay', {})
  }
  expect(await codeOf(otherFiller, id, second)).toBe('nothing-to-undo')
  const third = await saved(otherFiller, id, { 'customer.postcode': '310001' })
  const { values } = await otherFiller.ask('customers.undoSave', undo(id, third))
  expect(values).toMatchObject({ 'customer.postcode': '310000' })
  expect(await codeOf(otherFiller, 99, 1)).toBe('not-found')
})

test('what a save could not do, taking one back can not do either', async () => {
  const company = await companyAtWork()
  const { otherFiller } = company
  const id = await customer(company, { 'customer.paymentMethod': null })
  await begin(company, id)
  const revision = await saved(otherFiller, id, { 'customer.paymentMethod': '现金' })
  expect(await otherFiller.refusal('customers.undoSave', undo(id, revision))).toMatchObject({
    code: 'needs-change-request',
    fields: ['customer.paymentMethod'],
  })
})

test('what a box said behind its mask is put back and stays there', async () => {
  const company = await companyAtWork()
  const id = await customer(company, { 'people.principal.1.homeAddress': '湖墅南路 1 号' })
  const revision = await saved(company.filler, id, { 'people.principal.1.homeAddress': '文三路 2 号' })
  const answer = await company.filler.ask('customers.undoSave', undo(id, revision))
  expect(JSON.stringify(answer)).not.toContain('湖墅')
  expect(answer.masked).toHaveProperty(['people.principal.1.homeAddress'])
  expect((await company.filler.whole(id)).values).toMatchObject({ 'people.principal.1.homeAddress': '湖墅南路 1 号' })
})
