import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Values } from '../../shared/catalogue/field.ts'
import type { GivenAnswers } from '../../shared/contract/duplicate-calls.ts'
import {
  askForChange,
  begin,
  callBack,
  changeByRequest,
  type Company,
  companyAtWork,
  goTo,
  idOf,
  readyCustomer,
  signThrough,
  submit,
  typedCustomer,
} from './company.ts'
import { type Caller, deskPassword, listing, loggedOf } from './desk.ts'

const account = '6222021001116245702'

/** A customer with an application begun, so that its card is that of a 正式客户, and verified. */
async function formalCustomer(company: Company, more: Values = {}): Promise<number> {
  const id = await readyCustomer(company, 5_000_000, more)
  await begin(company, id)
  return id
}

const typed = async (by: Caller, id: number, boxes: Values) => {
  const { revision, values } = await by.whole(id)
  const changes = Object.entries(boxes).map(([path, to]) => [path, { from: values[path] ?? null, to }])
  return by.save(id, revision, Object.fromEntries(changes))
}
const only = async (by: Caller, customerId: number) => {
  const { requests } = await by.ask('changes.list', { customerId, onlyPending: false })
  return requests[0]
}
const approval = (id: number, opinion = '') => ({ requestId: randomUUID(), id, opinion, password: deskPassword })

test('a card becomes formal with its last key fact, in the same save, and stays so', async () => {
  const company = await companyAtWork()
  const id = await readyCustomer(company, 5_000_000)
  expect((await company.filler.ask('customers.open', { id })).formalSince).toBeNull()
  await begin(company, id)
  const { formalSince } = await company.filler.ask('customers.open', { id })
  expect(formalSince).not.toBeNull()
  await changeByRequest(company, id, { boxes: { 'customer.paymentMethod': null } })
  expect(await company.filler.ask('customers.open', { id })).toMatchObject({ formalSince })
})

test('a 个体户 that pays cash is formal without an account, so that its key boxes are guarded too', async () => {
  const company = await companyAtWork()
  const cash = { 'customer.ownershipType': 'individual', 'customer.bankAccountNo': null }
  const { id } = await company.filler.create(typedCustomer(cash))
  await begin(company, id)
  expect((await company.filler.ask('customers.open', { id })).formalSince).not.toBeNull()
  expect(await typed(company.otherFiller, id, { 'people.principal.1.name': '别人' })).toMatchObject({
    error: { code: 'needs-change-request', fields: ['people.principal.1.name'] },
  })
})

test('a reason stands for a code that a customer does not have', async () => {
  const company = await companyAtWork()
  const { filler } = company
  const id = await readyCustomer(company, 1_000_000, { 'customer.businessRegNo': null })
  await begin(company, id)
  expect((await filler.ask('customers.open', { id })).formalSince).toBeNull()
  const facts = { requestId: randomUUID(), id, filedOn: null, noCodeReason: '境外公司没有代码', salespersonId: null }
  await filler.ask('cards.setFacts', facts)
  expect((await filler.ask('customers.open', { id })).formalSince).not.toBeNull()
})

test('key boxes of a formal customer are refused with their names, free ones and empty ones are saved', async () => {
  const company = await companyAtWork()
  const id = await formalCustomer(company)
  const mixed = await typed(company.filler, id, { 'customer.name': '大华', 'customer.fax': '1' })
  expect(mixed).toMatchObject({ ok: false, error: { code: 'needs-change-request', fields: ['customer.name'] } })
  expect(await typed(company.filler, id, { 'customer.fax': '1' })).toMatchObject({ ok: true })
  await changeByRequest(company, id, { boxes: { 'customer.paymentMethod': null } })
  expect(await typed(company.filler, id, { 'customer.paymentMethod': '现金' })).toMatchObject({ ok: true })
})

test('whoever made the card today puts a slip right until somebody has verified or submitted something; nobody else does', async () => {
  const company = await companyAtWork()
  const { filler, otherFiller } = company
  const { id } = await filler.create(typedCustomer())
  await begin(company, id)
  expect((await filler.ask('customers.open', { id })).formalSince).not.toBeNull()
  expect(await typed(otherFiller, id, { 'customer.paymentMethod': '现金' })).toMatchObject({ ok: false })
  expect(await typed(filler, id, { 'customer.paymentMethod': '现金' })).toMatchObject({ ok: true })
  await goTo(company, '2026-11-24')
  expect(await typed(filler, id, { 'customer.paymentMethod': '月结' })).toMatchObject({
    error: { code: 'needs-change-request' },
  })
})

