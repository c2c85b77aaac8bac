import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Values } from '../../shared/catalogue/field.ts'
import { accountPath, healthPath } from '../../shared/domain/personal.ts'
import { begin, companyAtWork, readyCustomer, submit } from './company.ts'
import { createWithHealth, recordConsent, recordPurpose, recordPurposes } from './consent.ts'
import { type Desk, listing, loggedOf, readyDesk } from './desk.ts'
import { checkFile, rowsOf, table } from './import-steps.ts'

const person: Values = {
  'customer.name': '明珠粮油店',
  'customer.ownershipType': 'individual',
  'people.principal.1.name': '沈国平',
}

async function deskWithPerson(more: Values = {}) {
  const desk = await readyDesk()
  const { id } = await desk.create({ ...person, ...more })
  return { desk, id }
}

const fill = (desk: Desk, id: number, path: string, to: string | null, from: string | null = null) =>
  desk.save(id, 99, { [path]: { from, to } })

const closed = (code: string, ...fields: string[]) => ({ ok: false, error: { code, fields } })

test('a sensitive box takes nothing before its purpose is recorded and the person agrees, and is closed again when consent is taken back', async () => {
  const { desk, id } = await deskWithPerson()
  expect(await fill(desk, id, healthPath, 'good')).toMatchObject(closed('purpose-missing', healthPath))
  await recordPurpose(desk, 'health')
  expect(await fill(desk, id, healthPath, 'good')).toMatchObject(closed('consent-missing', healthPath))
  await recordConsent(desk, id, ['bankAccount', 'identityCard'])
  expect(await fill(desk, id, healthPath, 'good')).toMatchObject(closed('consent-missing', healthPath))
  await recordConsent(desk, id, ['health'])
  expect(await fill(desk, id, healthPath, 'good')).toMatchObject({ ok: true })
  const withdrawal = { customerId: id, subject: 'people.principal.1', withdrawnOn: '2026-11-20', note: null }
  await desk.ask('personal.withdrawConsent', { requestId: randomUUID(), ...withdrawal, classes: ['health'] })
  expect(await fill(desk, id, healthPath, 'poor', 'good')).toMatchObject(closed('consent-missing', healthPath))
  // What stands there stays, and can be taken out.
  expect((await desk.whole(id)).values[healthPath]).toBe('good')
  expect(await fill(desk, id, healthPath, null, 'good')).toMatchObject({ ok: true })
})

test('nobody has agreed on a card that was never saved, while a draft keeps what was typed', async () => {
  const desk = await readyDesk()
  await recordPurposes(desk)
  const draftKey = `new:${randomUUID()}`
  const cells = { [healthPath]: { from: null, value: 'good' } }
  await desk.ask('drafts.put', { key: draftKey, revision: 0, cells })
  const values = { ...person, [healthPath]: 'good' }
  expect(await desk.refusal('customers.create', { requestId: randomUUID(), draftKey, values })).toMatchObject({
    code: 'consent-missing',
    fields: [healthPath],
  })
  expect((await desk.ask('drafts.list', {})).drafts[0]?.masked[healthPath]).toBe('****')
  expect((await desk.ask('personal.reveal', { draftKey })).cells[healthPath]?.value).toBe('good')
})

test('the account of an individual is a person’s, that of a firm is not', async () => {
  const { desk, id } = await deskWithPerson()
  const account = '6222021202012345678'
  await recordPurposes(desk)
  expect(await fill(desk, id, accountPath, account)).toMatchObject(closed('consent-missing', accountPath))
  await recordConsent(desk, id, ['bankAccount'])
  expect(await fill(desk, id, accountPath, account)).toMatchObject({ ok: true })
  const firm = { 'customer.name': '大华贸易有限公司', 'customer.ownershipType': 'jointStock' }
  await desk.create({ ...firm, [accountPath]: '1202021409900567316' })
})

test('nobody inherits the consent of the person who stood there before, and whoever moves takes it along', async () => {
  const { desk, id } = await deskWithPerson({ 'people.buyer.1.name': '王芳' })
  await recordPurposes(desk)
  await recordConsent(desk, id, ['health'])
  const name = 'people.principal.1.name'
  await desk.save(id, 99, { [name]: { from: '沈国平', to: '王芳' } })
  expect(await fill(desk, id, healthPath, 'good')).toMatchObject(closed('consent-missing', healthPath))
  await desk.save(id, 99, { [name]: { from: '王芳', to: '沈国平' } })
  expect(await fill(desk, id, healthPath, 'good')).toMatchObject({ ok: true })
  // One save that names somebody else and tells of their health is judged by the new name.
  const both = { [name]: { from: '沈国平', to: '李强' }, [healthPath]: { from: 'good', to: 'poor' } }
  expect(await desk.save(id, 99, both)).toMatchObject(closed('consent-missing', healthPath))
})

