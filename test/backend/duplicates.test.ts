import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Values } from '../../shared/catalogue/field.ts'
import type { GivenAnswers } from '../../shared/contract/duplicate-calls.ts'
import { proposedMatrix } from '../../shared/domain/policy.ts'
import { begin, companyAtWork, type Company, idOf, readyCustomer, submit } from './company.ts'
import { deskPassword, loggedOf, readyDesk } from './desk.ts'

const name = '杭州明珠商贸有限公司'
const card = (more: Values = {}): Values => ({ 'customer.name': name, ...more })
const creating = (values: Values, duplicates?: GivenAnswers) => ({
  requestId: randomUUID(),
  values,
  ...(duplicates && { duplicates }),
})

test.each<[string, Values, Values, string[]]>([
  ['name', {}, { 'customer.name': '杭州市明珠商贸有限责任公司' }, ['customer.name']],
  ['traditional name', {}, { 'customer.name': '杭州明珠商貿有限公司' }, ['customer.name']],
  [
    'registration number',
    { 'customer.businessRegNo': '91350100M000100Y43' },
    { 'customer.name': '大华', 'customer.businessRegNo': '91350100m000100y43' },
    ['customer.businessRegNo', 'customer.taxNo'],
  ],
  [
    'organisation code in the tax number',
    { 'customer.businessRegNo': '91350100M000100Y43' },
    { 'customer.name': '大华', 'customer.taxNo': '350100M000100Y4' },
    ['customer.businessRegNo', 'customer.taxNo'],
  ],
  [
    'bank account',
    { 'customer.bankAccountNo': '6222 0000-9999' },
    { 'customer.name': '大华', 'customer.bankAccountNo': '622200009999' },
    ['customer.bankAccountNo'],
  ],
])('a card with the same %s is there already, also where the other is put aside', async (_, first, second, boxes) => {
  const desk = await readyDesk()
  const { id } = await desk.create(card(first))
  await desk.ask('customers.archive', { requestId: randomUUID(), id, archived: true, reason: '已经不再往来' })
  const refused = await desk.refusal('customers.create', creating(card(second)))
  expect(refused).toMatchObject({ code: 'duplicate-certain', fields: boxes })
  const { certain } = await desk.ask('duplicates.ofCard', { id: null, values: card(second) })
  expect(certain).toMatchObject([{ id, customerNo: '0001', name, archived: true }])
})

test('a likely one is answered once, and again when a name has changed', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create(card())
  const other = { 'customer.name': '杭州明珠食品有限公司' }
  expect(await desk.refusal('customers.create', creating(other))).toMatchObject({ code: 'duplicate-probable' })
  const { probable } = await desk.ask('duplicates.ofCard', { id: null, values: other })
  expect(probable).toMatchObject([{ id, score: 92, mustAnswer: true, parts: { core: 1, region: 1, industry: 0.2 } }])
  const made = await desk.ask('customers.create', creating(other, { answers: [{ id, as: 'different' }] }))
  expect((await desk.ask('duplicates.ofCard', { id: made.id, values: made.values })).probable).toEqual([])
  const rename = (to: string, from: string, revision: number) =>
    desk.save(made.id, revision, { 'customer.name': { from, to } })
  expect(await rename('杭州明珠食品有限责任公司', '杭州明珠食品有限公司', 1)).toMatchObject({ ok: true })
  expect(await rename('杭州市明珠粮油有限公司', '杭州明珠食品有限责任公司', 2)).toMatchObject({
    ok: false,
    error: { code: 'duplicate-probable' },
  })
  expect(await rename(name, '杭州明珠食品有限责任公司', 2)).toMatchObject({
    ok: false,
    error: { code: 'duplicate-certain', fields: ['customer.name'] },
  })
})

test('what is only alike is listed and stands in nobody’s way', async () => {
  const desk = await readyDesk()
  const { id } = await desk.create(card({ 'customer.phone': '13812345678' }))
  const typo = { 'customer.name': '杭州明殊商贸有限公司' }
  expect((await desk.ask('duplicates.ofCard', { id: null, values: typo })).probable).toMatchObject([
    { id, score: 68, mustAnswer: false, shared: [] },
  ])
  await desk.create(typo)
  const same = { 'customer.name': '杭州明姝商贸有限公司', 'customer.phone': '138-1234-5678' }
  expect((await desk.ask('duplicates.ofCard', { id: null, values: same })).probable[0]).toMatchObject({
    id,
    shared: ['phone'],
    mustAnswer: true,
  })
  await desk.create({ 'customer.name': '宁波大华食品有限公司', 'customer.phone': '138-1234-5678' })
})