test('an approved change is stored as the word of whoever asked, with who approved it, and everything of a save follows', async () => {
  const company = await companyAtWork()
  const { filler, signers } = company
  const id = await formalCustomer(company)
  const { applications } = await filler.ask('limits.ofCustomer', { customerId: id })
  await submit(filler, applications[0]?.id ?? 0)
  await signThrough(company, applications[0]?.id ?? 0)
  await goTo(company, '2026-11-25')
  const before = await filler.ask('customers.open', { id })
  await changeByRequest(company, id, {
    boxes: { 'customer.name': '宁波大华贸易有限公司', 'people.principal.1.name': '王芳' },
  })
  const after = await filler.ask('customers.open', { id })
  expect(after).toMatchObject({ revision: before.revision + 1, changedBy: '孙磊' })
  expect(after.values).toMatchObject({ 'customer.name': '宁波大华贸易有限公司', 'people.principal.1.name': '王芳' })
  const { entries } = await filler.ask('customers.history', { id })
  expect(entries.filter(({ path }) => path === 'customer.name')[0]).toMatchObject({
    by: '孙磊',
    approvedBy: '周敏',
    reason: '客户来函通知变更',
  })
  const yesterday = await filler.ask('customers.asOf', { id, at: '2026-11-24T12:00:00.000Z' })
  expect(yesterday.values['customer.name']).toBe(before.values['customer.name'])
  const { counts } = await signers.officeHead.ask('today.summary', {})
  expect(counts).toContainEqual({ key: 'review', count: 1 })
  // The name that it had is kept, and the customer is found by it.
  const past = await filler.ask('changes.past', { customerId: id })
  expect(past.formerNames).toEqual([{ name: before.values['customer.name'], until: '2026-11-25', by: '孙磊' }])
  for (const search of [String(before.values['customer.name']), '大华'])
    expect((await filler.ask('customers.list', listing(search))).rows.map(row => row.id)).toContain(id)
})

test('an old number is kept and found when a credit code takes its place', async () => {
  const company = await companyAtWork()
  const { filler } = company
  const { id } = await filler.create({ 'customer.name': '明珠', 'customer.businessRegNo': '110108000000016' })
  await typed(filler, id, { 'customer.businessRegNo': '91350100M000100Y43' })
  const { oldNumbers } = await filler.ask('changes.past', { customerId: id })
  expect(oldNumbers).toMatchObject([{ kind: 'businessRegNo', number: '110108000000016' }])
  expect((await filler.ask('customers.list', listing('110108000000016'))).rows).toMatchObject([{ id }])
})

