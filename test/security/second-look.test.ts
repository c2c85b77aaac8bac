import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Path, Value } from '../../shared/catalogue/field.ts'
import {
  addPaper,
  begin,
  changeByRequest,
  beginLowering,
  beginTemporary,
  type Company,
  companyAtWork,
  decide,
  decision,
  goTo,
  idOf,
  readyCustomer,
  requestFor,
  signThrough,
  submit,
  submitted,
  verify,
} from '../backend/company.ts'
import { deskPassword } from '../backend/desk.ts'
import { agreed, codesOf, fill, make, read } from '../excel/packet-desk.ts'

// What was true when somebody looked, and is so no longer when it counts.

const requestId = () => randomUUID()

/** Changes one box of the customer of an application. */
async function change({ filler }: Company, id: number, path: Path, to: Value): Promise<void> {
  const { customerId } = await filler.ask('applications.open', { id })
  const { revision, values } = await filler.ask('customers.open', { id: customerId })
  const saved = await filler.save(customerId, revision, { [path]: { from: values[path] ?? null, to } })
  expect(saved).toMatchObject({ ok: true })
}

test('lowering a first limit opens nothing, whatever the clock says', async () => {
  const company = await companyAtWork()
  const { filler, signers, clock } = company
  await goTo(company, clock.today())
  const first = await submitted(company, 10_000_000)
  await signThrough(company, first)
  const { customerId } = await filler.ask('applications.open', { id: first })
  const today = async () => (await filler.ask('limits.ofCustomer', { customerId })).today.total
  expect(await today()).toBe(2_000_000)
  // Back to noon, before the first limit was decided.
  await goTo(company, clock.today())
  const id = await beginLowering(company, customerId, 9_999_999)
  await submit(filler, id)
  await decide(signers.salesManager, id)
  expect(await today()).toBe(2_000_000)
  await company.accountant.ask('limits.release', {
    requestId: requestId(),
    applicationId: id,
    paidOn: clock.today(),
    invoice: 'FP-1',
  })
  expect(await today()).toBe(9_999_999)
})

test('what a verifier found against a customer does not go away because the verifier is named on the card', async () => {
  const company = await companyAtWork()
  const { filler } = company
  const customerId = await readyCustomer(company, 5_000_000)
  await company.desk.addAccount({ name: '何静', roles: ['verifier'] })
  const other = await company.desk.as('何静')
  await verify({ ...company, verifier: other }, customerId, {
    item: 'callback',
    phone: '0571-87654321',
    source: 'directory',
    spokeWith: '前台',
    confirmed: false,
  })
  const id = await begin(company, customerId)
  const gates = async () => (await filler.ask('applications.check', { id })).problems.map(({ detail }) => detail)
  expect(await gates()).toEqual(['callback'])
  await change(company, id, 'customer.developedBy', '孙磊、何静')
  expect(await gates()).toEqual(['callback'])
})

test('whoever has ticked that the card was changed has not seen what was changed after that', async () => {
  const company = await companyAtWork()
  const id = await submitted(company)
  const { officeHead } = company.signers
  await change(company, id, 'customer.address', '搬家了')
  const seen = decision(await officeHead.ask('applications.open', { id }))
  const filled = await fill(await make(company, id), { filling: agreed })
  expect(codesOf(await read(company, company.accountant, filled))).toEqual([])
  await change(company, id, 'customer.address', '又搬家了')
  expect(codesOf(await read(company, company.accountant, filled))).toEqual(['flags-since'])
  expect(await officeHead.refusal('applications.decide', seen)).toMatchObject({ code: 'flags-unread' })
  await decide(officeHead, id)
})

test('whoever signed a card that was changed back afterwards has to stand by that, too', async () => {
  const company = await companyAtWork()
  const id = await submitted(company)
  const { officeHead, salesManager } = company.signers
  const { values } = await company.filler.ask('applications.open', { id })
  await change(company, id, 'customer.address', '搬家了')
  await decide(officeHead, id)
  await change(company, id, 'customer.address', values['customer.address'] ?? null)
  const detail = await salesManager.ask('applications.open', { id })
  expect(await salesManager.refusal('applications.decide', decision(detail))).toMatchObject({
    code: 'changes-unconfirmed',
  })
  await officeHead.ask('applications.confirmChanges', { requestId: requestId(), id, password: deskPassword })
  await decide(salesManager, id)
})

test('a sheet without a key signs no temporary limit with which 300,000 yuan could be owed', async () => {
  const company = await companyAtWork()
  const first = await submitted(company, 29_000_000)
  await signThrough(company, first)
  const { customerId } = await company.filler.ask('applications.open', { id: first })
  await company.accountant.ask('limits.release', {
    requestId: requestId(),
    applicationId: first,
    paidOn: company.clock.today(),
    invoice: 'FP-1',
  })
  const { filler } = company
  const id = await beginTemporary(company, customerId, 1_000_000)
  await submit(filler, id)
  const filled = await fill(await make(company, id), { filling: agreed })
  expect(codesOf(await read(company, company.accountant, filled))).toEqual(['needs-key'])
})

