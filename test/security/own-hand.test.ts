import { expect, test } from 'vitest'
import {
  begin,
  beginTemporary,
  companyAtWork,
  decide,
  givePost,
  idOf,
  readyCustomer,
  requestFor,
  signThrough,
  submit,
  submitted,
} from '../backend/company.ts'
import { deskPassword } from '../backend/desk.ts'
import { expectLogged, logRows } from '../backend/logged.ts'
import { change, editAddress, expectRefused, open, refusedTo, requestId } from './roads.ts'

// Whoever has had a hand in what is asked for neither signs nor checks it, whenever and however that hand was in it.

test('an approver who edits the card after the submission does not sign', async () => {
  const company = await companyAtWork()
  await change(company, '周敏', { roles: ['filler'] })
  const id = await submitted(company)
  const { signers } = company
  expect((await open(signers.officeHead, id)).may.sign).toBe(true)
  await editAddress(signers.officeHead, (await open(signers.officeHead, id)).customerId)
  await expectRefused(company, signers.officeHead, id, 'own-application')
})

test('an approver who edits the card after signing does not confirm that edit; the next one can only give it back', async () => {
  const company = await companyAtWork()
  await change(company, '周敏', { roles: ['filler'] })
  const id = await submitted(company)
  const { desk, signers } = company
  await decide(signers.officeHead, id)
  const { customerId } = await open(signers.officeHead, id)
  await editAddress(signers.officeHead, customerId)
  await expectLogged(desk, { action: 'refused.confirm', object: `application:${id}` }, async () => {
    const wish = { requestId: requestId(), id, password: deskPassword }
    expect((await signers.officeHead.refusal('applications.confirmChanges', wish)).code).toBe('own-application')
  })
  expect(await refusedTo(signers.salesManager, signers.salesManager, id)).toBe('changes-unconfirmed')
  await decide(signers.salesManager, id, { decision: 'return', comment: '签后资料被改' })
  expect((await open(company.filler, id)).state).toBe('returned')
})

test('the filler changes nothing of the KH002 after the submission, and what else is changed has to be confirmed', async () => {
  const company = await companyAtWork()
  const { desk, filler, signers } = company
  const id = await submitted(company)
  await decide(signers.officeHead, id)
  const { customerId } = await open(filler, id)
  const { revision } = await filler.ask('customers.open', { id: customerId })
  await expectLogged(desk, { action: 'refused.save', object: `customer:${customerId}` }, async () => {
    const more = { 'credit.requestedLimit': { from: 5_000_000, to: 50_000_000 } }
    expect(await filler.save(customerId, revision, more)).toMatchObject({ ok: false, error: { code: 'frozen' } })
  })
  await editAddress(filler, customerId)
  expect(logRows(desk).at(-1)).toMatchObject({ action: 'customer.save', facts: { paths: 'customer.address' } })
  const detail = await open(signers.salesManager, id)
  expect(detail.flags.map(({ code }) => code)).toContain('factsChanged')
  expect(detail.changes.sinceSubmission).toMatchObject([{ path: 'customer.address', to: '城东仓库' }])
  expect(await refusedTo(signers.salesManager, signers.salesManager, id)).toBe('changes-unconfirmed')
})

test('the salesperson does not sign, even where somebody else filled in everything', async () => {
  const company = await companyAtWork()
  const { filler, signers } = company
  const id = await begin(company, await readyCustomer(company, 5_000_000))
  const request = requestFor(company, { salespersonId: idOf(company, '陈卫东') })
  await filler.ask('applications.change', { requestId: requestId(), id, request })
  const stuck = await filler.refusal('applications.submit', { requestId: requestId(), id })
  expect(stuck.fields).toEqual(['no-approver salesManager:陈卫东'])
  await givePost(company, '郑凯', 'salesManager')
  await submit(filler, id)
  await decide(signers.officeHead, id)
  await expectRefused(company, signers.salesManager, id, 'own-application')
})

test('whoever has worded what is asked for does not sign it', async () => {
  const company = await companyAtWork()
  await change(company, '周敏', { roles: ['filler'] })
  const id = await begin(company, await readyCustomer(company, 5_000_000))
  const { filler, signers } = company
  await signers.officeHead.ask('applications.change', { requestId: requestId(), id, request: requestFor(company) })
  await givePost(company, '郑凯', 'officeHead')
  await submit(filler, id)
  await expectRefused(company, signers.officeHead, id, 'own-application')
})

