import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  begin,
  beginLowering,
  companyAtWork,
  decide,
  decision,
  goTo,
  readyCustomer,
  requestFor,
  signThrough,
  submit,
  submitted,
} from './company.ts'

const amount = 5_000_000 // 50,000.00 元

test('a limit goes through the four posts and is in force from the day of the last signature', async () => {
  const company = await companyAtWork()
  const customerId = await readyCustomer(company, amount)
  const id = await begin(company, customerId)
  await submit(company.filler, id)
  const { filler } = company
  expect(await filler.ask('applications.open', { id })).toMatchObject({
    state: 'pending',
    post: 'officeHead',
    revision: 1,
  })
  await signThrough(company, id)
  const detail = await filler.ask('applications.open', { id })
  expect(detail).toMatchObject({
    state: 'approved',
    approvedLimit: amount,
    approvedGrade: 'A',
    validFrom: '2026-11-23',
    validTo: '2027-02-23',
  })
  expect(detail.steps.map(({ signer, evidence }) => [signer?.name, evidence])).toEqual([
    ['周敏', 'jia'],
    ['陈卫东', 'jia'],
    ['赵红', 'jia'],
    ['吴建国', 'jia'],
  ])
  const { values } = await filler.ask('customers.open', { id: customerId })
  expect(values).toMatchObject({
    'credit.approvedLimit': amount,
    'credit.approvedGrade': 'A',
    'approvals.officeHead.signature': '周敏 甲',
    'approvals.generalManager.signedOn': '2026-11-23',
  })
})

test('a first limit opens in steps, all of it once an invoice is paid, and ends with its last day', async () => {
  const company = await companyAtWork()
  const id = await submitted(company, 8_000_000)
  await signThrough(company, id)
  const { customerId } = await company.filler.ask('applications.open', { id })
  const today = async () => (await company.filler.ask('limits.ofCustomer', { customerId })).today
  expect(await today()).toMatchObject({ state: 'inForce', approved: 8_000_000, standing: 2_000_000, total: 2_000_000 })
  await goTo(company, '2026-12-20')
  await company.accountant.ask('limits.release', {
    requestId: randomUUID(),
    applicationId: id,
    paidOn: '2026-12-18',
    invoice: 'FP-1',
  })
  expect(await today()).toMatchObject({ standing: 8_000_000, total: 8_000_000 })
  await goTo(company, '2027-02-23')
  expect(await today()).toMatchObject({ state: 'inForce', total: 8_000_000 })
  await goTo(company, '2027-02-24')
  expect(await today()).toMatchObject({ state: 'expired', approved: 8_000_000, total: 0 })
})

test('what was submitted is frozen: the KH002 takes no changes, the shared facts do and are shown as changed', async () => {
  const company = await companyAtWork()
  const id = await submitted(company)
  const { filler, signers } = company
  const { customerId } = await filler.ask('applications.open', { id })
  const { revision, values } = await filler.ask('customers.open', { id: customerId })
  const boxes = await filler.save(customerId, revision, { 'credit.requestedLimit': { from: amount, to: amount * 2 } })
  expect(boxes).toMatchObject({ ok: false, error: { code: 'frozen', fields: ['credit.requestedLimit'] } })
  await decide(signers.officeHead, id)
  await filler.save(customerId, revision + 1, {
    'customer.address': { from: values['customer.address'] ?? null, to: '搬家了' },
  })
  const detail = await signers.salesManager.ask('applications.open', { id })
  expect(detail.changes.sinceSubmission).toMatchObject([{ path: 'customer.address', to: '搬家了' }])
  expect(detail.values['customer.address']).toBe(values['customer.address'])
  const unconfirmed = await signers.salesManager.refusal('applications.decide', decision(detail))
  expect(unconfirmed.code).toBe('changes-unconfirmed')
  expect((await signers.officeHead.ask('applications.open', { id })).may.confirmChanges).toBe(true)
  await signers.officeHead.ask('applications.confirmChanges', {
    requestId: randomUUID(),
    id,
    password: 'desk-password',
  })
  await decide(signers.salesManager, id)
})

