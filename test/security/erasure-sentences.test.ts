import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { blackedOut } from '../../electron/backend/services/erasure/mentions.ts'
import type { FreeTextPlace } from '../../shared/contract/erasure-calls.ts'
import {
  addPaper,
  askForChange,
  begin,
  type Company,
  companyAtWork,
  decide,
  idOf,
  readyCustomer,
  requestFor,
  signThrough,
  submit,
} from '../backend/company.ts'
import { recordConsent, recordPurposes } from '../backend/consent.ts'
import { merge } from '../backend/merge-desk.ts'
import { make } from '../excel/packet-desk.ts'
import { brokenAt, cellsWith, erase, foundAfter } from './erasure-desk.ts'

const principal = 'people.principal.1'
const person = {
  [`${principal}.name`]: '袁阿根',
  [`${principal}.phone`]: '13957306001',
  [`${principal}.homeAddress`]: '嘉兴市南湖区中山路 12 号',
  [`${principal}.homePhone`]: '0573-82340987',
}
const newBox = { id: null, kind: 'text' as const, label: '送货要求', zhTW: null, en: null, options: [] }
const grouped = '139-5730-6001'
const home = '嘉兴市南湖区中山路12号'
const sentence = (where: string) => `${where}：袁阿根 ${grouped}，住${home}，晚上打 82340987`
const left = (where: string) => `${where}：${blackedOut} ${blackedOut}，住${blackedOut}，晚上打 ${blackedOut}`

/** Lets people write about the person wherever sentences can be written. */
async function spokenOf(company: Company): Promise<number> {
  const { filler, otherFiller, administrator, signers, verifier } = company
  await recordPurposes(administrator)
  const box = await administrator.ask('extraBoxes.put', { ...newBox, requestId: randomUUID() })
  const id = await readyCustomer(company, 5_000_000, {
    ...person,
    'credit.accounts.remarks': sentence('备注'),
    'customer.coverageArea': sentence('范围'),
  })
  await filler.save(id, 99, {
    'credit.accounts.remarks': { from: sentence('备注'), to: `${sentence('备注')}，已核` },
  })
  await filler.ask('cards.saveExtra', {
    requestId: randomUUID(),
    id,
    changes: { [String(box.id)]: { from: null, to: sentence('送货') } },
  })
  await verifier.ask('verifications.record', {
    requestId: randomUUID(),
    customerId: id,
    facts: { item: 'registry', status: 'normal' },
    checkedOn: company.clock.today(),
    note: sentence('核实'),
    files: [],
  })
  await verifier.ask('verifications.record', {
    requestId: randomUUID(),
    customerId: id,
    facts: {
      item: 'callback',
      phone: '0573-82999999',
      source: 'directory',
      spokeWith: sentence('回访'),
      confirmed: true,
    },
    checkedOn: company.clock.today(),
    note: null,
    files: [],
  })
  const application = await begin(company, id)
  const request = requestFor(company, { reason: sentence('申请') })
  await filler.ask('applications.change', { requestId: randomUUID(), id: application, request })
  await submit(filler, application)
  const opinion = { requestId: randomUUID(), id: application, person: idOf(company, '韩雪') }
  await signers.officeHead.ask('applications.askOpinion', { ...opinion, question: sentence('请教') })
  const answer = { requestId: randomUUID(), id: application, answer: sentence('答复') }
  await otherFiller.ask('applications.giveOpinion', answer)
  await make(company, application)
  await decide(signers.officeHead, application, { decision: 'reject', comment: sentence('否决') })
  const change = await askForChange(filler, id, { boxes: { 'customer.name': '杭州明珠粮油有限公司' } })
  await signers.officeHead.ask('changes.reject', { requestId: randomUUID(), id: change, opinion: sentence('退回') })
  await addPaper(company, filler, id, 'contract')
  await recordConsent(filler, id, ['health'])
  const kept = { customerId: id, class: 'guarded', until: '2031-01-01', reason: sentence('保存') } as const
  await administrator.ask('personal.keepOn', { requestId: randomUUID(), ...kept })
  const { id: other } = await filler.create({ 'customer.name': '绍兴明珠粮油行', 'customer.fax': '0575-1' })
  await merge(signers.salesManager, id, other)
  const { revision } = await filler.ask('customers.open', { id })
  const cells = { 'credit.salesOpinion': { from: null, value: sentence('意见'), entry: sentence('意见') } }
  await filler.ask('drafts.put', { key: `customer:${id}:${randomUUID()}`, revision, cells })
  return id
}

const keptKinds = (places: readonly FreeTextPlace[], stays: boolean) =>
  places.filter(place => place.stays === stays).map(({ kind, detail }) => `${kind} ${detail}`.trim())