test('whoever has let old answers stand does not sign them', async () => {
  const company = await companyAtWork()
  await change(company, '周敏', { roles: ['filler'] })
  const { filler, otherFiller, signers } = company
  await signThrough(company, await submitted(company))
  const customerId = 1
  const id = await begin(company, customerId, otherFiller)
  const { carried } = await filler.ask('limits.ofCustomer', { customerId })
  await signers.officeHead.ask('applications.confirmCarried', { requestId: requestId(), customerId, paths: carried })
  const { revision } = await filler.ask('customers.open', { id: customerId })
  await filler.save(customerId, revision, { 'credit.requestedLimit': { from: null, to: 5_000_000 } })
  const refusal = await filler.refusal('applications.submit', { requestId: requestId(), id })
  expect(refusal.fields).toEqual(['no-approver officeHead:周敏'])
})

test('whoever asked for a temporary limit does not sign it because the next KH002 was begun meanwhile', async () => {
  const company = await companyAtWork()
  const { filler, otherFiller, signers } = company
  await signThrough(company, await submitted(company))
  const customerId = 1
  const id = await beginTemporary(company, customerId, 500_000, otherFiller)
  await submit(otherFiller, id)
  await filler.ask('applications.begin', { requestId: requestId(), customerId, kind: 'standing' })
  await givePost(company, '韩雪', 'officeHead')
  await expectRefused(company, otherFiller, id, 'own-application')
  await decide(signers.officeHead, id)
})

test('a signature does not outlive the hand that its signer had in the rework', async () => {
  const company = await companyAtWork()
  const { signers } = company
  const id = await submitted(company)
  await decide(signers.officeHead, id)
  await decide(signers.salesManager, id, { decision: 'return', comment: '请补充备注' })
  await change(company, '周敏', { roles: ['filler'] })
  await givePost(company, '郑凯', 'officeHead')
  // The verifier has checked the customer and may sign; the one who reworks it may not.
  await submit(signers.officeHead, id)
  expect((await open(company.filler, id)).steps[0]).toMatchObject({ state: 'open', signer: null, candidates: ['郑凯'] })
  await expectRefused(company, signers.officeHead, id, 'own-application')
  await decide(company.verifier, id)
})

test('whoever has checked the customer may sign, but not ask for the limit', async () => {
  const company = await companyAtWork()
  await change(company, '郑凯', { roles: ['filler'] })
  await givePost(company, '郑凯', 'officeHead')
  const signed = await submitted(company)
  await decide(company.verifier, signed)
  const other = await readyCustomer(company, 5_000_000, {
    'customer.name': '宁波海天粮油有限公司',
    'customer.businessRegNo': '91110108551385082Q',
    'customer.bankAccountNo': '1202021409900567999',
  })
  const id = await begin(company, other)
  const refusal = await company.verifier.refusal('applications.submit', { requestId: requestId(), id })
  expect(refusal.fields).toEqual([
    'verification-missing licence',
    'verification-missing registry',
    'verification-missing callback',
  ])
  await submit(company.filler, id)
})

test('nobody checks, and nobody opens the whole of a first limit, for a customer of their own', async () => {
  const company = await companyAtWork()
  await change(company, '孙磊', { roles: ['verifier', 'accountant'] })
  const id = await submitted(company)
  const { desk, filler } = company
  await expectLogged(desk, { action: 'refused.verification', object: 'customer:1' }, async () => {
    const facts = { item: 'registry', status: 'normal' } as const
    const check = { requestId: requestId(), customerId: 1, facts, checkedOn: '2026-11-23', note: null, files: [] }
    expect((await filler.refusal('verifications.record', check)).code).toBe('own-application')
  })
  await signThrough(company, id)
  await expectLogged(desk, { action: 'refused.release', object: `application:${id}` }, async () => {
    const paid = { requestId: requestId(), applicationId: id, paidOn: '2026-11-23', invoice: 'FP-1' }
    expect((await filler.refusal('limits.release', paid)).code).toBe('own-application')
  })
})
