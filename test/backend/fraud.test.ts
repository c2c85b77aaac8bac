import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { VerificationFacts } from '../../shared/contract/attachment-calls.ts'
import type { VerificationItem } from '../../shared/domain/verification.ts'
import {
  addPaper,
  begin,
  type Company,
  companyAtWork,
  decision,
  goTo,
  idOf,
  requestFor,
  signThrough,
  submit,
  typedCustomer,
  verify,
} from './company.ts'
import { addIdentityPaper, recordConsent, recordPurposes } from './consent.ts'

// The case of rules 3, move by move: a salesman with identity papers from the street, an invented firm, 500,000 yuan, and goods that
// come to his own door. Each test is a move, with the door that stops it and what the approvers see.

const asked = 50_000_000 // 500,000.00 元
const salesman = { phone: '13912345678', address: '杭州市余杭区五常街道 18 号', bankAccountNo: '6222021202012345678' }
const requestId = () => randomUUID()

/** The salesman's customer, as he tells of it. */
async function invented(company: Company, more: Parameters<typeof typedCustomer>[0] = {}) {
  const values = typedCustomer({ 'credit.requestedLimit': asked, ...more })
  const { id: customerId } = await company.filler.create(values)
  return { customerId, values, id: await begin(company, customerId) }
}

/** What stands in the way of the submission. */
async function gates({ filler }: Company, id: number): Promise<string[]> {
  const { fields = [], code } = await filler.refusal('applications.submit', { requestId: requestId(), id })
  expect(code).toBe('gates-closed')
  return [...fields]
}

/** How an item stands before the eyes of an approver. */
async function seen({ signers }: Company, id: number, item: VerificationItem) {
  const { verification } = await signers.generalManager.ask('applications.open', { id })
  return verification.find(state => state.item === item)?.state
}

const licenceOf = (values: ReturnType<typeof typedCustomer>, creditCode?: string): VerificationFacts => ({
  item: 'licence',
  evidence: 'licence',
  name: String(values['customer.name']),
  creditCode: creditCode ?? String(values['customer.businessRegNo']),
  representative: String(values['people.principal.1.name']),
})

const registered: VerificationFacts = { item: 'registry', status: 'normal' }
const called: VerificationFacts = {
  item: 'callback',
  phone: '0571-87654321',
  source: 'registry',
  spokeWith: '前台',
  confirmed: true,
}
const visited = {
  item: 'visit',
  agrees: true,
  deliveryAddress: '杭州市良渚仓库 3 号',
  consignee: '李仓管',
  consigneePhone: '',
} as const
const accountOf = (values: ReturnType<typeof typedCustomer>): VerificationFacts => ({
  item: 'account',
  accountName: String(values['customer.name']),
  accountNo: String(values['customer.bankAccountNo']),
})

/** Tells the program where the salesman lives, as the administrator knows it. */
async function knowSalesman(company: Company): Promise<void> {
  const account = {
    id: idOf(company, '孙磊'),
    name: '孙磊',
    staffNo: '007',
    roles: ['filler' as const],
    disabled: false,
  }
  await company.desk.ask('accounts.change', { requestId: requestId(), ...account, ...salesman })
}

/** Lets the accomplice sign off everything that he is not kept from. */
async function collude(
  company: Company,
  customerId: number,
  values: ReturnType<typeof typedCustomer>,
  visit = visited,
) {
  const licence = await addPaper(company, company.verifier, customerId, 'licence')
  const photo = await addPaper(company, company.verifier, customerId, 'photo')
  await verify(company, customerId, licenceOf(values), [licence])
  await verify(company, customerId, registered)
  await verify(company, customerId, called)
  await verify(company, customerId, visit, [photo])
  await verify(company, customerId, accountOf(values))
}

test('identity papers that were found in the street prove no firm', async () => {
  const company = await companyAtWork()
  const { customerId, values, id } = await invented(company)
  await recordPurposes(company.administrator)
  await recordConsent(company.filler, customerId, ['identityCard'])
  const paper = await addIdentityPaper(company, company.filler, customerId)
  expect(await gates(company, id)).toEqual(
    ['licence', 'registry', 'callback', 'visit', 'account'].map(item => `verification-missing ${item}`),
  )
  // Nor when somebody else vouches for them as if they were a licence.
  await verify(company, customerId, licenceOf(values), [paper])
  expect(await gates(company, id)).toContain('verification-missing licence')
  expect(await seen(company, id, 'licence')).toBe('missing')
})