test('a new account is typed twice, hidden until the customer has named it, and both accounts keep their days', async () => {
  const company = await companyAtWork()
  const { filler, signers, verifier } = company
  const id = await formalCustomer(company)
  const { revision, values } = await filler.whole(id)
  const order = {
    requestId: randomUUID(),
    customerId: id,
    revision,
    changes: { 'customer.bankAccountNo': { from: values['customer.bankAccountNo'] ?? null, to: account } },
    salesperson: null,
    reason: '客户换了开户行',
  }
  for (const accountAgain of [null, account.slice(1)])
    expect(await filler.refusal('changes.request', { ...order, accountAgain })).toMatchObject({
      code: 'accounts-differ',
    })
  const again = `${account.slice(0, 4)} ${account.slice(4)}`
  const { id: request } = await filler.ask('changes.request', { ...order, accountAgain: again })
  const shown = async (by: Caller) => (await only(by, id))?.items[0]
  const masks = { from: '**** 7316', to: '**** 5702', isHidden: false, isMasked: true }
  expect(await shown(filler)).toMatchObject(masks)
  for (const person of [signers.generalManager, verifier, company.otherFiller]) {
    expect(await shown(person)).toMatchObject({ from: '**** 7316', to: null, isHidden: true })
    expect(JSON.stringify(await person.ask('customers.open', { id }))).not.toContain(account)
    expect(JSON.stringify(await person.ask('customers.history', { id }))).not.toContain(account)
  }
  expect(await signers.officeHead.refusal('changes.approve', approval(request))).toMatchObject({
    code: 'callback-missing',
  })
  // Whoever answers the telephone names another account: it stays hidden, and the change is not approved.
  expect(await callBack(company, verifier, request, '622200001111')).toMatchObject({ value: { agrees: false } })
  // To ask to see the card is no way round the call-back.
  await signers.officeHead.ask('personal.reveal', { customerId: id })
  const before = { from: values['customer.bankAccountNo'], to: null, isHidden: true, isMasked: false }
  expect(await shown(signers.officeHead)).toMatchObject(before)
  await signers.officeHead.ask('personal.conceal', { customerId: id })
  expect(await signers.officeHead.refusal('changes.approve', approval(request))).toMatchObject({
    code: 'callback-missing',
  })
  await goTo(company, '2026-11-26')
  expect(await callBack(company, verifier, request, again)).toMatchObject({ value: { agrees: true } })
  expect(await shown(signers.officeHead)).toMatchObject(masks)
  await signers.officeHead.ask('personal.reveal', { customerId: id })
  const open = { from: values['customer.bankAccountNo'], to: account, isHidden: false, isMasked: false }
  expect(await shown(signers.officeHead)).toMatchObject(open)
  expect(await shown(verifier)).toMatchObject(masks)
  await signers.officeHead.ask('changes.approve', approval(request))
  const masked = await filler.ask('changes.past', { customerId: id })
  expect(masked.bankAccounts.map(past => past.account)).toEqual([
    expect.stringMatching(/^\*{4} \d{4}$/),
    expect.stringMatching(/^\*{4}/),
  ])
  const changed = async () =>
    (await filler.ask('customers.history', { id })).entries.find(({ path }) => path === 'customer.bankAccountNo')
  expect(await changed()).toMatchObject({ from: '**** 7316', to: '**** 5702', isMasked: true })
  await filler.ask('personal.reveal', { customerId: id })
  expect(await changed()).toMatchObject({ to: account, isMasked: false })
  const { bankAccounts } = await filler.ask('changes.past', { customerId: id })
  expect(bankAccounts).toEqual([
    { account, fromOn: '2026-11-26', toOn: null },
    { account: values['customer.bankAccountNo'], fromOn: '2026-11-23', toOn: '2026-11-26' },
  ])
})

test('a call-back says when, and never goes to a telephone of the house', async () => {
  const company = await companyAtWork()
  const id = await formalCustomer(company)
  const request = await askForChange(company.filler, id, { boxes: { 'customer.bankAccountNo': account } })
  const { accounts } = await company.desk.ask('accounts.list', {})
  const clerk = accounts.find(({ name }) => name === '韩雪')
  if (!clerk) throw new Error('nobody is called 韩雪')
  const { id: person, name, staffNo, address, bankAccountNo, disabled } = clerk
  const own = { id: person, name, staffNo, address, bankAccountNo, disabled, roles: ['filler' as const] }
  await company.desk.ask('accounts.change', { requestId: randomUUID(), ...own, phone: '138-0000-1234' })
  const refusedFor = async (more: Parameters<typeof callBack>[4]) =>
    callBack(company, company.verifier, request, account, more)
  expect(await refusedFor({ phone: '13800001234' })).toMatchObject({ error: { fields: ['phone'] } })
  expect(await refusedFor({ calledOn: '2026-11-24' })).toMatchObject({ error: { code: 'period-invalid' } })
  expect(await refusedFor({ calledOn: '2026-11-22' })).toMatchObject({ error: { code: 'period-invalid' } })
})

