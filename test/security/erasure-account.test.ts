import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Values } from '../../shared/catalogue/field.ts'
import { erasedMark } from '../../shared/domain/erased-mark.ts'
import { accountPath } from '../../shared/domain/personal.ts'
import {
  askForChange,
  begin,
  changeByRequest,
  type Company,
  companyAtWork,
  decide,
  signThrough,
  submit,
  typedCustomer,
  verifyAll,
} from '../backend/company.ts'
import { recordConsent, recordPurposes } from '../backend/consent.ts'
import { merge, unmerging } from '../backend/merge-desk.ts'
import { make } from '../excel/packet-desk.ts'
import { brokenAt, cellsWith, erase, filesWith } from './erasure-desk.ts'

const [first, second, third, ofTwin, ofParted, inDraft] = [
  '6222021202012340011',
  '6222021202012340029',
  '6222021202012340037',
  '6222021202012340045',
  '6222021202012340052',
  '6222021202012340060',
] as const
const individual: Values = {
  'customer.name': '嘉兴春茂粮油店',
  'customer.ownershipType': 'individual',
  'customer.bankName': '农业银行嘉兴南湖支行',
}

/** A shop whose owner has agreed that the account is kept. */
async function shop({ filler }: Company, values: Values, account: string): Promise<{ id: number; values: Values }> {
  const { [accountPath]: _closed, ...open } = values
  const { id, revision } = await filler.create(open)
  await recordConsent(filler, id, ['bankAccount'])
  await filler.save(id, revision, { [accountPath]: { from: null, to: account } })
  return { id, values: { ...open, [accountPath]: account } }
}

/** Lets the account of a shop come into everything that keeps what a card says. */
async function accountOnEveryRoad(company: Company): Promise<number> {
  const { filler, signers, administrator } = company
  await recordPurposes(administrator)
  const typed = typedCustomer({ ...individual, 'credit.requestedLimit': 5_000_000 })
  const { id, values } = await shop(company, typed, first)
  const other = { ...individual, 'people.principal.1.name': String(typed['people.principal.1.name']) }
  const { id: parted } = await shop(company, { ...other, 'customer.name': '湖州大隆食品店' }, ofParted)
  const undone = await merge(signers.salesManager, id, parted, { 'customer.bankAccountNo': 'drop' })
  await signers.salesManager.ask('customers.unmerge', unmerging(undone))
  await verifyAll(company, id, values)
  const application = await begin(company, id)
  await submit(filler, application)
  await make(company, application)
  await decide(signers.officeHead, application, { decision: 'reject', comment: '资料与来访所见不符' })
  await changeByRequest(company, id, { boxes: { [accountPath]: second } })
  const asked = await askForChange(filler, id, { boxes: { [accountPath]: third } })
  await filler.ask('changes.withdraw', { requestId: randomUUID(), id: asked })
  const { id: twin } = await shop(company, { ...other, 'customer.name': '绍兴明珠粮油行' }, ofTwin)
  await merge(signers.salesManager, id, twin, { 'customer.bankAccountNo': 'keep' })
  await filler.ask('duplicates.scan', { requestId: randomUUID() })
  const { revision } = await filler.ask('customers.open', { id })
  const cells = { [accountPath]: { from: null, value: inDraft, entry: inDraft } }
  await filler.ask('drafts.put', { key: `customer:${id}:${randomUUID()}`, revision, cells })
  return id
}

test('the account of an individual goes from everything that is kept, and nothing else does', async () => {
  const company = await companyAtWork()
  const { desk, filler } = company
  const id = await accountOnEveryRoad(company)
  const accounts = [first, second, third, ofTwin, inDraft]
  for (const account of accounts) expect(cellsWith(desk, [account]).length).toBeGreaterThan(0)
  const before = await filler.whole(id)
  const { counts } = await erase(company, id, { scope: 'bankAccount' })
  expect(counts).toMatchObject({ boxes: 4, drafts: 1, submissions: 1, verifications: 1, changeRequests: 2, papers: 0 })
  expect(cellsWith(desk, accounts)).toEqual([])
  expect(filesWith(desk, accounts)).toEqual([])
  expect(await brokenAt(company)).toBeNull()
  const { [accountPath]: _account, 'customer.bankName': _bank, ...left } = before.values
  expect((await filler.whole(id)).values).toEqual(left)
  // The shop that turned out to be another one keeps its own account.
  expect(cellsWith(desk, [ofParted]).filter(cell => cell.startsWith('bank_accounts'))).toHaveLength(1)
  const { bankAccounts } = await filler.ask('changes.past', { customerId: id })
  expect(new Set(bankAccounts.map(({ account }) => account))).toEqual(new Set([erasedMark]))
  expect(bankAccounts.every(({ toOn }) => toOn !== null)).toBe(true)
})

test('everything about a person in charge is also the account of an individual, and never that of a firm', async () => {
  const company = await companyAtWork()
  await recordPurposes(company.administrator)
  const person = { 'people.principal.1.name': '袁阿根', 'customer.bankName': '农业银行' }
  const { id } = await shop(company, { ...individual, ...person }, first)
  const firm = { 'customer.name': '杭州明珠商贸有限公司', 'customer.ownershipType': 'jointStock', ...person }
  const { id: other } = await company.filler.create({ ...firm, [accountPath]: second })
  for (const customerId of [id, other]) await erase(company, customerId)
  expect(cellsWith(company.desk, [first, '袁阿根'])).toEqual([])
  expect((await company.filler.whole(other)).values).toMatchObject({
    [accountPath]: second,
    'customer.bankName': '农业银行',
  })
  const refused = await company.signers.generalManager.refusal('personal.erase', {
    requestId: randomUUID(),
    customerId: other,
    subject: 'people.principal.1',
    scope: 'bankAccount',
    reason: '本人书面要求删除',
    password: 'desk-password',
  })
  expect(refused).toMatchObject({ code: 'erasure-impossible', fields: ['empty'] })
})

test('a limit that rests on the account is looked at again when the account is erased', async () => {
  const company = await companyAtWork()
  const { filler } = company
  await recordPurposes(company.administrator)
  const typed = typedCustomer({ ...individual, 'credit.requestedLimit': 5_000_000 })
  const { id, values } = await shop(company, typed, first)
  await verifyAll(company, id, values)
  const application = await begin(company, id)
  await submit(filler, application)
  await signThrough(company, application)
  const today = async () => (await filler.ask('limits.ofCustomer', { customerId: id })).today
  expect(await today()).toMatchObject({ state: 'inForce', review: null })
  await erase(company, id, { scope: 'bankAccount' })
  expect(await today()).toMatchObject({ state: 'inForce', review: { causes: ['bankAccount'] } })
  expect(await brokenAt(company)).toBeNull()
})