test('guarded boxes are open until the company asks for consent there, too', async () => {
  const { desk, id } = await deskWithPerson()
  const birth = 'people.principal.1.birth'
  expect(await fill(desk, id, birth, '1968-05')).toMatchObject({ ok: true })
  await recordPurpose(desk, 'guarded', { needsConsent: true })
  expect(await fill(desk, id, birth, '1969-05', '1968-05')).toMatchObject(closed('consent-missing', birth))
  await recordConsent(desk, id, ['guarded'])
  expect(await fill(desk, id, birth, '1969-05', '1968-05')).toMatchObject({ ok: true })
})

test('an import row comes in without the cells of closed boxes, and says which they are', async () => {
  const { desk, id } = await deskWithPerson()
  await recordPurpose(desk, 'health')
  const importer = { backend: desk.backend, caller: desk }
  const sheet = table(
    ['客户编号', '客户名称', '地址', '性质', '银行帐号', '健康状况'],
    ['0001', '明珠粮油店', '', '', '', '好'],
    ['', '新店', '港口路 2 号', '个体', '6222021234567890123', '好'],
    ['', '绍兴酒业公司', '', '国营', '6222021234567890128', ''],
    ['', '', '没有名称', '', '', '好'],
  )
  const checked = async () => {
    const { check } = await checkFile(importer, sheet)
    const rows = await rowsOf(desk, check)
    const told = rows.map(({ state, problems, leftOut }) => [
      state,
      problems.map(({ code }) => code).join(),
      leftOut.map(({ code, path, found }) => `${code} ${path} ${found}`),
    ])
    return { check, told, rows }
  }
  const health = `consent-missing ${healthPath} 好`
  const account = `purpose-missing ${accountPath} 6222 0212 3456 7890 123`
  const { check, told, rows } = await checked()
  expect(told).toEqual([
    ['same', '', [health]],
    ['new', '', [account, health]],
    ['new', '', []],
    ['error', 'name-missing', []],
  ])
  expect(check).toMatchObject({ counts: { new: 2, updated: 0, same: 1, duplicate: 0, error: 1 }, leftOut: 3 })
  expect(check.tables.map(({ noted }) => noted)).toEqual([2])
  expect((await rowsOf(desk, check, 'noted')).map(({ row }) => row)).toEqual(rows.slice(0, 2).map(({ row }) => row))
  expect(rows[1]?.changes.map(({ path }) => path)).not.toContain(accountPath)
  await desk.ask('imports.commit', { requestId: randomUUID(), check: check.check })
  const [made] = (await desk.ask('customers.list', listing('新店'))).rows
  const { values } = await desk.ask('customers.open', { id: made?.id ?? 0 })
  expect(values).toMatchObject({ 'customer.address': '港口路 2 号', 'customer.ownershipType': 'individual' })
  expect([values[accountPath] ?? null, values[healthPath] ?? null]).toEqual([null, null])
  await recordConsent(desk, id, ['health'])
  expect((await checked()).told[0]).toEqual(['updated', '', []])
})

test('an identity paper is kept only of somebody who has agreed', async () => {
  const { desk, id } = await deskWithPerson()
  await recordPurposes(desk)
  const add = async (subject?: string) => {
    const received = await desk.backend.receiveUpload([Buffer.from('%PDF-1.4\n%%EOF\n')])
    if (!received.ok) throw new Error(received.error.code)
    const file = { upload: received.value.upload, fileName: '身份证.pdf', kind: 'identityCard' as const }
    return desk.call('attachments.add', {
      requestId: randomUUID(),
      customerId: id,
      ...file,
      ...(subject !== undefined && { subject }),
    })
  }
  expect(await add()).toMatchObject(closed('invalid-input', 'subject'))
  expect(await add('people.principal.1')).toMatchObject(closed('consent-missing', 'identityCard'))
  await recordConsent(desk, id, ['identityCard'])
  expect(await add('people.principal.1')).toMatchObject({ ok: true })
})

