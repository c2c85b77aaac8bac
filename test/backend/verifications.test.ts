import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { VerificationFacts } from '../../shared/contract/attachment-calls.ts'
import type { Input } from '../../shared/contract/contract.ts'
import {
  goTo,
  addPaper,
  begin,
  type Company,
  companyAtWork,
  idOf,
  readyCustomer,
  signThrough,
  submit,
  typedCustomer,
  verifyAll,
} from './company.ts'
import type { Caller } from './desk.ts'

let company: Company

beforeEach(async () => {
  company = await companyAtWork()
})

const registry: VerificationFacts = { item: 'registry', status: 'normal' }
const order = (customerId: number, more: Partial<Input<'verifications.record'>> = {}) => ({
  requestId: randomUUID(),
  customerId,
  facts: registry,
  checkedOn: company.clock.today(),
  note: null,
  files: [],
  ...more,
})
const states = async (customerId: number, amount: number | null = null) => {
  const { items } = await company.verifier.ask('verifications.list', { customerId, amount })
  return items.map(({ item, required, state }) => `${item} ${state}${required ? '' : ' (not needed)'}`)
}
const logged = async (action: string) =>
  (await company.signers.generalManager.ask('audit.list', { object: '', action, offset: 0, limit: 10 })).rows

/** Somebody who checks and fills in, as happens in a small office. */
async function fillerWhoVerifies(name: string): Promise<Caller> {
  await company.desk.addAccount({ name, roles: ['filler', 'verifier'] })
  return company.desk.as(name)
}

test('what was checked counts for the amount that is asked for, and follows the card', async () => {
  const values = typedCustomer({ 'credit.requestedLimit': 29_999_999 })
  const { id, revision } = await company.filler.create(values)
  expect(await states(id)).toEqual([
    'licence missing',
    'registry missing',
    'callback missing',
    'visit missing',
    'account missing (not needed)',
  ])
  await verifyAll(company, id, values)
  expect(await states(id, 30_000_000)).toEqual([
    'licence done',
    'registry done',
    'callback done',
    'visit done',
    'account done',
  ])
  const from = values['customer.bankAccountNo'] ?? null
  await company.filler.save(id, revision, { 'customer.bankAccountNo': { from, to: '6222021001116245702' } })
  expect((await states(id, 30_000_000))[4]).toBe('account contradicts')
  await goTo(company, '2027-02-22')
  expect((await states(id))[1]).toBe('registry outdated')
})

test('each check stays on record with who did it, and is logged without what is delicate', async () => {
  const id = await readyCustomer(company, 100)
  const { items } = await company.filler.ask('verifications.list', { customerId: id, amount: 100 })
  expect(items[0]).toMatchObject({ verifier: { name: '郑凯' }, files: [{ fileName: 'licence.pdf' }] })
  const rows = await logged('verification.record')
  expect(rows).toHaveLength(5)
  expect(rows[0]).toMatchObject({ object: `customer:${id}`, facts: { item: 'account', checkedOn: '2026-11-23' } })
  expect(JSON.stringify(rows)).not.toContain('1202021409900567316')
})

test('the account that was checked is masked like the one of the card, also beside an application', async () => {
  const id = await readyCustomer(company, 100)
  const application = await begin(company, id)
  const told = async () => {
    const { items } = await company.filler.ask('verifications.list', { customerId: id, amount: 100 })
    const { verification } = await company.filler.ask('applications.open', { id: application })
    return [items, verification].map(checks => checks.find(({ item }) => item === 'account')?.facts)
  }
  for (const facts of await told()) expect(facts).toMatchObject({ accountNo: '**** 7316' })
  await company.filler.ask('personal.reveal', { customerId: id })
  for (const facts of await told()) expect(facts).toMatchObject({ accountNo: '1202021409900567316' })
})