test('only a sales manager lets a certain one through, with a password and a reason, and it is in the log', async () => {
  const company = await companyAtWork()
  const { filler, desk } = company
  const { id } = await filler.create(card())
  const override = (who: string, reason: string, password = deskPassword) => ({
    answers: [],
    override: { by: idOf(company, who), password, reason },
  })
  const refusal = async (given: GivenAnswers) =>
    (await filler.refusal('customers.create', creating(card(), given))).code
  expect(await refusal(override('周敏', '同名的另一家公司'))).toBe('not-allowed')
  expect(await refusal(override('孙磊', '同名的另一家公司'))).toBe('not-allowed')
  expect(await refusal(override('陈卫东', '另一家'))).toBe('reason-missing')
  expect(await refusal(override('陈卫东', '同名的另一家公司', 'wrong password'))).toBe('password-wrong')
  const made = await filler.ask('customers.create', creating(card(), override('陈卫东', '同名的另一家公司')))
  expect(await loggedOf(desk, 'duplicate.override')).toMatchObject([
    { object: `customer:${made.id}`, reason: '同名的另一家公司', facts: { other: String(id) } },
  ])
  expect((await filler.ask('duplicates.ofCard', { id: made.id, values: made.values })).certain).toEqual([])
})

test('a branch is linked to its head, is no duplicate any more, and the link ends by the sales manager alone', async () => {
  const company = await companyAtWork()
  const { filler, signers } = company
  const head = await filler.create(card())
  const branch = { 'customer.name': `${name}宁波分公司` }
  expect((await filler.ask('duplicates.ofCard', { id: null, values: branch })).probable).toMatchObject([
    { id: head.id, isBranch: true, mustAnswer: true },
  ])
  const made = await filler.ask('customers.create', creating(branch, { answers: [{ id: head.id, as: 'head' }] }))
  const linksOf = async (customerId: number) => (await filler.ask('links.ofCustomer', { customerId })).links
  expect(await linksOf(head.id)).toMatchObject([{ id: made.id, kind: 'branch' }])
  const [link] = await linksOf(made.id)
  expect(link).toMatchObject({ id: head.id, kind: 'head', name })
  expect((await filler.ask('duplicates.ofCard', { id: made.id, values: made.values })).probable).toEqual([])
  const end = { requestId: randomUUID(), linkId: link?.linkId ?? 0 }
  expect((await filler.refusal('links.end', end)).code).toBe('not-allowed')
  await signers.salesManager.ask('links.end', end)
  expect(await linksOf(head.id)).toEqual([])
  const byHand = { customerId: head.id, otherNo: 'KH-2', kind: 'group' as const }
  await filler.ask('links.make', { requestId: randomUUID(), ...byHand })
  expect(await linksOf(made.id)).toMatchObject([{ id: head.id, kind: 'group' }])
  for (const otherNo of ['1', '99'])
    expect((await filler.refusal('links.make', { requestId: randomUUID(), ...byHand, otherNo })).code).toBe('not-found')
})

const link = (company: Company, customerId: number, otherNo: string) =>
  company.filler.ask('links.make', { requestId: randomUUID(), customerId, otherNo, kind: 'group' })

/** From today on the amount decides who signs (rules 2). */
async function signByTiers({ desk, signers, clock }: Company): Promise<void> {
  const change = { kind: 'matrix', matrix: proposedMatrix, startsOn: clock.today() } as const
  const { id } = await desk.ask('policy.propose', { requestId: randomUUID(), change, reason: '按金额分级' })
  const decision = { requestId: randomUUID(), id, approve: true, reason: '', password: deskPassword }
  await signers.generalManager.ask('policy.decide', decision)
}

test.each([
  [3_000_000, 2_000_000, 5_000_000, ['officeHead', 'salesManager']],
  [3_000_000, 2_000_001, 5_000_001, ['officeHead', 'salesManager', 'marketingVp']],
])('with %d 分 asked for by a related customer, %d 分 more are signed as %d', async (first, second, total, posts) => {
  const company = await companyAtWork()
  await signByTiers(company)
  const others = await readyCustomer(company, first)
  await submit(company.filler, await begin(company, others))
  const own = await readyCustomer(company, second)
  await link(company, own, '1')
  const id = await begin(company, own)
  const { totalLimit, related, steps } = await company.filler.ask('applications.check', { id })
  expect({ totalLimit, related }).toMatchObject({ totalLimit: total, related: [{ customerNo: '0001', amount: first }] })
  expect(steps.filter(({ state }) => state !== 'notNeeded').map(({ post }) => post)).toEqual(posts)
  await submit(company.filler, id)
  expect(await company.signers.officeHead.ask('applications.open', { id })).toMatchObject({ totalLimit: total })
  const [standing] = (await company.filler.ask('links.ofCustomer', { customerId: own })).links
  const end = { requestId: randomUUID(), linkId: standing?.linkId ?? 0 }
  expect((await company.signers.salesManager.refusal('links.end', end)).code).toBe('frozen')
})

