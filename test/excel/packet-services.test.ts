import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readPacket } from '../../electron/backend/reports/packet/read-packet.ts'
import {
  addPaper,
  begin,
  companyAtWork,
  decide,
  readyCustomer,
  signThrough,
  submit,
  submitted,
  typedCustomer,
} from '../backend/company.ts'
import { type Caller, type Desk, deskPassword } from '../backend/desk.ts'
import { logged } from '../backend/logged.ts'
import { agreed, codesOf, fill, make, ownCopy, read, record, today, upload } from './packet-desk.ts'
import { type Filling, fillIn, inLibreOffice } from './packet-steps.ts'

test('a packet that was signed on the sheet counts when a second person has confirmed it, and says 丙', async () => {
  const company = await companyAtWork()
  const { filler, accountant, verifier, signers, desk } = company
  const id = await submitted(company)
  const file = await make(company, id)
  expect(path.basename(file)).toBe('KH002-0001-01_杭州明珠商贸_第1版.xlsx')
  const filled = await fill(file, { filling: agreed })
  const reading = await read(company, accountant, filled)
  expect(reading).toMatchObject({
    applicationId: id,
    number: 'KH002-0001-01',
    revision: 1,
    post: 'officeHead',
    answer: { decision: 'agree', granted: null, signature: '周敏', signedOn: today },
    signer: { name: '周敏' },
    evidence: 'bing',
    alreadyRecorded: false,
    refusals: [],
  })
  expect((await filler.ask('applications.open', { id })).steps[0]?.state).toBe('open')

  expect(await record(company, filled)).toMatchObject({ ok: false, error: { code: 'scan-missing' } })
  const { customerId } = await filler.ask('applications.open', { id })
  const scan = await addPaper(company, verifier, customerId, 'signedPaper')
  expect(await record(company, filled, scan)).toMatchObject({ ok: true, value: { state: 'waiting' } })
  expect(await record(company, filled, scan)).toMatchObject({ ok: true, value: { state: 'waiting' } })
  expect(await read(company, accountant, filled)).toMatchObject({ alreadyRecorded: true, refusals: [] })
  const other = await fill(file, { filling: { ...agreed, decision: '否决', comment: '资料不足以判断' } })
  expect(codesOf(await read(company, accountant, other))).toEqual(['step-decided'])

  const { returns } = await verifier.ask('packets.waiting', {})
  // Whoever may not confirm it is not told what it says either.
  await desk.addAccount({ name: '方圆', roles: ['administrator'] })
  const { rows } = await (await desk.as('方圆')).ask('today.rows', { key: 'confirmPackets' })
  expect(rows).toEqual([])
  expect(returns).toMatchObject([
    { applicationId: id, post: 'officeHead', signer: { name: '周敏' }, importedBy: { name: '钱芳' }, mayConfirm: true },
  ])
  const confirmation = { id: returns[0]?.id ?? 0, accept: true, password: deskPassword }
  for (const person of [accountant, filler, signers.officeHead]) {
    expect((await person.ask('packets.waiting', {})).returns[0]?.mayConfirm).toBe(false)
    const refused = await person.refusal('packets.confirm', { requestId: randomUUID(), ...confirmation })
    expect(refused.code).toBe('own-application')
  }
  expect(logged(desk, 'refused.packet')).toHaveLength(3)
  await verifier.ask('packets.confirm', { requestId: randomUUID(), ...confirmation })
  const detail = await filler.ask('applications.open', { id })
  expect(detail.steps[0]).toMatchObject({
    state: 'signed',
    signer: { name: '周敏' },
    evidence: 'bing',
    granted: 5_000_000,
  })
  expect(detail.post).toBe('salesManager')
  expect((await verifier.ask('packets.waiting', {})).returns).toEqual([])
  const again = await verifier.refusal('packets.confirm', { requestId: randomUUID(), ...confirmation })
  expect(again.code).toBe('wrong-state')
  expect(await read(company, accountant, filled)).toMatchObject({
    alreadyRecorded: true,
    evidence: 'bing',
    refusals: [],
  })
  expect(await record(company, filled, scan)).toMatchObject({ ok: true, value: { state: 'recorded' } })
  expect(codesOf(await read(company, accountant, other))).toEqual(['step-decided'])
  expect(logged(desk, 'packet.record')).toHaveLength(1)
  expect(logged(desk, 'packet.confirm')).toHaveLength(1)
})

test('an answer that the second person does not confirm counts for nothing, and the step can be signed anew', async () => {
  const company = await companyAtWork()
  const { filler, verifier } = company
  const id = await submitted(company)
  const { customerId } = await filler.ask('applications.open', { id })
  const file = await make(company, id)
  const scan = await addPaper(company, verifier, customerId, 'signedPaper')
  await record(company, await fill(file, { filling: agreed }), scan)
  const [waiting] = (await verifier.ask('packets.waiting', {})).returns
  const order = { requestId: randomUUID(), id: waiting?.id ?? 0, accept: false, password: deskPassword }
  await verifier.ask('packets.confirm', order)
  expect((await filler.ask('applications.open', { id })).steps[0]?.state).toBe('open')
  expect(codesOf(await read(company, filler, await fill(file, { filling: agreed })))).toEqual([])
})