test('a day to come, papers of another customer, and customers that are not there are refused', async () => {
  const { id } = await company.filler.create({ 'customer.name': '明珠' })
  const other = (await company.filler.create({ 'customer.name': '大华' })).id
  const paper = await addPaper(company, company.verifier, other, 'photo')
  const { verifier } = company
  expect(await verifier.refusal('verifications.record', order(id, { checkedOn: '2026-11-24' }))).toMatchObject({
    code: 'period-invalid',
  })
  expect(await verifier.refusal('verifications.record', order(id, { files: [paper] }))).toMatchObject({
    code: 'invalid-input',
    fields: ['files'],
  })
  expect(await verifier.refusal('verifications.record', order(99))).toMatchObject({ code: 'not-found' })
  expect(await company.filler.refusal('verifications.record', order(id))).toMatchObject({ code: 'not-allowed' })
  await verifier.ask('verifications.record', order(other, { files: [paper, paper] }))
})

test('nobody verifies what they had a hand in: not who made the card, who edited it, nor who wrote the file', async () => {
  const maker = await fillerWhoVerifies('马丽')
  const editor = await fillerWhoVerifies('朱军')
  const stranger = await fillerWhoVerifies('何静')
  const { id } = await maker.create({ 'customer.name': '明珠' })
  await editor.save(id, 1, { 'customer.fax': { from: null, to: '0571-1' } })
  for (const person of [maker, editor])
    expect(await person.refusal('verifications.record', order(id))).toMatchObject({ code: 'own-application' })
  expect((await logged('refused.verification')).map(({ person, facts }) => [person, facts['code']])).toEqual([
    ['朱军', 'own-application'],
    ['马丽', 'own-application'],
  ])
  await stranger.ask('verifications.record', order(id))
})

test('an edit that somebody else wrote over counts until a limit is approved after it; one since then counts again', async () => {
  const editor = await fillerWhoVerifies('朱军')
  const id = await readyCustomer(company, 100)
  const fax = async (by: Caller, to: string) => {
    const { revision, values } = await by.ask('customers.open', { id })
    expect(await by.save(id, revision, { 'customer.fax': { from: values['customer.fax'] ?? null, to } })).toMatchObject(
      {
        ok: true,
      },
    )
  }
  await fax(editor, '0571-1')
  await fax(company.filler, '0571-2')
  expect(await editor.refusal('verifications.record', order(id))).toMatchObject({ code: 'own-application' })
  const application = await begin(company, id)
  await submit(company.filler, application)
  await signThrough(company, application)
  await editor.ask('verifications.record', order(id))
  await fax(editor, '0571-3')
  await fax(company.filler, '0571-4')
  expect(await editor.refusal('verifications.record', order(id))).toMatchObject({ code: 'own-application' })
})

test.each([
  ['开发人', { 'customer.developedBy': '马丽' }],
  ['one of several 开发人', { 'customer.developedBy': '孙磊、马 丽' }],
  ['开发人 with what they are', { 'customer.developedBy': '马丽（业务员）' }],
  ['开发人 with a sign that nobody sees', { 'customer.developedBy': '马\u200b丽' }],
  ['填表人 of the card', { 'customer.filledBy': ' 马丽' }],
  ['填表人 of the file', { 'credit.filledBy': '马丽' }],
])('whoever is named as %s does not verify', async (_box, named) => {
  const person = await fillerWhoVerifies('马丽')
  const { id } = await company.filler.create({ 'customer.name': '明珠', ...named })
  expect(await person.refusal('verifications.record', order(id))).toMatchObject({ code: 'own-application' })
})

test('the responsible salesperson and whoever submits do not verify either', async () => {
  const salesperson = await fillerWhoVerifies('马丽')
  const submitter = await fillerWhoVerifies('朱军')
  const id = await readyCustomer(company, 100)
  const application = await begin(company, id)
  const request = {
    salespersonId: idOf(company, '孙磊'),
    amount: null,
    startsOn: null,
    endsOn: null,
    reason: null,
    plan: [],
  }
  const people = (await submitter.ask('accounts.people', {})).people
  const salespersonId = people.find(({ name }) => name === '马丽')?.id ?? null
  await company.filler.ask('applications.change', {
    requestId: randomUUID(),
    id: application,
    request: { ...request, salespersonId },
  })
  expect(await salesperson.refusal('verifications.record', order(id))).toMatchObject({ code: 'own-application' })
  await submitter.ask('verifications.record', order(id))
  await submit(submitter, application)
  expect(await submitter.refusal('verifications.record', order(id))).toMatchObject({ code: 'own-application' })
})