test('returned to the filler it is reworked and signed again from the bottom; only remarks keep the lower signatures', async () => {
  const company = await companyAtWork()
  const id = await submitted(company)
  const { filler, signers } = company
  await decide(signers.officeHead, id)
  const short = await signers.salesManager.refusal(
    'applications.decide',
    decision(await signers.salesManager.ask('applications.open', { id }), { decision: 'return', comment: '不行' }),
  )
  expect(short.code).toBe('reason-missing')
  await decide(signers.salesManager, id, { decision: 'return', comment: '请补充同行评价的依据' })
  const { customerId, state } = await filler.ask('applications.open', { id })
  expect(state).toBe('returned')
  const open = await filler.ask('customers.open', { id: customerId })
  await filler.save(customerId, open.revision, {
    'credit.accounts.remarks': { from: open.values['credit.accounts.remarks'] ?? null, to: '同行三家证实' },
  })
  await submit(filler, id)
  const kept = await filler.ask('applications.open', { id })
  expect(kept.steps.map(step => step.state)).toEqual(['signed', 'open', 'waiting', 'waiting'])
  await decide(signers.salesManager, id, { decision: 'return', comment: '申请额度偏高，请调整' })
  const again = await filler.ask('customers.open', { id: customerId })
  await filler.save(customerId, again.revision, { 'credit.requestedLimit': { from: amount, to: 4_000_000 } })
  expect((await filler.ask('applications.open', { id })).amount, 'before it is submitted').toBe(4_000_000)
  await submit(filler, id)
  const anew = await filler.ask('applications.open', { id })
  expect(anew).toMatchObject({ revision: 3, amount: 4_000_000 })
  expect(anew.steps.map(step => step.state)).toEqual(['open', 'waiting', 'waiting', 'waiting'])
  expect(anew.changes.sinceLastVersion).toEqual([
    { path: 'credit.requestedLimit', from: amount, to: 4_000_000, isMasked: false },
  ])
  expect(anew.earlierSteps.map(({ revision }) => revision)).toEqual([1, 2])
})

test('returned to the level below it is signed there once more, and a lower limit needs a reason', async () => {
  const company = await companyAtWork()
  const id = await submitted(company)
  const { signers } = company
  await decide(signers.officeHead, id)
  await decide(signers.salesManager, id, { decision: 'lower', granted: 3_000_000, comment: '先按三万执行' })
  await decide(signers.marketingVp, id, { decision: 'return', returnTo: 'previous', comment: '请说明为何降低' })
  const detail = await signers.salesManager.ask('applications.open', { id })
  expect(detail).toMatchObject({ state: 'pending', post: 'salesManager' })
  await decide(signers.salesManager, id, { decision: 'lower', granted: 3_500_000, comment: '对方流动资金紧张' })
  const more = await signers.marketingVp.refusal(
    'applications.decide',
    decision(await signers.marketingVp.ask('applications.open', { id }), {
      decision: 'lower',
      granted: amount + 1,
      comment: '多给一点吧',
    }),
  )
  expect(more.code).toBe('amount-too-large')
  await signThrough(company, id)
  expect(await company.filler.ask('applications.open', { id })).toMatchObject({
    state: 'approved',
    approvedLimit: 3_500_000,
  })
})

test('a review begins as a copy whose answers all wait for confirmation, and its approval follows the old limit without a gap', async () => {
  const company = await companyAtWork()
  const first = await submitted(company)
  await signThrough(company, first)
  const { filler } = company
  const { customerId } = await filler.ask('applications.open', { id: first })
  await company.accountant.ask('limits.release', {
    requestId: randomUUID(),
    applicationId: first,
    paidOn: '2026-11-23',
    invoice: 'FP-1',
  })
  await goTo(company, '2027-02-01')
  const second = await begin(company, customerId)
  const { carried } = await filler.ask('limits.ofCustomer', { customerId })
  expect(carried).toContain('credit.accounts.books')
  expect(carried).not.toContain('credit.requestedLimit')
  const { problems } = await filler.ask('applications.check', { id: second })
  expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['carried-unconfirmed', 'amount-missing']))
  const open = await filler.ask('customers.open', { id: customerId })
  await filler.save(customerId, open.revision, {
    'credit.requestedLimit': { from: null, to: 9_000_000 },
    'credit.accounts.books': { from: open.values['credit.accounts.books'] ?? null, to: 'incomplete' },
  })
  await filler.ask('applications.confirmCarried', {
    requestId: randomUUID(),
    customerId,
    paths: carried.filter(path => path !== 'credit.accounts.books'),
  })
  expect((await filler.ask('limits.ofCustomer', { customerId })).carried).toEqual([])
  // The look into the register is older than ninety days by then? It is not: 70 days.
  await submit(filler, second)
  await signThrough(company, second)
  const { grants, today } = await filler.ask('limits.ofCustomer', { customerId })
  expect(grants.map(({ number, from, closedOn }) => [number.slice(-2), from, closedOn])).toEqual([
    ['02', '2027-02-01', null],
    ['01', '2026-11-23', '2027-01-31'],
  ])
  expect(today).toMatchObject({ state: 'inForce', total: 9_000_000, validTo: '2028-02-01' })
})

