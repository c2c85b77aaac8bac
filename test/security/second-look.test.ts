import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Path, Value } from '../../shared/catalogue/field.ts'
import {
  begin,
  companyAtWork,
  type Company,
  decide,
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
  const { id } = await filler.ask('applications.begin', { requestId: requestId(), customerId, kind: 'lowering' })
  const request = requestFor(company, { amount: 9_999_999, reason: '销售下滑，主动压缩' })
  await filler.ask('applications.change', { requestId: requestId(), id, request })
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
  const next = await begin(company, customerId, otherFiller)
  expect(next).not.toBe(first)
  const release = { requestId: requestId(), applicationId: first, paidOn: company.clock.today(), invoice: 'FP-1' }
  expect(await (await company.desk.as('何静')).refusal('limits.release', release)).toMatchObject({
    code: 'own-application',
  })
})