test('a person is taken out of sentences that may change, and what was signed or logged is listed', async () => {
  const company = await companyAtWork()
  const { desk, filler, signers } = company
  const id = await spokenOf(company)
  const tell = [grouped, home, '袁阿根', '82340987']
  expect(await brokenAt(company)).toBeNull()
  const asked = { customerId: id, subject: principal, scope: 'all' } as const
  const { places, placesTotal, counts } = await signers.generalManager.ask('personal.erasurePreview', asked)
  expect(placesTotal).toBe(places.length)
  expect(keptKinds(places, true)).toEqual(['comment officeHead', 'change opinion', 'log'])
  expect(keptKinds(places, false)).toEqual(
    expect.arrayContaining([
      'box credit.accounts.remarks',
      'box customer.coverageArea',
      'extra',
      'application reason',
      'opinion question',
      'opinion answer',
      'verification registry',
      'verification callback',
      'retention',
    ]),
  )
  const comment = places.find(({ kind }) => kind === 'comment')
  expect(comment?.excerpt).toBe(`否决：袁阿根 ${grouped}，住****，晚上打 ****`)

  const done = await erase(company, id)
  expect([done.counts, done.isCleared]).toEqual([counts, true])
  expect(await brokenAt(company)).toBeNull()
  const where = new Set(cellsWith(desk, tell).map(cell => cell.replace(/:.*/, '')))
  expect([...where].sort()).toEqual(['approval_steps.comment', 'audit_log.reason', 'change_requests.opinion'])
  const { values } = await filler.whole(id)
  expect(values).toMatchObject({
    'credit.accounts.remarks': `${left('备注')}，已核`,
    'customer.coverageArea': left('范围'),
  })
  const { entries } = await filler.ask('customers.history', { id })
  expect(entries.find(({ path }) => path === 'credit.accounts.remarks')).toMatchObject({
    from: left('备注'),
    to: `${left('备注')}，已核`,
  })
  // Whoever changes a rewritten note past the program is found out.
  const forge = "UPDATE verifications SET note = replace(note, '核实', '未核') WHERE note IS NOT NULL"
  expect(await foundAfter(desk, db => void db.prepare(forge).run())).toMatchObject({ cause: 'record' })
})

test('sentences on cards of other customers and reasons of exports of many are listed to look at, and never changed', async () => {
  const company = await companyAtWork()
  const { administrator, filler, signers } = company
  const { id } = await filler.create({ 'customer.name': '明珠', ...person })
  const boxes = { 'credit.accounts.remarks': `担保人 ${grouped}`, 'customer.coverageArea': '袁阿根介绍' }
  const cousin = { 'people.buyer.1.name': '袁文', 'people.buyer.1.quality': '袁阿根的表弟' }
  const other = await filler.create({ 'customer.name': '宁波大华', ...boxes, ...cousin, 'credit.salesOpinion': '守信' })
  const { id: box } = await administrator.ask('extraBoxes.put', { ...newBox, requestId: randomUUID() })
  const answer = { from: null, to: `先打 ${grouped}` }
  await filler.ask('cards.saveExtra', { requestId: randomUUID(), id: other.id, changes: { [String(box)]: answer } })
  const gone = await filler.create({ 'customer.name': '绍兴永昌' })
  const reason = '并入袁阿根的店'
  await filler.ask('customers.archive', { requestId: randomUUID(), id: gone.id, archived: true, reason })
  const why = { withDelicate: true, reason: `袁阿根 ${grouped} 要求` }
  const order = { requestId: randomUUID(), ids: [id, other.id], forms: ['KH001' as const], language: 'zh-CN' as const }
  await filler.ask('exports.forms', { ...order, ...why })
  const asked = { customerId: id, subject: principal, scope: 'all' } as const
  const { places } = await signers.generalManager.ask('personal.erasurePreview', asked)
  expect(keptKinds(places, true).sort()).toEqual([
    'log',
    'other card.archiveReason',
    'other credit.accounts.remarks',
    'other customer.coverageArea',
    `other extra.${box}`,
    'other people.buyer.1.quality',
  ])
  expect(keptKinds(places, false)).toEqual([])
  await erase(company, id)
  expect((await filler.whole(other.id)).values).toMatchObject({ ...boxes, ...cousin })
})