test('an invented credit code fails at its check digit, a borrowed one at the public register', async () => {
  const company = await companyAtWork()
  const wrong = '91350100M000100Y4Z'
  const { customerId, values, id } = await invented(company, { 'customer.businessRegNo': wrong })
  const licence = await addPaper(company, company.verifier, customerId, 'licence')
  await verify(company, customerId, licenceOf(values), [licence])
  expect(await gates(company, id)).toEqual(
    expect.arrayContaining(['credit-code-missing', 'verification-missing licence']),
  )
  expect(await seen(company, id, 'licence')).toBe('contradicts')

  const borrowed = await invented(company, {
    'customer.name': '宁波海天粮油有限公司',
    'customer.businessRegNo': '91110108551385082Q',
    'customer.taxNo': null,
    'customer.bankAccountNo': '1202021409900567999',
  })
  await verify(company, borrowed.customerId, { item: 'registry', status: 'notFound' })
  expect(await gates(company, borrowed.id)).toContain('verification-missing registry')
  expect(await seen(company, borrowed.id, 'registry')).toBe('contradicts')
  const { flags } = await company.signers.generalManager.ask('applications.open', { id: borrowed.id })
  expect(flags.find(({ code }) => code === 'abnormalRegistry')?.facts).toEqual({ status: 'notFound' })
})

test('a licence of another firm, or of another person, is not the one of the customer', async () => {
  const company = await companyAtWork()
  const { customerId, values, id } = await invented(company)
  const licence = await addPaper(company, company.verifier, customerId, 'licence')
  for (const other of [
    { name: '杭州大华百货有限公司' },
    { representative: '王五' },
    { creditCode: '91110108551385082Q' },
  ]) {
    await verify(company, customerId, { ...licenceOf(values), ...other }, [licence])
    expect(await seen(company, id, 'licence')).toBe('contradicts')
  }
  expect(await gates(company, id)).toContain('verification-missing licence')
})

test('the salesman does not vouch for his own customer, under whatever role', async () => {
  const company = await companyAtWork()
  const account = { id: idOf(company, '孙磊'), name: '孙磊', staffNo: null, disabled: false, ...salesman }
  const roles = ['filler', 'verifier'] as const
  await company.desk.ask('accounts.change', { requestId: requestId(), ...account, roles: [...roles] })
  const { customerId } = await invented(company)
  for (const facts of [registered, called, visited]) {
    const check = { requestId: requestId(), customerId, facts, checkedOn: company.clock.today(), note: null, files: [] }
    expect((await company.filler.refusal('verifications.record', check)).code).toBe('own-application')
  }
})

test('a call to the salesman, or one that nobody answered, confirms nothing', async () => {
  const company = await companyAtWork()
  await knowSalesman(company)
  const { customerId, id } = await invented(company)
  for (const facts of [{ phone: `+86 ${salesman.phone}` }, { confirmed: false }]) {
    await verify(company, customerId, { ...called, ...facts })
    expect(await seen(company, id, 'callback')).toBe('contradicts')
    expect(await gates(company, id)).toContain('verification-missing callback')
  }
  await verify(company, customerId, called)
  expect(await seen(company, id, 'callback')).toBe('done')
})

test('no visit, one without photographs or one that found something else opens nothing from 100,000 yuan on', async () => {
  const company = await companyAtWork()
  const { customerId, id } = await invented(company, { 'credit.requestedLimit': 10_000_000 })
  expect(await gates(company, id)).toContain('verification-missing visit')
  await verify(company, customerId, visited)
  expect(await seen(company, id, 'visit')).toBe('missing')
  const photo = await addPaper(company, company.verifier, customerId, 'photo')
  await verify(company, customerId, { ...visited, agrees: false }, [photo])
  expect(await seen(company, id, 'visit')).toBe('contradicts')
  await verify(company, customerId, visited, [photo])
  expect(await gates(company, id)).not.toContain('verification-missing visit')
})

test('an account in the name of somebody else is not the account of the customer', async () => {
  const company = await companyAtWork()
  const { customerId, values, id } = await invented(company)
  for (const other of [{ accountName: '孙磊' }, { accountNo: salesman.bankAccountNo }]) {
    await verify(company, customerId, { ...accountOf(values), ...other })
    expect(await seen(company, id, 'account')).toBe('contradicts')
    expect(await gates(company, id)).toContain('verification-missing account')
  }
})