test('one change of a box waits at a time, is returned with a reason, taken back only by whoever asked, and stays on record', async () => {
  const company = await companyAtWork()
  const { filler, otherFiller, signers } = company
  const id = await formalCustomer(company)
  const first = await askForChange(filler, id, { boxes: { 'customer.name': '大华' } })
  await expect(askForChange(otherFiller, id, { boxes: { 'customer.name': '大华贸易' } })).rejects.toThrow(
    'change-pending',
  )
  await askForChange(otherFiller, id, { boxes: { 'customer.paymentMethod': '现金' } })
  expect(
    await signers.officeHead.refusal('changes.reject', { requestId: randomUUID(), id: first, opinion: '不' }),
  ).toMatchObject({
    code: 'reason-missing',
  })
  await signers.officeHead.ask('changes.reject', { requestId: randomUUID(), id: first, opinion: '请附变更证明' })
  expect((await filler.ask('customers.open', { id })).values['customer.name']).not.toBe('大华')
  const second = await askForChange(filler, id, { boxes: { 'customer.name': '大华' } })
  const withdrawal = { requestId: randomUUID(), id: second }
  expect(await otherFiller.refusal('changes.withdraw', withdrawal)).toMatchObject({ code: 'not-allowed' })
  await filler.ask('changes.withdraw', withdrawal)
  expect(await signers.officeHead.refusal('changes.approve', approval(second))).toMatchObject({ code: 'wrong-state' })
  const { requests } = await filler.ask('changes.list', { customerId: id, onlyPending: false })
  expect(requests.map(({ state }) => state)).toEqual(['pending', 'withdrawn', 'returned'])
})

test('what says something else meanwhile is a conflict when it is asked for and when it is approved', async () => {
  const company = await companyAtWork()
  const { filler, signers } = company
  const id = await formalCustomer(company)
  const stale = {
    requestId: randomUUID(),
    customerId: id,
    revision: 1,
    changes: { 'customer.name': { from: '旧名', to: '大华' } },
    salesperson: null,
    accountAgain: null,
    reason: '客户来函通知变更',
  }
  expect(await filler.refusal('changes.request', stale)).toMatchObject({ code: 'conflict', fields: ['customer.name'] })
  const request = await askForChange(filler, id, { boxes: { 'customer.paymentMethod': null } })
  const { values } = await filler.ask('customers.open', { id })
  expect(values['customer.paymentMethod']).toBeDefined()
  await signers.officeHead.ask('changes.approve', approval(request))
  expect(await signers.officeHead.refusal('changes.approve', approval(request))).toMatchObject({ code: 'wrong-state' })
})

test('another salesperson is named by request once a limit was asked for', async () => {
  const company = await companyAtWork()
  const { filler } = company
  const id = await formalCustomer(company)
  const { applications } = await filler.ask('limits.ofCustomer', { customerId: id })
  await submit(filler, applications[0]?.id ?? 0)
  await signThrough(company, applications[0]?.id ?? 0)
  await changeByRequest(company, id, { salesperson: idOf(company, '韩雪') })
  expect(await filler.ask('limits.ofCustomer', { customerId: id })).toMatchObject({ salesperson: { name: '韩雪' } })
})

test('a customer is put aside with a reason, which is shown with who and when, and brought back without', async () => {
  const company = await companyAtWork()
  const { filler } = company
  const { id } = await filler.create({ 'customer.name': '明珠' })
  const aside = { requestId: randomUUID(), id, archived: true }
  expect(await filler.refusal('customers.archive', { ...aside, reason: '倒闭' })).toMatchObject({
    code: 'reason-missing',
  })
  await filler.ask('customers.archive', { ...aside, reason: '已注销，不再来往' })
  expect((await filler.ask('customers.open', { id })).archivedWhy).toMatchObject({
    reason: '已注销，不再来往',
    by: '孙磊',
  })
  await filler.ask('customers.archive', { requestId: randomUUID(), id, archived: false, reason: '' })
  expect((await filler.ask('customers.open', { id })).archivedWhy).toBeNull()
})

