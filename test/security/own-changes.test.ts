import { randomUUID } from 'node:crypto'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import {
  askForChange,
  begin,
  callBack,
  type Company,
  companyAtWork,
  decision,
  givePost,
  idOf,
  readyCustomer,
  submit,
} from '../backend/company.ts'
import { type Caller, deskPassword } from '../backend/desk.ts'
import { expectLogged } from '../backend/logged.ts'

// One test for each road on which somebody might come to let a change of a key box through that is their own.

const account = '6222021001116245702'
const approval = (id: number) => ({ requestId: randomUUID(), id, opinion: '', password: deskPassword })

async function formalCustomer(company: Company): Promise<number> {
  const id = await readyCustomer(company, 5_000_000)
  await begin(company, id)
  return id
}

async function expectOwn({ desk }: Company, by: Caller, customerId: number, id: number, code = 'own-application') {
  await expectLogged(
    desk,
    { action: 'refused.change', object: `customer:${customerId}`, facts: { change: String(id), code } },
    async () => expect(await by.refusal('changes.approve', approval(id))).toMatchObject({ code }),
  )
}

test('whoever asked for a change neither approves nor returns it nor calls back for it, whatever post is given meanwhile', async () => {
  const company = await companyAtWork()
  const { otherFiller } = company
  const customerId = await formalCustomer(company)
  const id = await askForChange(otherFiller, customerId, { boxes: { 'customer.bankAccountNo': account } })
  await expectOwn(company, otherFiller, customerId, id)
  await givePost(company, '韩雪', 'salesManager')
  await expectOwn(company, otherFiller, customerId, id)
  const returned = { requestId: randomUUID(), id, opinion: '请附变更证明' }
  expect(await otherFiller.refusal('changes.reject', returned)).toMatchObject({ code: 'own-application' })
  expect(await callBack(company, otherFiller, id, account)).toMatchObject({ error: { code: 'own-application' } })
})

test('whoever filled in the card, is responsible for it, or would be, does not approve a change of it', async () => {
  const company = await companyAtWork()
  const { filler, otherFiller, signers } = company
  const customerId = await formalCustomer(company)
  await givePost(company, '孙磊', 'officeHead')
  const id = await askForChange(otherFiller, customerId, { boxes: { 'customer.name': '大华' } })
  await expectOwn(company, filler, customerId, id)
  const { applications } = await filler.ask('limits.ofCustomer', { customerId })
  await submit(filler, applications[0]?.id ?? 0)
  const next = await askForChange(otherFiller, customerId, { salesperson: idOf(company, '陈卫东') })
  await expectOwn(company, signers.salesManager, customerId, next)
  await signers.officeHead.ask('changes.approve', approval(next))
})

test('nobody without a post approves a change', async () => {
  const company = await companyAtWork()
  const customerId = await formalCustomer(company)
  const id = await askForChange(company.filler, customerId, { boxes: { 'customer.name': '大华' } })
  for (const person of [company.accountant, company.verifier, company.administrator])
    await expectOwn(company, person, customerId, id, 'not-allowed')
  const order = { requestId: randomUUID(), customerId, revision: 1, changes: {}, salesperson: null, accountAgain: null }
  expect(await company.accountant.refusal('changes.request', { ...order, reason: '客户来函通知' })).toMatchObject({
    code: 'not-allowed',
  })
})

test('whoever asked for a change that waits does not sign for the customer', async () => {
  const company = await companyAtWork()
  const customerId = await formalCustomer(company)
  await givePost(company, '韩雪', 'officeHead')
  const { filler, otherFiller } = company
  const { applications } = await filler.ask('limits.ofCustomer', { customerId })
  const application = applications[0]?.id ?? 0
  await submit(filler, application)
  const open = () => otherFiller.ask('applications.open', { id: application })
  expect((await open()).may.sign).toBe(true)
  const id = await askForChange(otherFiller, customerId, { boxes: { 'customer.name': '大华' } })
  expect(await otherFiller.refusal('applications.decide', decision(await open()))).toMatchObject({
    code: 'own-application',
  })
  // Nor once it was approved: the box is their word.
  await company.signers.salesManager.ask('changes.approve', approval(id))
  expect(await otherFiller.refusal('applications.decide', decision(await open()))).toMatchObject({
    code: 'own-application',
  })
})

test('a key box does not change by another road: not by emptying it first, not by a plain save, not with the salesperson of an application', async () => {
  const company = await companyAtWork()
  const { filler } = company
  const customerId = await formalCustomer(company)
  const { revision, values } = await filler.ask('customers.open', { id: customerId })
  const from = values['customer.bankAccountNo'] ?? null
  for (const to of [null, '', account])
    expect(await filler.save(customerId, revision, { 'customer.bankAccountNo': { from, to } })).toMatchObject({
      error: { code: 'needs-change-request', fields: ['customer.bankAccountNo'] },
    })
  const { applications } = await filler.ask('limits.ofCustomer', { customerId })
  const id = applications[0]?.id ?? 0
  await submit(filler, id)
  await filler.ask('applications.withdraw', { requestId: randomUUID(), id, reason: '金额填错了，重新填' })
  const next = await filler.ask('applications.begin', { requestId: randomUUID(), customerId, kind: 'standing' })
  const request = { amount: null, startsOn: null, endsOn: null, reason: null, plan: [] }
  expect(
    await filler.refusal('applications.change', {
      requestId: randomUUID(),
      id: next.id,
      request: { ...request, salespersonId: idOf(company, '韩雪') },
    }),
  ).toMatchObject({ code: 'needs-change-request', fields: ['salesperson'] })
})

test('the database itself keeps requests and refuses an approval of an own one, and of an account without a call-back', async () => {
  const company = await companyAtWork()
  const customerId = await formalCustomer(company)
  const name = await askForChange(company.filler, customerId, { boxes: { 'customer.name': '大华' } })
  const bank = await askForChange(company.filler, customerId, { boxes: { 'customer.bankAccountNo': account } })
  const db = new Database(path.join(company.desk.dir, 'kehu.sqlite'))
  try {
    const approve = (by: string, id: number) =>
      db
        .prepare("UPDATE change_requests SET state = 'approved', decided_by = ? WHERE id = ?")
        .run(idOf(company, by), id)
    expect(() => approve('孙磊', name)).toThrow('nobody approves a change of their own')
    expect(() => approve('周敏', bank)).toThrow('another bank account needs a call-back')
    expect(() => db.prepare('DELETE FROM change_requests').run()).toThrow('change requests are kept')
    expect(() => db.prepare("UPDATE change_items SET new = '1'").run()).toThrow('does not change')
  } finally {
    db.close()
  }
})