test('goods to the door of the salesman, his telephone and his account are before the eyes of every approver', async () => {
  const company = await companyAtWork()
  await knowSalesman(company)
  const { customerId, values, id } = await invented(company, { 'customer.bankAccountNo': salesman.bankAccountNo })
  const toHim = { ...visited, deliveryAddress: salesman.address, consigneePhone: salesman.phone } as typeof visited
  await collude(company, customerId, values, toHim)
  await submit(company.filler, id)
  const detail = await company.signers.officeHead.ask('applications.open', { id })
  const people = (code: string) => detail.flags.find(flag => flag.code === code)?.facts['people']
  expect(['employeeAddress', 'employeePhone', 'employeeAccount'].map(people)).toEqual(['孙磊', '孙磊', '孙磊'])
  expect(detail.flags.map(({ code }) => code)).toContain('filledTooFast')
  const blind = await company.signers.officeHead.refusal('applications.decide', decision(detail, { flagsSeen: [] }))
  expect(blind.code).toBe('flags-unread')
  expect(blind.fields).toEqual(detail.flags.map(({ key }) => key))
})

test('500,000 takes all five items, and none of them goes stale unseen', async () => {
  const company = await companyAtWork()
  const { customerId, values, id } = await invented(company)
  await collude(company, customerId, values)
  const { verification } = await company.signers.generalManager.ask('applications.open', { id })
  expect(verification.map(({ item, required, state }) => [item, required, state])).toEqual(
    ['licence', 'registry', 'callback', 'visit', 'account'].map(item => [item, true, 'done']),
  )
  expect(verification.every(({ verifier }) => verifier?.name === '郑凯')).toBe(true)
  await goTo(company, '2027-02-22')
  expect(await seen(company, id, 'registry')).toBe('outdated')
  expect(await gates(company, id)).toEqual(['verification-missing registry'])
})

test('even where all of them are in it together 20,000 yuan can be used until an invoice is paid, however often they approve', async () => {
  const company = await companyAtWork()
  const { filler, accountant } = company
  const { customerId, values, id } = await invented(company)
  await collude(company, customerId, values)
  await submit(filler, id)
  await signThrough(company, id)
  const usable = async () => (await filler.ask('limits.ofCustomer', { customerId })).today
  expect(await usable()).toMatchObject({ state: 'inForce', approved: asked, standing: 2_000_000, total: 2_000_000 })

  // A second KH002 right after the first opens no more.
  const next = await begin(company, customerId)
  const { carried } = await filler.ask('limits.ofCustomer', { customerId })
  await filler.ask('applications.confirmCarried', { requestId: requestId(), customerId, paths: carried })
  const { revision } = await filler.ask('customers.open', { id: customerId })
  await filler.save(customerId, revision, { 'credit.requestedLimit': { from: null, to: asked } })
  await submit(filler, next)
  await signThrough(company, next)
  expect(await usable()).toMatchObject({ approved: asked, total: 2_000_000 })

  // Nor does the salesman open it, nor a payment of before it was granted.
  const paid = { requestId: requestId(), applicationId: next, paidOn: company.clock.today(), invoice: 'FP-1' }
  expect((await filler.refusal('limits.release', paid)).code).toBe('not-allowed')
  const early = await accountant.refusal('limits.release', { ...paid, requestId: requestId(), paidOn: '2026-11-01' })
  expect(early.code).toBe('period-invalid')
  expect(await usable()).toMatchObject({ total: 2_000_000 })
  await accountant.ask('limits.release', { ...paid, requestId: requestId() })
  expect(await usable()).toMatchObject({ total: asked })
})

test('a friend who stands as the salesperson keeps the one who won the customer from nothing', async () => {
  const company = await companyAtWork()
  const { customerId, id } = await invented(company)
  const request = requestFor(company, { salespersonId: idOf(company, '韩雪') })
  await company.filler.ask('applications.change', { requestId: requestId(), id, request })
  const account = {
    id: idOf(company, '韩雪'),
    name: '韩雪',
    staffNo: null,
    disabled: false,
    phone: null,
    address: null,
    bankAccountNo: null,
  }
  await company.desk.ask('accounts.change', { requestId: requestId(), ...account, roles: ['filler', 'verifier'] })
  const check = {
    requestId: requestId(),
    customerId,
    facts: registered,
    checkedOn: company.clock.today(),
    note: null,
    files: [],
  }
  for (const person of [company.otherFiller, company.filler])
    expect((await person.refusal('verifications.record', check)).code).toMatch(/own-application|not-allowed/)
})