test('the last signature on a sheet sets limit, grade and 有效期至', async () => {
  const company = await companyAtWork()
  const { filler, verifier } = company
  const id = await submitted(company)
  await signThrough(company, id, 'marketingVp')
  const file = await make(company, id)
  const filling: Filling = {
    decision: '同意但改额度',
    granted: 40_000,
    comment: '首次合作，先给四万',
    signature: '吴建国',
    signedOn: today,
    grade: 'B',
    validTo: '2027-01-31',
  }
  const filled = await fill(file, { filling, post: 'generalManager', isLastStep: true })
  const { customerId } = await filler.ask('applications.open', { id })
  await record(company, filled, await addPaper(company, verifier, customerId, 'signedPaper'))
  const [waiting] = (await verifier.ask('packets.waiting', {})).returns
  await verifier.ask('packets.confirm', {
    requestId: randomUUID(),
    id: waiting?.id ?? 0,
    accept: true,
    password: deskPassword,
  })
  expect(await filler.ask('applications.open', { id })).toMatchObject({
    state: 'approved',
    approvedLimit: 4_000_000,
    approvedGrade: 'B',
    validTo: '2027-01-31',
  })
})

test('what is wrong with who signed and when is said with its cell, and is in the log', async () => {
  const company = await companyAtWork()
  const { accountant, desk } = company
  const id = await submitted(company)
  const file = await make(company, id)
  const refusalsOf = async (filling: Filling) => {
    const reading = await read(company, accountant, await fill(file, { filling: { ...agreed, ...filling } }))
    return reading.refusals.map(({ code, cell }) => [code, cell])
  }
  expect(await refusalsOf({ signature: '孙磊' })).toEqual([['signer-is-filler', 'B16 签名']])
  expect(await refusalsOf({ signature: '没有这人' })).toEqual([['signer-unknown', 'B16 签名']])
  expect(await refusalsOf({ signature: '陈卫东' })).toEqual([['signer-unknown', 'B16 签名']])
  expect(await refusalsOf({ signedOn: '2026-11-24', decision: '好的' })).toEqual([
    ['decision-unknown', 'B13 意见'],
    ['date-future', 'B17 日期'],
  ])
  expect(logged(desk, 'packet.refuse').map(({ facts }) => facts['code'])).toEqual([
    'signer-is-filler',
    'signer-unknown',
    'signer-unknown',
    'decision-unknown',
    'date-future',
  ])
  const changed = await fill(file, { filling: agreed, more: [{ sheet: '审批单', cell: 'B6', number: 80_000 }] })
  const outcome = await record(company, changed)
  expect(outcome).toMatchObject({ ok: false, error: { code: 'packet-refused', fields: ['cell-changed'] } })
  expect(logged(desk, 'packet.refuse')).toHaveLength(6)
})

test('whoever has signed another level signs none on a sheet', async () => {
  const company = await companyAtWork()
  const id = await submitted(company)
  await decide(company.signers.officeHead, id)
  const file = await make(company, id)
  const filled = await fill(file, { filling: agreed, post: 'salesManager' })
  expect(codesOf(await read(company, company.accountant, filled))).toEqual(['signer-signed-already'])
})

test('a packet whose step is over, whose version is old or whose hidden sheet is gone is refused', async () => {
  const company = await companyAtWork()
  const { accountant, filler, signers } = company
  const id = await submitted(company)
  const file = await make(company, id)
  const filled = await fill(file, { filling: agreed })
  const removed = await fill(file, { filling: agreed, more: [{ removeSheet: 'kehu' }] })
  expect(codesOf(await read(company, accountant, removed))).toEqual(['missing-sheet'])
  await decide(signers.officeHead, id, { decision: 'lower', granted: 4_000_000, comment: '先给四万试试' })
  expect(codesOf(await read(company, accountant, filled))).toEqual(['step-decided'])
  await decide(signers.salesManager, id, { decision: 'return', comment: '请补充同行评价' })
  const { customerId } = await filler.ask('applications.open', { id })
  const open = await filler.ask('customers.open', { id: customerId })
  await filler.save(customerId, open.revision, { 'credit.requestedLimit': { from: 5_000_000, to: 4_000_000 } })
  await submit(filler, id)
  expect((await read(company, accountant, filled)).refusals).toMatchObject([
    { code: 'older-revision', expected: '2', found: '1' },
  ])
})