test('a scan finds the pairs once, the certain ones first, and what was answered is not found again', async () => {
  const company = await companyAtWork()
  const { filler, signers } = company
  const override = { by: idOf(company, '陈卫东'), password: deskPassword, reason: '同名的另一家公司' }
  const first = await filler.create(card())
  await filler.create({ 'customer.name': '宁波大华食品有限公司', 'customer.phone': '13812345678' })
  const food = creating({ 'customer.name': '杭州明珠食品有限公司' }, { answers: [{ id: first.id, as: 'different' }] })
  await filler.ask('customers.create', food)
  const typed = creating({ 'customer.name': '宁波大华食品有限责任公司' }, { answers: [], override })
  const twin = await filler.ask('customers.create', typed)
  // The name changes, so that what was said about it no longer holds.
  await filler.save(twin.id, 1, { 'customer.name': { from: '宁波大华食品有限责任公司', to: '宁波大花食品有限公司' } })
  await filler.save(twin.id, 2, { 'customer.phone': { from: null, to: '138 1234 5678' } })
  expect(await filler.ask('duplicates.scan', { requestId: randomUUID() })).toEqual({ pairs: 1 })
  const { rows, total } = await signers.salesManager.ask('duplicates.pairs', { offset: 0, limit: 10 })
  expect({ total, rows }).toMatchObject({
    total: 1,
    rows: [{ first: { id: 2 }, second: { id: twin.id }, kinds: [], shared: ['phone'], score: 83 }],
  })
  expect(await filler.ask('duplicates.state', {})).toMatchObject({
    progress: null,
    last: { customers: 4, isCut: false },
  })
  await filler.ask('duplicates.answer', { requestId: randomUUID(), first: 2, second: twin.id, as: 'different' })
  expect(await filler.ask('duplicates.scan', { requestId: randomUUID() })).toEqual({ pairs: 0 })
})

test('a scan lists whoever shares a telephone, whatever the names are, but namesakes in one place only under names that are alike', async () => {
  const company = await companyAtWork()
  const { filler } = company
  const headed = { 'customer.phone': '0571-87654321', 'people.principal.1.name': '王伟' }
  const first = await filler.create(card(headed))
  const other = creating(
    { 'customer.name': '杭州兰亭茶叶有限公司', 'customer.phone': '0571 8765 4321' },
    { answers: [{ id: first.id, as: 'different' }] },
  )
  const caller = await filler.ask('customers.create', other)
  await filler.create({ 'customer.name': '杭州大华食品有限公司', 'people.principal.1.name': '王伟' })
  await filler.save(caller.id, 1, { 'customer.name': { from: '杭州兰亭茶叶有限公司', to: '杭州雅集茶叶有限公司' } })
  expect(await filler.ask('duplicates.scan', { requestId: randomUUID() })).toEqual({ pairs: 1 })
  const { rows } = await filler.ask('duplicates.pairs', { offset: 0, limit: 10 })
  expect(rows).toMatchObject([{ first: { id: first.id }, second: { id: caller.id }, kinds: [], shared: ['phone'] }])
  expect(rows[0]?.score).toBeLessThan(65)
})

test('whoever merges scans, too, finds the worklist under 今日, and reads on the card why a certain one was let through', async () => {
  const company = await companyAtWork()
  const { filler, signers, verifier } = company
  const head = await filler.create(card())
  const override = { by: idOf(company, '陈卫东'), password: deskPassword, reason: '同名的另一家公司' }
  const twin = await filler.ask('customers.create', creating(card(), { answers: [], override }))
  const scan = () => ({ requestId: randomUUID() })
  for (const call of ['duplicates.scan', 'duplicates.cancel'] as const)
    expect((await verifier.refusal(call, scan())).code).toBe('not-allowed')
  const said = async (customerId: number) => (await verifier.ask('duplicates.said', { customerId })).answers
  expect(await said(head.id)).toMatchObject([
    { other: { id: twin.id }, as: 'override', by: '陈卫东', reason: '同名的另一家公司' },
  ])
  expect(await said(twin.id)).toMatchObject([{ other: { id: head.id, customerNo: '0001' } }])
  const waiting = async () => (await signers.salesManager.ask('today.summary', {})).counts
  expect(await waiting()).toEqual([])
  await filler.create({ 'customer.name': '宁波大华食品有限公司', 'people.principal.1.name': '王明' })
  await filler.create({ 'customer.name': '宁波大花食品有限公司', 'people.principal.1.name': '王明' })
  expect(await signers.salesManager.ask('duplicates.scan', scan())).toEqual({ pairs: 1 })
  expect(await waiting()).toEqual([{ key: 'duplicates', count: 1 }])
  expect((await signers.salesManager.ask('today.rows', { key: 'duplicates' })).rows).toMatchObject([
    { kind: 'pair', title: '宁波大华食品有限公司 · 宁波大花食品有限公司', number: 'KH-0003 · KH-0004' },
  ])
  expect((await verifier.ask('today.summary', {})).counts).toEqual([])
})