test('what a box of another customer said earlier is listed once, as its history', async () => {
  const company = await companyAtWork()
  const { filler, signers } = company
  const { id } = await filler.create({ 'customer.name': '明珠', ...person })
  const remarks = 'credit.accounts.remarks'
  const other = await filler.create({ 'customer.name': '宁波大华', [remarks]: '问袁阿根', 'customer.address': '城东' })
  const change = async (path: string, from: string, to: string) =>
    expect(await filler.save(other.id, 99, { [path]: { from, to } })).toMatchObject({ ok: true })
  await change('customer.address', '城东', '袁阿根的店')
  await change('customer.address', '袁阿根的店', '城西')
  const places = async () => {
    const asked = { customerId: id, subject: principal, scope: 'all' } as const
    const found = await signers.generalManager.ask('personal.erasurePreview', asked)
    return found.places.map(({ kind, detail, excerpt, stays }) => [kind, detail, excerpt, stays])
  }
  expect(await places()).toEqual([['other', remarks, '问袁阿根', true]])
  await change(remarks, '问袁阿根', '问老板')
  await change(remarks, '问老板', '问袁阿根')
  expect(await places()).toEqual([['other', remarks, '问袁阿根', true]])
  await change(remarks, '问袁阿根', '问老板')
  expect(await places()).toEqual([['history', remarks, '问袁阿根', true]])
  await erase(company, id)
  const { entries } = await filler.ask('customers.history', { id: other.id })
  expect(entries[0]).toMatchObject({ path: remarks, from: '问袁阿根', to: '问老板' })
})

test('what was written with applications and checks of other customers is listed to look at, and never changed', async () => {
  const company = await companyAtWork()
  const { filler, signers, verifier } = company
  const { id } = await filler.create({ 'customer.name': '明珠', ...person })
  const other = await readyCustomer(company, 5_000_000)
  const { customerNo } = await filler.ask('customers.open', { id: other })
  const check = { customerId: other, checkedOn: company.clock.today(), files: [] }
  const registry = { facts: { item: 'registry', status: 'normal' } as const, note: sentence('核实') }
  await verifier.ask('verifications.record', { requestId: randomUUID(), ...check, ...registry })
  const called = { item: 'callback', phone: '0573-82999999', source: 'directory', confirmed: true } as const
  const callback = { facts: { ...called, spokeWith: '袁阿根' }, note: null }
  await verifier.ask('verifications.record', { requestId: randomUUID(), ...check, ...callback })
  const application = await begin(company, other)
  const request = requestFor(company, { reason: sentence('申请') })
  await filler.ask('applications.change', { requestId: randomUUID(), id: application, request })
  await submit(filler, application)
  const opinion = { requestId: randomUUID(), id: application, person: idOf(company, '韩雪') }
  await signers.officeHead.ask('applications.askOpinion', { ...opinion, question: sentence('请教') })
  await decide(signers.officeHead, application, { decision: 'return', comment: sentence('退回') })
  await submit(filler, application)
  await signThrough(company, application, 'officeHead')
  const taken = { requestId: randomUUID(), id: application, reason: sentence('撤回') }
  await filler.ask('applications.withdraw', taken)
  const change = await askForChange(filler, other, { boxes: { 'customer.name': '杭州明珠粮油有限公司' } })
  await signers.officeHead.ask('changes.reject', { requestId: randomUUID(), id: change, opinion: sentence('不准') })

  const asked = { customerId: id, subject: principal, scope: 'all' } as const
  const { places } = await signers.generalManager.ask('personal.erasurePreview', asked)
  expect(places.filter(({ stays }) => !stays)).toEqual([])
  expect(new Set(places.map(place => place.customerNo))).toEqual(new Set([customerNo]))
  expect(keptKinds(places, true).sort()).toEqual([
    'application reason',
    'application withdrawal',
    'change opinion',
    'comment officeHead',
    'opinion question',
    'verification callback',
    'verification registry',
  ])
  expect(places.find(({ kind }) => kind === 'comment')?.excerpt).toBe(`退回：袁阿根 ${grouped}，住****，晚上打 ****`)
  const before = cellsWith(company.desk, [home])
  await erase(company, id)
  const after = new Set(cellsWith(company.desk, [home]))
  const lost = before.filter(cell => !after.has(cell)).map(cell => cell.replace(/:.*/, ''))
  expect([...new Set(lost)].filter(cell => !cell.startsWith('answers.'))).toEqual([])
  expect(await brokenAt(company)).toBeNull()
})