test('a packet of a withdrawn application waits for nobody', async () => {
  const company = await companyAtWork()
  const id = await submitted(company)
  const file = await make(company, id)
  await company.filler.ask('applications.withdraw', { requestId: randomUUID(), id, reason: '客户不再需要' })
  const filled = await fill(file, { filling: agreed })
  expect(codesOf(await read(company, company.accountant, filled))).toEqual(['wrong-step'])
  const refused = await company.filler.refusal('packets.make', {
    requestId: randomUUID(),
    applicationId: id,
    language: 'zh-CN',
  })
  expect(refused.code).toBe('wrong-state')
})

test('300,000 and more take no signature on a sheet without a key; 299,999.99 do', async () => {
  const company = await companyAtWork()
  const small = await submitted(company, 29_999_999)
  const filledSmall = await fill(await make(company, small), { filling: agreed })
  expect(codesOf(await read(company, company.accountant, filledSmall))).toEqual([])
  const large = await begin(
    company,
    await readyCustomer(company, 30_000_000, {
      'customer.name': '宁波大华食品有限公司',
      'customer.businessRegNo': '91110108551385082Q',
    }),
  )
  await submit(company.filler, large)
  const filled = await fill(await make(company, large), { filling: agreed })
  expect(codesOf(await read(company, company.accountant, filled))).toEqual(['needs-key'])
})

test('a packet grants nothing past a red flag that came up after it went out, but still returns the application', async () => {
  const company = await companyAtWork()
  const file = await make(company, await submitted(company))
  const filled = await fill(file, { filling: agreed })
  expect(codesOf(await read(company, company.accountant, filled))).toEqual([])
  const { id } = await company.filler.create({
    'customer.name': '宁波大华食品有限公司',
    'customer.phone': typedCustomer()['customer.phone'] ?? null,
  })
  expect(id).toBeGreaterThan(1)
  expect((await read(company, company.accountant, filled)).refusals).toMatchObject([
    { code: 'flags-since', found: '电话与客户 0002 相同' },
  ])
  const returned = await fill(file, { filling: { ...agreed, decision: '退回', comment: '电话与另一户相同' } })
  expect(codesOf(await read(company, company.accountant, returned))).toEqual([])
})

test('a packet of another company and one that was never made here are told apart', async () => {
  const company = await companyAtWork()
  const file = await make(company, await submitted(company))
  const filled = await fill(file, { filling: agreed })
  const stranger = await companyAtWorkAs('另一家公司')
  expect((await stranger.reader.ask('packets.read', await order(stranger.desk, filled))).refusals).toMatchObject([
    { code: 'wrong-company', expected: '另一家公司', found: '杭州明珠商贸' },
  ])
  const twin = await companyAtWorkAs('杭州明珠商贸')
  expect((await twin.reader.ask('packets.read', await order(twin.desk, filled))).refusals).toMatchObject([
    { code: 'unknown-packet' },
  ])
})

const order = async (desk: Desk, file: string) => ({ requestId: randomUUID(), upload: await upload(desk, file) })

async function companyAtWorkAs(name: string): Promise<{ desk: Desk; reader: Caller }> {
  const desk = await ownCopy(name, '林晓')
  await desk.addAccount({ name: '孙磊', roles: ['filler'] })
  return { desk, reader: await desk.as('孙磊') }
}

test('the same request makes the same packet, and only those who work on applications make one', async () => {
  const company = await companyAtWork()
  const { filler, desk } = company
  const applicationId = await submitted(company)
  const request = { requestId: randomUUID(), applicationId, language: 'zh-CN' } as const
  const first = await filler.ask('packets.make', request)
  expect(await filler.ask('packets.make', request)).toEqual(first)
  expect(logged(desk, 'packet.make')).toHaveLength(1)
  const other = { ...request, applicationId: applicationId + 1 }
  expect((await filler.refusal('packets.make', other)).code).toBe('not-found')
  await desk.addAccount({ name: '审计', roles: ['auditor'] })
  const auditor = await desk.as('审计')
  expect((await auditor.refusal('packets.make', { ...request, requestId: randomUUID() })).code).toBe('not-allowed')
})

test('no delicate answer leaves the house in a packet', async () => {
  const company = await companyAtWork()
  const file = await make(company, await submitted(company))
  const packet = await readPacket(readFileSync(file))
  const said = packet.ok ? packet.sheets.flatMap(({ cells }) => [...cells.values()].map(String)).join('\n') : ''
  expect(said).toContain('沈国平')
  for (const secret of ['1202021409900567316', '0571-8854 2210', '杭州余杭瓶窑', '1968-05', '钓鱼'])
    expect([secret, said.includes(secret)]).toEqual([secret, false])
})

test('a packet goes through LibreOffice and the whole chain of recording', async () => {
  const company = await companyAtWork()
  const { accountant } = company
  const file = await make(company, await submitted(company))
  const filled = file.replace(/\.xlsx$/, '-office.xlsx')
  inLibreOffice([
    { from: file, to: filled, steps: fillIn({ language: 'zh-CN', post: 'officeHead', isLastStep: false }, agreed) },
  ])
  expect(await read(company, accountant, filled)).toMatchObject({ signer: { name: '周敏' }, refusals: [] })
})