const listed = async ({ filler }: Company) =>
  (await filler.ask('duplicates.pairs', { offset: 0, limit: 10 })).rows.map(row => ({
    ids: [row.first.id, row.second.id],
    score: row.score,
    kinds: row.kinds,
  }))

test('what was said about two customers is taken back by whoever may say it, and they are asked about at once', async () => {
  const company = await companyAtWork()
  const { filler, signers, verifier, desk } = company
  const first = await filler.create(card())
  const food = { 'customer.name': '杭州明珠食品有限公司' }
  const other = await filler.ask('customers.create', creating(food, { answers: [{ id: first.id, as: 'different' }] }))
  const override = { by: idOf(company, '陈卫东'), password: deskPassword, reason: '同名的另一家公司' }
  const given = { answers: [{ id: other.id, as: 'different' as const }], override }
  const twin = await filler.ask('customers.create', creating(card(), given))
  const saidOf = async (by: typeof filler, id: number) =>
    (await by.ask('duplicates.said', { customerId: first.id })).answers.find(answer => answer.other.id === id)
  const back = async (id: number) => ({
    requestId: randomUUID(),
    customerId: first.id,
    otherId: id,
    at: (await saidOf(filler, id))?.at ?? '',
  })
  expect((await saidOf(verifier, other.id))?.mayTakeBack).toBe(false)
  const taking = await back(other.id)
  expect((await verifier.refusal('duplicates.takeBack', taking)).code).toBe('not-allowed')
  expect((await saidOf(filler, other.id))?.mayTakeBack).toBe(true)
  await filler.ask('duplicates.takeBack', taking)
  expect(await saidOf(filler, other.id)).toBeUndefined()
  expect(await listed(company)).toEqual([{ ids: [first.id, other.id], score: 92, kinds: [] }])
  expect((await filler.refusal('duplicates.takeBack', { ...taking, requestId: randomUUID() })).code).toBe('not-found')
  expect(await loggedOf(desk, 'duplicate.takeBack')).toMatchObject([
    { object: `customer:${first.id}`, facts: { other: String(other.id) } },
  ])
  // Who alone lets the same customer through takes that back alone.
  expect((await filler.refusal('duplicates.takeBack', await back(twin.id))).code).toBe('not-allowed')
  await signers.salesManager.ask('duplicates.takeBack', await back(twin.id))
  expect(await listed(company)).toMatchObject([{ ids: [first.id, twin.id], kinds: ['name'] }, { score: 92 }])
})

test('the worklist follows the names and numbers of its customers: what is no longer alike is not asked about', async () => {
  const company = await companyAtWork()
  const { filler } = company
  const phone = { 'customer.phone': '0571-87654321' }
  const first = await filler.create({ 'customer.name': '宁波大华食品有限公司', ...phone })
  const second = await filler.create({ 'customer.name': '宁波大花食品有限公司' })
  await filler.save(second.id, 1, { 'customer.phone': { from: null, to: phone['customer.phone'] } })
  await filler.ask('duplicates.scan', { requestId: randomUUID() })
  const ids = [first.id, second.id]
  expect(await listed(company)).toEqual([{ ids, score: 83, kinds: [] }])
  const rename = async (id: number, revision: number, from: string, to: string) =>
    await filler.save(id, revision, { 'customer.name': { from, to } })
  await rename(second.id, 2, '宁波大花食品有限公司', '绍兴兰亭茶叶有限公司')
  // The telephone is still the same.
  expect((await listed(company))[0]?.score).toBeLessThan(65)
  await filler.save(first.id, 1, { 'customer.phone': { from: phone['customer.phone'], to: '0571-11112222' } })
  expect(await listed(company)).toEqual([])
  expect((await filler.ask('today.summary', {})).counts).not.toContainEqual({ key: 'duplicates', count: 1 })
})
