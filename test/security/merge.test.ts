import { expect, test } from 'vitest'
import { begin, companyAtWork, decide, readyCustomer, submit } from '../backend/company.ts'
import { merge, merging, preview, unmerging } from '../backend/merge-desk.ts'
import { expectLogged } from '../backend/logged.ts'
import { change, editAddress } from './roads.ts'

// Two cards become one, but nobody gets rid of a hand that they had in either.

// Named otherwise: the program takes no firm twice.
const other = { 'customer.name': '宁波大华食品厂' }

test('only the sales manager merges and takes back; whoever else tries is in the log', async () => {
  const company = await companyAtWork()
  const { desk, filler, otherFiller, signers, verifier, accountant, administrator } = company
  const { id: older } = await filler.create({ 'customer.name': '明珠商贸' })
  const { id: younger } = await filler.create(other)
  const order = merging(await preview(signers.salesManager, older, younger))
  const { id } = await signers.salesManager.ask(
    'customers.merge',
    merging(await preview(signers.salesManager, older, younger)),
  )
  const others = [filler, otherFiller, signers.officeHead, signers.generalManager, verifier, accountant, administrator]
  for (const person of others) {
    expect((await person.refusal('customers.mergePreview', { a: older, b: younger })).code).toBe('not-allowed')
    await expectLogged(desk, { action: 'refused.call', object: 'call:customers.merge' }, async () => {
      expect((await person.refusal('customers.merge', order)).code).toBe('not-allowed')
    })
    await expectLogged(desk, { action: 'refused.call', object: 'call:customers.unmerge' }, async () => {
      expect((await person.refusal('customers.unmerge', unmerging(id))).code).toBe('not-allowed')
    })
  }
})

test('who made the card that was merged signs nothing of the card that lives on', async () => {
  const company = await companyAtWork()
  const { signers, filler } = company
  await change(company, '周敏', { roles: ['filler'] })
  const older = await readyCustomer(company, 5_000_000)
  const { id: younger } = await signers.officeHead.create(other)
  await merge(signers.salesManager, older, younger)
  const id = await begin(company, older)
  // Nobody else holds the post, so the application does not even get into the chain.
  const { problems } = await filler.ask('applications.check', { id })
  expect(problems).toMatchObject([{ code: 'no-approver', detail: 'officeHead:周敏' }])
})

test('who made the card that lives on signs nothing of what the merged card asked for', async () => {
  const company = await companyAtWork()
  const { signers, accountant } = company
  await change(company, '钱芳', { roles: ['accountant', 'filler'] })
  const { id: older } = await accountant.create(other)
  const younger = await readyCustomer(company, 5_000_000)
  const id = await begin(company, younger)
  await submit(company.filler, id)
  for (const post of ['officeHead', 'salesManager', 'marketingVp', 'generalManager'] as const)
    await decide(signers[post], id)
  await merge(signers.salesManager, older, younger)
  const release = { applicationId: id, paidOn: company.clock.today(), invoice: '12345678' }
  const refused = await accountant.refusal('limits.release', { requestId: crypto.randomUUID(), ...release })
  expect(refused.code).toBe('own-application')
})

test('whoever chose an answer in a merge has given it, and does not sign it', async () => {
  const company = await companyAtWork()
  const { signers } = company
  const older = await readyCustomer(company, 5_000_000)
  const { id: younger } = await company.otherFiller.create({ ...other, 'customer.fax': '0571-1' })
  await merge(signers.salesManager, older, younger, { 'customer.fax': 'drop' })
  const id = await begin(company, older)
  const { problems } = await company.filler.ask('applications.check', { id })
  expect(problems).toMatchObject([{ code: 'no-approver', detail: 'salesManager:陈卫东' }])
})

test('a merge that is taken back takes no earlier hand away, and leaves none', async () => {
  const company = await companyAtWork()
  const { signers, filler } = company
  await change(company, '周敏', { roles: ['filler'] })
  const older = await readyCustomer(company, 5_000_000)
  // The last word about the address is that of somebody who could sign.
  await editAddress(signers.officeHead, older)
  const { id: younger } = await company.otherFiller.create({ ...other, 'customer.address': '宁波市' })
  const merged = await merge(signers.salesManager, older, younger, { 'customer.address': 'drop' })
  const id = await begin(company, older)
  const barred = async () => (await filler.ask('applications.check', { id })).problems.map(({ detail }) => detail)
  expect(await barred()).toEqual(['officeHead:周敏'])
  await signers.salesManager.ask('customers.unmerge', unmerging(merged))
  expect(await barred()).toEqual(['officeHead:周敏'])
})

test('while an application is in the chain nobody merges its customer', async () => {
  const company = await companyAtWork()
  const { signers } = company
  const older = await readyCustomer(company, 5_000_000)
  const { id: younger } = await company.filler.create(other)
  const id = await begin(company, older)
  const order = merging(await preview(signers.salesManager, older, younger))
  await submit(company.filler, id)
  expect((await signers.salesManager.refusal('customers.merge', order)).fields).toEqual(['pending KH002-0001-01'])
  await decide(signers.officeHead, id)
  expect((await signers.salesManager.refusal('customers.merge', order)).code).toBe('merge-impossible')
})