test('the next KH002 does not take over what its person does not agree to any more', async () => {
  const company = await companyAtWork()
  const { filler, administrator } = company
  await recordPurposes(administrator)
  const id = await readyCustomer(company, 5_000_000)
  await recordConsent(filler, id, ['health'])
  await filler.save(id, 99, { [healthPath]: { from: null, to: 'good' } })
  const application = await begin(company, id)
  await submit(filler, application)
  await filler.ask('applications.withdraw', { requestId: randomUUID(), id: application, reason: '资料还没有收齐' })
  const withdrawal = { subject: 'people.principal.1', withdrawnOn: company.clock.today(), note: null }
  const classes = ['health' as const]
  await filler.ask('personal.withdrawConsent', { requestId: randomUUID(), customerId: id, ...withdrawal, classes })
  await begin(company, id)
  const { values } = await filler.whole(id)
  expect(values[healthPath]).toBeUndefined()
  expect(values['credit.owner.personality']).toBe('cheerful')
})

test('consents and purposes are kept as history, and each has its row in the log without a name', async () => {
  const { desk, id } = await deskWithPerson()
  await recordPurpose(desk, 'health')
  await recordPurpose(desk, 'health', { retentionMonths: 24 })
  await recordConsent(desk, id, ['health', 'bankAccount'])
  const withdrawal = { customerId: id, subject: 'people.principal.1', withdrawnOn: '2026-11-20', note: '电话里说的' }
  await desk.ask('personal.withdrawConsent', { requestId: randomUUID(), ...withdrawal, classes: ['health'] })
  const { purposes, earlier } = await desk.ask('personal.purposes', {})
  expect(purposes.map(({ retentionMonths }) => retentionMonths)).toEqual([24])
  expect(earlier.map(({ retentionMonths }) => retentionMonths)).toEqual([12])
  const { consents } = await desk.ask('personal.consents', { customerId: id })
  expect(consents.map(({ class: group, name, withdrawn }) => [group, name, withdrawn?.on])).toEqual([
    ['bankAccount', '沈国平', undefined],
    ['health', '沈国平', '2026-11-20'],
  ])
  const rows = [
    ...(await loggedOf(desk, 'purpose.set')),
    ...(await loggedOf(desk, 'consent.record')),
    ...(await loggedOf(desk, 'consent.withdraw')),
  ]
  expect(rows.map(({ action }) => action)).toEqual(['purpose.set', 'purpose.set', 'consent.record', 'consent.withdraw'])
  for (const secret of ['沈国平', '电话里说的']) expect(JSON.stringify(rows)).not.toContain(secret)
})

test('a consent can not lie in the future, be taken back before it was given, or be somebody’s who has no name', async () => {
  const { desk, id } = await deskWithPerson()
  const consent = { requestId: randomUUID(), customerId: id, subject: 'people.principal.1', manner: 'spoken' as const }
  const more = { ...consent, classes: ['health' as const], note: null, attachmentId: null }
  expect(await desk.refusal('personal.recordConsent', { ...more, givenOn: '2027-01-01' })).toMatchObject({
    code: 'period-invalid',
  })
  const nobody = { ...more, subject: 'people.buyer.1', givenOn: '2026-11-01' }
  expect(await desk.refusal('personal.recordConsent', nobody)).toMatchObject({ code: 'not-found' })
  await desk.ask('personal.recordConsent', { ...more, givenOn: '2026-11-01' })
  const early = { requestId: randomUUID(), customerId: id, subject: 'people.principal.1', note: null }
  expect(
    await desk.refusal('personal.withdrawConsent', { ...early, classes: ['health'], withdrawnOn: '2026-10-31' }),
  ).toMatchObject({ code: 'period-invalid' })
})

test('purposes are the administrator’s, consents whoever’s who fills in', async () => {
  const { desk, id } = await deskWithPerson()
  await desk.addAccount({ name: '何静', roles: ['auditor'] })
  await desk.addAccount({ name: '孙磊', roles: ['filler'] })
  const auditor = await desk.as('何静')
  const filler = await desk.as('孙磊')
  await expect(recordPurpose(filler, 'health')).rejects.toThrow('not-allowed')
  await expect(recordConsent(auditor, id, ['health'])).rejects.toThrow('not-allowed')
  await recordConsent(filler, id, ['health'])
  expect((await auditor.ask('personal.consents', { customerId: id })).consents).toHaveLength(1)
})

test('the only way to fill in a health is the way of the test helper', async () => {
  const desk = await readyDesk()
  const { id } = await createWithHealth(desk, { ...person, [healthPath]: 'medium' })
  expect((await desk.whole(id)).values[healthPath]).toBe('medium')
})