test('a rename by request is held against the duplicates, its answers are remembered, and the approval asks about whoever came since', async () => {
  const company = await companyAtWork()
  const { filler, otherFiller, signers, desk } = company
  const { id: other } = await filler.create({ 'customer.name': '宁波远洋粮油有限公司' })
  const id = await formalCustomer(company)
  const { revision, values } = await filler.ask('customers.open', { id })
  const asking = (to: string, duplicates?: GivenAnswers) => ({
    requestId: randomUUID(),
    customerId: id,
    revision,
    changes: { 'customer.name': { from: values['customer.name'] ?? null, to } },
    salesperson: null,
    accountAgain: null,
    reason: '客户来函更名',
    ...(duplicates && { duplicates }),
  })
  const override = {
    answers: [],
    override: { by: idOf(company, '陈卫东'), password: deskPassword, reason: '两家同名公司' },
  }
  expect(await filler.refusal('changes.request', asking('宁波远洋粮油有限责任公司'))).toMatchObject({
    code: 'duplicate-certain',
    fields: ['customer.name'],
  })
  const same = await filler.ask('changes.request', asking('宁波远洋粮油有限责任公司', override))
  expect((await only(signers.officeHead, id))?.hints).toContain('sameCustomer')
  await signers.officeHead.ask('changes.reject', { requestId: randomUUID(), id: same.id, opinion: '请先核对是否一家' })
  // Under another name the answer about the first one does not count.
  const near = '宁波远洋食品有限公司'
  expect(await filler.refusal('changes.request', asking(near))).toMatchObject({ code: 'duplicate-probable' })
  const request = await filler.ask('changes.request', asking(near, { answers: [{ id: other, as: 'different' }] }))
  expect((await only(signers.officeHead, id))?.hints).not.toContain('sameCustomer')
  const late = await otherFiller.ask('customers.create', {
    requestId: randomUUID(),
    values: { 'customer.name': '宁波市远洋食品有限公司' },
    duplicates: { answers: [{ id: other, as: 'different' }] },
  })
  expect(await signers.officeHead.refusal('changes.approve', approval(request.id))).toMatchObject({
    code: 'duplicate-certain',
  })
  const asked = await signers.officeHead.ask('changes.duplicates', { id: request.id })
  expect(asked).toMatchObject({ certain: [{ id: late.id, kinds: ['name'] }], probable: [] })
  expect((await filler.ask('customers.open', { id })).values['customer.name']).toBe(values['customer.name'])
  await signers.officeHead.ask('changes.approve', { ...approval(request.id), duplicates: override })
  const renamed = await filler.ask('customers.open', { id })
  expect(renamed.values['customer.name']).toBe(near)
  expect(await filler.ask('duplicates.ofCard', { id, values: renamed.values })).toMatchObject({
    certain: [],
    probable: [],
  })
  expect((await loggedOf(desk, 'duplicate.override')).map(({ facts }) => facts['other'])).toEqual([
    String(late.id),
    String(other),
  ])
})

test('a customer is known again by what it was called before, as a card in hand, in a list and in a scan', async () => {
  const company = await companyAtWork()
  const { filler } = company
  const former = '杭州明珠商贸有限公司'
  const id = await formalCustomer(company, { 'customer.name': former })
  const { values } = await filler.ask('customers.open', { id })
  await goTo(company, '2026-11-25')
  await changeByRequest(company, id, { boxes: { 'customer.name': '杭州远洋粮油有限公司' } })
  const card = { 'customer.name': former }
  expect(await filler.refusal('customers.create', { requestId: randomUUID(), values: card })).toMatchObject({
    code: 'duplicate-certain',
  })
  const branch = { 'customer.name': `${former}温州分公司` }
  expect(await filler.ask('duplicates.ofCard', { id: null, values: card })).toMatchObject({
    certain: [{ id, kinds: ['formerName'] }],
  })
  expect(await filler.ask('duplicates.ofCard', { id: null, values: branch })).toMatchObject({
    probable: [{ id, mustAnswer: true, isBranch: true, parts: { core: 1 } }],
  })
  const given = {
    answers: [],
    override: { by: idOf(company, '陈卫东'), password: deskPassword, reason: '另一家新公司' },
  }
  await filler.ask('customers.create', { requestId: randomUUID(), values: card, duplicates: given })
  await filler.ask('duplicates.scan', { requestId: randomUUID() })
  expect((await filler.ask('duplicates.pairs', { offset: 0, limit: 10 })).total).toBe(0)
  // What is only alike is nobody asked about; by the former name alone it reaches the list of a scan.
  const principal = values['people.principal.1.name'] ?? null
  const typo = { 'customer.name': '杭州明殊商贸有限公司', 'people.principal.1.name': principal }
  const alike = await filler.create(typo)
  await filler.ask('duplicates.scan', { requestId: randomUUID() })
  expect(await filler.ask('duplicates.pairs', { offset: 0, limit: 10 })).toMatchObject({
    total: 1,
    rows: [{ first: { id }, second: { id: alike.id }, score: 68, shared: ['principal'] }],
  })
})