test('a name of two characters, or one that somebody else has, is left to look at', async () => {
  const company = await companyAtWork()
  const { desk, filler, signers } = company
  await desk.addAccount({ name: '何静', roles: ['administrator'] })
  const administrator = await desk.as('何静')
  const { id } = await filler.create({
    'customer.name': '孙老大粮油店',
    'customer.phone': '0573-82340987',
    [`${principal}.name`]: '王明',
    [`${principal}.homePhone`]: '0573-82340987',
    'people.buyer.1.name': '孙老大',
    'people.buyer.1.phone': '13957306001',
    'credit.accounts.remarks': '王明说王明显涨价；孙老大 13957306001；店里 82340987',
  })
  const places = async (subject: string, by = signers.generalManager) =>
    (await by.ask('personal.erasurePreview', { customerId: id, subject, scope: 'all' })).places
  expect(keptKinds(await places(principal), true)).toEqual(['box customer.phone', 'box credit.accounts.remarks'])
  expect(keptKinds(await places('people.buyer.1'), true)).toEqual(['box customer.name', 'box credit.accounts.remarks'])
  // Whoever may not read a box is told where to look and not what stands there.
  expect((await places(principal, administrator)).map(({ detail, excerpt }) => [detail, excerpt])).toEqual([
    ['customer.phone', '****'],
    ['credit.accounts.remarks', null],
  ])
  await erase(company, id, { subject: 'people.buyer.1' })
  await erase(company, id)
  expect((await filler.whole(id)).values['credit.accounts.remarks']).toBe(
    `王明说王明显涨价；孙老大 ${blackedOut}；店里 82340987`,
  )
})

test('where a name of two characters stands by chance, or others are said to be alike, is listed last, and nothing is left out', async () => {
  const company = await companyAtWork()
  const { filler, signers } = company
  const said = { [`${principal}.quality`]: '守信用重承诺' }
  const named = { 'credit.salesOpinion': '先问王明' }
  const { id } = await filler.create({ 'customer.name': '明珠', [`${principal}.name`]: '王明', ...said })
  const chance = { 'credit.accounts.remarks': '王明显涨价', 'customer.coverageArea': '王明镇', ...said }
  for (let shop = 1; shop <= 40; shop += 1)
    await filler.create({ 'customer.name': `宁波大华${shop}号店`, ...chance, ...(shop === 30 ? named : {}) })
  const asked = { customerId: id, subject: principal, scope: 'all' } as const
  const { places, placesTotal } = await signers.generalManager.ask('personal.erasurePreview', asked)
  expect([places.length, placesTotal]).toEqual([121, 121])
  expect(places.map(({ byChance }) => byChance)).toEqual([false, ...Array.from({ length: 120 }, () => true)])
  expect(places[0]).toMatchObject({ kind: 'other', excerpt: '先问王明', stays: true })
})

test('what a check found is a name alone goes as a box does, and is no sentence to look at', async () => {
  const company = await companyAtWork()
  const { signers, verifier } = company
  const id = await readyCustomer(company, 5_000_000, { ...person, [`${principal}.name`]: '王明' })
  const callback = { item: 'callback', phone: '0573-82999999', source: 'directory', confirmed: true } as const
  for (const [spokeWith, note] of [
    ['王 明', '王明'],
    ['王明的母亲', null],
  ] as const)
    await verifier.ask('verifications.record', {
      requestId: randomUUID(),
      customerId: id,
      facts: { ...callback, spokeWith },
      checkedOn: company.clock.today(),
      note,
      files: [],
    })
  const asked = { customerId: id, subject: principal, scope: 'all' } as const
  const { places } = await signers.generalManager.ask('personal.erasurePreview', asked)
  expect(places.map(({ kind, excerpt, stays }) => [kind, excerpt, stays])).toEqual([
    ['verification', '王明的母亲', true],
  ])
  await erase(company, id)
  expect(cellsWith(company.desk, ['王明', '王 明']).map(cell => cell.replace(/:.*/, ''))).toEqual([
    'verifications.facts',
  ])
  expect(await brokenAt(company)).toBeNull()
})

test('only what is erased is looked for in sentences, and an application in the chain keeps them as they are', async () => {
  const company = await companyAtWork()
  const { filler, signers } = company
  const remarks = `袁阿根 ${grouped}，住${home}`
  const id = await readyCustomer(company, 5_000_000, { ...person, 'credit.accounts.remarks': remarks })
  const application = await begin(company, id)
  await submit(filler, application)
  const delicate = { customerId: id, subject: principal, scope: 'delicate' } as const
  const { obstacles, places } = await signers.generalManager.ask('personal.erasurePreview', delicate)
  expect(obstacles.map(({ code }) => code)).toEqual(['pending'])
  expect(keptKinds(places, false)).toEqual(['box credit.accounts.remarks'])
  await signThrough(company, application)
  await erase(company, id, { scope: 'delicate' })
  expect((await filler.whole(id)).values['credit.accounts.remarks']).toBe(`袁阿根 ${grouped}，住${blackedOut}`)
  expect(cellsWith(company.desk, [home])).toEqual([])
  expect(await brokenAt(company)).toBeNull()
})