test('a password that is being changed does not undo the reset that overtook it', async () => {
  const company = await companyAtWork()
  const { desk, signers } = company
  const mine = { password: deskPassword, newPassword: 'still-in-my-hands' }
  const changing = signers.officeHead.call('session.changePassword', mine)
  const id = idOf(company, '周敏')
  await desk.ask('accounts.resetPassword', { requestId: requestId(), id, password: 'from-the-administrator' })
  expect(await changing).toMatchObject({ ok: false })
  const after = await desk.call('session.signIn', { id, password: mine.newPassword })
  expect(after).toMatchObject({ ok: false, error: { code: 'password-wrong' } })
})

test('the salesperson of a first limit does not release it because somebody else was named since', async () => {
  const company = await companyAtWork()
  const { filler, otherFiller } = company
  const seller = await company.desk.addAccount({ name: '何静', roles: ['accountant'] })
  const customerId = await readyCustomer(company, 5_000_000)
  const first = await begin(company, customerId)
  const request = requestFor(company, { salespersonId: seller.id })
  await filler.ask('applications.change', { requestId: requestId(), id: first, request })
  await submit(filler, first)
  await signThrough(company, first)
  await changeByRequest(company, customerId, { salesperson: idOf(company, '孙磊') }, { by: otherFiller })
  const next = await begin(company, customerId, otherFiller)
  expect(next).not.toBe(first)
  const release = { requestId: requestId(), applicationId: first, paidOn: company.clock.today(), invoice: 'FP-1' }
  expect(await (await company.desk.as('何静')).refusal('limits.release', release)).toMatchObject({
    code: 'own-application',
  })
})

test('nothing comes into force for a customer who is no longer the one that was verified', async () => {
  const company = await companyAtWork()
  const id = await submitted(company)
  const { signers } = company
  const { customerId } = await signers.officeHead.ask('applications.open', { id })
  await changeByRequest(company, customerId, { boxes: { 'people.principal.1.name': '另一个人' } })
  await signThrough(company, id, 'marketingVp')
  const detail = await signers.generalManager.ask('applications.open', { id })
  expect(detail.verification.find(({ item }) => item === 'licence')).toMatchObject({ state: 'contradicts' })
  expect(await signers.generalManager.refusal('applications.decide', decision(detail))).toMatchObject({
    code: 'verification-missing',
    fields: ['licence'],
  })
  const licence = await addPaper(company, company.verifier, detail.customerId, 'licence', 'new')
  const { values } = await company.filler.ask('customers.open', { id: detail.customerId })
  await verify(
    company,
    detail.customerId,
    {
      item: 'licence',
      evidence: 'licence',
      name: String(values['customer.name']),
      creditCode: String(values['customer.businessRegNo']),
      representative: '另一个人',
    },
    [licence],
  )
  await decide(signers.generalManager, id)
})

test('a signature for one total is not kept for a larger one', async () => {
  const company = await companyAtWork()
  const { filler, signers } = company
  const first = await submitted(company)
  await signThrough(company, first)
  const { customerId } = await filler.ask('applications.open', { id: first })
  const next = await begin(company, customerId)
  await change(company, next, 'credit.requestedLimit', 6_000_000)
  const { carried } = await filler.ask('limits.ofCustomer', { customerId })
  await filler.ask('applications.confirmCarried', { requestId: requestId(), customerId, paths: carried })
  await submit(filler, next)
  await decide(signers.officeHead, next)
  await decide(signers.salesManager, next, { decision: 'return', comment: '先看看春节备货' })
  const id = await beginTemporary(company, customerId, 700_000)
  await submit(filler, id)
  await signThrough(company, id)
  await submit(filler, next)
  const { steps, totalLimit } = await signers.officeHead.ask('applications.open', { id: next })
  expect(totalLimit).toBe(6_700_000)
  expect(steps[0]).toMatchObject({ post: 'officeHead', state: 'open' })
})

test('a customer whose limit is in the chain is not put aside, so none that was put aside gets a limit', async () => {
  const company = await companyAtWork()
  const { filler } = company
  const id = await submitted(company)
  const { customerId } = await filler.ask('applications.open', { id })
  const aside = () => ({ requestId: requestId(), id: customerId, archived: true, reason: '不再与我们来往' })
  expect(await filler.refusal('customers.archive', aside())).toMatchObject({ code: 'frozen' })
  await filler.ask('applications.withdraw', { requestId: requestId(), id, reason: '客户不再需要' })
  await filler.ask('customers.archive', aside())
})
