import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { begin, companyAtWork, readyCustomer, requestFor } from './company.ts'

test('a request id of somebody else gives nothing of their answer away', async () => {
  const company = await companyAtWork()
  const requestId = randomUUID()
  const facts = { staffNo: null, phone: '13800001234', address: null, bankAccountNo: '6222020200011112222' }
  const order = { requestId, name: '新来的人', ...facts, roles: ['filler' as const], password: 'first-password' }
  await company.administrator.ask('accounts.add', order)
  const customerId = await readyCustomer(company, 5_000_000)
  const begun = await company.filler.ask('applications.begin', { requestId, customerId, kind: 'standing' })
  expect(begun).toEqual({ id: expect.any(Number) })
})

test('a request id that was used for one command does not keep another from being carried out', async () => {
  const company = await companyAtWork()
  const id = await begin(company, await readyCustomer(company, 5_000_000))
  const requestId = randomUUID()
  const request = { ...requestFor(company), reason: '另一个理由，写得够长。' }
  await company.filler.ask('applications.change', { requestId, id, request })
  await company.filler.ask('applications.submit', { requestId, id })
  expect(await company.filler.ask('applications.open', { id })).toMatchObject({ state: 'pending', revision: 1 })
  const again = await company.filler.ask('applications.submit', { requestId, id })
  expect(again).toEqual({ revision: 1 })
})
