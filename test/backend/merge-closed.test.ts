import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Values } from '../../shared/catalogue/field.ts'
import type { Input } from '../../shared/contract/contract.ts'
import { accountPath, healthPath, type PersonalClass } from '../../shared/domain/personal.ts'
import { type Company, companyAtWork } from './company.ts'
import { recordConsent, recordPurpose, recordPurposes } from './consent.ts'
import { merging, preview, unmerging } from './merge-desk.ts'

const name = 'people.principal.1.name'

/** A card on which the person in charge has agreed to everything that is filled in. */
async function cardWith({ filler }: Company, open: Values, closed: Values = {}, classes: PersonalClass[] = []) {
  const { id, revision } = await filler.create(open)
  if (classes.length > 0) await recordConsent(filler, id, classes)
  const changes = Object.fromEntries(Object.entries(closed).map(([path, to]) => [path, { from: null, to }]))
  const saved = await filler.save(id, revision, changes)
  if (!saved.ok) throw new Error(saved.error.code)
  return id
}

async function withdraw({ filler, clock }: Company, customerId: number, classes: PersonalClass[]): Promise<void> {
  const end = { subject: 'people.principal.1', withdrawnOn: clock.today(), note: null }
  await filler.ask('personal.withdrawConsent', { requestId: randomUUID(), customerId, classes, ...end })
}

async function merged(
  { signers: { salesManager: by }, filler }: Company,
  [a, b]: readonly [number, number],
  choices: Input<'customers.merge'>['choices'] = {},
) {
  const shown = await preview(by, a, b)
  const { boxes } = await by.ask('customers.mergeClosed', { a, b, choices })
  const { id, leftOut } = await by.ask('customers.merge', merging(shown, { choices }))
  expect(leftOut).toEqual(boxes)
  return { id, leftOut, values: (await filler.whole(a)).values }
}

const older = { 'customer.name': '杭州明珠商贸行', 'customer.ownershipType': 'individual' }
const younger = { 'customer.name': '宁波大华食品店', 'customer.ownershipType': 'individual' }
const account = '6222021202012345678'

test('a closed box does not come to the card that lives on, and stays on the other one', async () => {
  const company = await companyAtWork()
  await recordPurposes(company.administrator)
  const kinds: PersonalClass[] = ['health', 'bankAccount']
  const first = await cardWith(company, { ...older, [name]: '沈国平' })
  const said = { [healthPath]: 'good', [accountPath]: account }
  const second = await cardWith(company, { ...younger, [name]: '沈国平' }, said, kinds)
  await withdraw(company, second, kinds)
  const { id, leftOut, values } = await merged(company, [first, second])
  expect([...leftOut].sort()).toEqual([healthPath, accountPath].sort())
  expect(values).not.toHaveProperty([healthPath])
  expect(values).not.toHaveProperty([accountPath])
  expect((await company.filler.whole(second)).values).toMatchObject(said)
  await company.signers.salesManager.ask('customers.unmerge', unmerging(id))
  expect((await company.filler.whole(second)).values).toMatchObject(said)
})

test('whoever has agreed on either card goes on agreeing on the card that lives on', async () => {
  const company = await companyAtWork()
  await recordPurposes(company.administrator)
  const first = await cardWith(company, { ...older, [name]: '沈国平' })
  const second = await cardWith(company, { ...younger, [name]: '沈国平' }, { [healthPath]: 'good' }, ['health'])
  const { leftOut, values } = await merged(company, [first, second])
  expect(leftOut).toEqual([])
  expect(values[healthPath]).toBe('good')
  const changed = await company.filler.save(first, 99, { [healthPath]: { from: 'good', to: 'medium' } })
  expect(changed).toMatchObject({ ok: true })
})

test('the consent of one person opens nothing about another one', async () => {
  const company = await companyAtWork()
  await recordPurposes(company.administrator)
  const first = await cardWith(company, { ...older, [name]: '沈国平' })
  const second = await cardWith(company, { ...younger, [name]: '王芳' }, { [healthPath]: 'good' }, ['health'])
  // The older card keeps its person in charge, who has agreed to nothing.
  const by = company.signers.salesManager
  const choices = { 'people.principal': 'keep' } as const
  expect((await by.ask('customers.mergeClosed', { a: first, b: second, choices })).boxes).toEqual([healthPath])
  const { leftOut, values } = await merged(company, [first, second], { 'people.principal': 'drop' })
  expect([leftOut, values[healthPath], values[name]]).toEqual([[], 'good', '王芳'])
})

test('the account of a firm comes along', async () => {
  const company = await companyAtWork()
  await recordPurposes(company.administrator)
  const firm = { 'customer.ownershipType': 'jointStock' }
  const first = await cardWith(company, { ...older, ...firm })
  const second = await cardWith(company, { ...younger, ...firm, [accountPath]: account })
  const { leftOut, values } = await merged(company, [first, second])
  expect([leftOut, values[accountPath]]).toEqual([[], account])
})

test('of people who come along, what they have not agreed to stays behind, and the people of the card keep theirs', async () => {
  const company = await companyAtWork()
  const { administrator } = company
  const first = await cardWith(company, {
    ...older,
    'people.buyer.2.name': '李强',
    'people.buyer.2.birth': '1971-02',
  })
  const second = await cardWith(company, {
    ...younger,
    'people.buyer.1.name': '赵云',
    'people.buyer.1.birth': '1980-05',
    'people.buyer.1.phone': '13857105678',
  })
  await recordPurpose(administrator, 'guarded', { needsConsent: true })
  const { leftOut, values } = await merged(company, [first, second], { 'people.buyer': 'both' })
  expect(leftOut).toEqual(['people.buyer.2.birth'])
  expect(values).toMatchObject({
    'people.buyer.1.name': '李强',
    'people.buyer.1.birth': '1971-02',
    'people.buyer.2.name': '赵云',
    'people.buyer.2.phone': '13857105678',
  })
  expect(values).not.toHaveProperty(['people.buyer.2.birth'])
})