test('a temporary limit adds to the standing one for its days, and a lowered one takes one signature', async () => {
  const company = await companyAtWork()
  const first = await submitted(company)
  await signThrough(company, first)
  const { filler, signers } = company
  const { customerId } = await filler.ask('applications.open', { id: first })
  await company.accountant.ask('limits.release', {
    requestId: randomUUID(),
    applicationId: first,
    paidOn: '2026-11-23',
    invoice: 'FP-1',
  })
  const { id } = await filler.ask('applications.begin', { requestId: randomUUID(), customerId, kind: 'temporary' })
  const request = requestFor(company, {
    amount: 2_500_000,
    startsOn: '2026-12-01',
    endsOn: '2026-12-31',
    reason: '春节备货，节后结清',
    plan: [{ on: '2027-01-10', amount: 2_500_000 }],
  })
  const ofNobody = { ...request, salespersonId: 999 }
  const unknown = await filler.refusal('applications.change', { requestId: randomUUID(), id, request: ofNobody })
  expect(unknown).toMatchObject({ code: 'not-found' })
  await filler.ask('applications.change', { requestId: randomUUID(), id, request: { ...request, amount: 2_500_001 } })
  const { problems } = await filler.ask('applications.check', { id })
  expect(problems.map(({ code }) => code)).toContain('amount-too-large')
  await filler.ask('applications.change', { requestId: randomUUID(), id, request })
  await submit(filler, id)
  await signThrough(company, id)
  const on = async (day: string) => {
    await goTo(company, day)
    return (await filler.ask('limits.ofCustomer', { customerId })).today.total
  }
  expect(await on('2026-11-30')).toBe(amount)
  expect(await on('2026-12-01')).toBe(amount + 2_500_000)
  expect(await on('2026-12-31')).toBe(amount + 2_500_000)
  expect(await on('2027-01-01')).toBe(amount)
  const lowering = await beginLowering(company, customerId, 1_000_000)
  await submit(filler, lowering)
  await decide(signers.salesManager, lowering)
  expect((await filler.ask('limits.ofCustomer', { customerId })).today).toMatchObject({
    total: 1_000_000,
    validTo: '2027-02-23',
  })
})

test('a withdrawal is at once before the first signature, and a request to whoever signs after it', async () => {
  const company = await companyAtWork()
  const { filler, otherFiller, signers } = company
  const first = await submitted(company)
  const stranger = await otherFiller.refusal('applications.withdraw', {
    requestId: randomUUID(),
    id: first,
    reason: '不是我的申请',
  })
  expect(stranger.code).toBe('not-allowed')
  expect(
    await filler.ask('applications.withdraw', { requestId: randomUUID(), id: first, reason: '客户改主意了' }),
  ).toEqual({ state: 'withdrawn' })
  const second = await submitted(company, amount, {
    'customer.name': '宁波海天粮油有限公司',
    'customer.businessRegNo': '91110108551385082Q',
    'customer.bankAccountNo': '1202021409900567999',
  })
  await decide(signers.officeHead, second)
  expect(
    await filler.ask('applications.withdraw', { requestId: randomUUID(), id: second, reason: '客户改主意了' }),
  ).toEqual({ state: 'pending' })
  const { counts } = await signers.salesManager.ask('today.summary', {})
  expect(counts).toEqual(
    expect.arrayContaining([
      { key: 'withdrawals', count: 1 },
      { key: 'sign', count: 1 },
    ]),
  )
})

test('a temporary limit that has yet to begin counts towards the authority for the next standing one', async () => {
  const company = await companyAtWork()
  const { filler } = company
  const first = await submitted(company)
  await signThrough(company, first)
  const { customerId } = await filler.ask('applications.open', { id: first })
  const { id } = await filler.ask('applications.begin', { requestId: randomUUID(), customerId, kind: 'temporary' })
  const request = requestFor(company, {
    amount: 700_000,
    startsOn: '2027-01-10',
    endsOn: '2027-01-31',
    reason: '春节备货，节后结清',
    plan: [{ on: '2027-01-31', amount: 700_000 }],
  })
  await filler.ask('applications.change', { requestId: randomUUID(), id, request })
  await submit(filler, id)
  await signThrough(company, id)
  const next = await filler.ask('applications.begin', { requestId: randomUUID(), customerId, kind: 'standing' })
  await filler.ask('applications.change', { requestId: randomUUID(), id: next.id, request: requestFor(company) })
  const { revision } = await filler.ask('customers.open', { id: customerId })
  await filler.save(customerId, revision, { 'credit.requestedLimit': { from: null, to: 6_000_000 } })
  expect((await filler.ask('applications.check', { id: next.id })).totalLimit).toBe(6_700_000)
})

test('a limit that has ended while its lowering was in the chain is not lowered any more', async () => {
  const company = await companyAtWork()
  const { filler, signers } = company
  const first = await submitted(company)
  await signThrough(company, first)
  const { customerId } = await filler.ask('applications.open', { id: first })
  await goTo(company, '2027-02-23')
  const id = await beginLowering(company, customerId, 1_000_000)
  await submit(filler, id)
  await goTo(company, '2027-02-24')
  const late = decision(await signers.salesManager.ask('applications.open', { id }))
  expect(await signers.salesManager.refusal('applications.decide', late)).toMatchObject({ code: 'wrong-state' })
  const { today } = await filler.ask('limits.ofCustomer', { customerId })
  expect(today).toMatchObject({ state: 'expired', approved: amount, total: 0 })
})
