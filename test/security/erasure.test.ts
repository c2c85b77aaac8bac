import { randomUUID } from 'node:crypto'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { sha256 } from '../../electron/backend/services/audit/canonical-json.ts'
import { erasedMark } from '../../shared/domain/erased-mark.ts'
import {
  askForChange,
  begin,
  companyAtWork,
  signThrough,
  submit,
  submitted,
  typedCustomer,
  verifyAll,
} from '../backend/company.ts'
import { expectLogged, looking } from '../backend/logged.ts'
import { unmerging } from '../backend/merge-desk.ts'
import { read } from '../excel/packet-desk.ts'
import {
  brokenAt,
  cellsWith,
  erase,
  erasing,
  everyRoad,
  filesWith,
  foundAfter,
  identityCardOf,
  owner,
  person,
  textsOf,
} from './erasure-desk.ts'

test('nothing that was said of a person by any road is left, the log is whole, and everybody else keeps everything', async () => {
  const story = await everyRoad()
  const { company, customerId, parted, said, ownOfParted } = story
  const { desk, filler, signers } = company
  expect(cellsWith(desk, said).length).toBeGreaterThan(100)
  expect(filesWith(desk, said).length).toBeGreaterThan(20)
  expect(await brokenAt(company)).toBeNull()
  const before = await filler.ask('customers.open', { id: customerId })
  const asked = { customerId, subject: 'people.principal.1', scope: 'all' } as const
  const preview = await signers.generalManager.ask('personal.erasurePreview', asked)
  expect(preview).toMatchObject({ obstacles: [], papers: [{ goes: true }] })
  expect(cellsWith(desk, said).length).toBeGreaterThan(100)

  const { counts, isCleared, backups } = await erase(company, customerId)
  expect([counts, isCleared]).toEqual([preview.counts, true])
  expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([])
  expect(backups).toMatchObject({ until: '2028-11-30', elsewhere: false })
  expect(cellsWith(desk, said)).toEqual([])
  expect(filesWith(desk, said)).toEqual([])
  expect(await brokenAt(company)).toBeNull()

  const after = await filler.ask('customers.open', { id: customerId })
  const isAbout = (box: string) => /^(people\.principal\.1|credit\.owner)\./.test(box)
  expect(after.values).toEqual(Object.fromEntries(Object.entries(before.values).filter(([box]) => !isAbout(box))))
  expect(after.masked).toEqual(Object.fromEntries(Object.entries(before.masked).filter(([box]) => !isAbout(box))))
  await filler.ask('personal.reveal', { customerId })
  const { entries } = await filler.ask('customers.history', { id: customerId })
  const homePhone = entries.filter(entry => entry.path === 'people.principal.1.homePhone' && !entry.isMasked)
  expect(homePhone.slice(0, 3).map(({ from, to }) => [from, to])).toEqual([
    [erasedMark, null],
    [erasedMark, erasedMark],
    [erasedMark, erasedMark],
  ])

  // The firm that turned out to be another one knows the person still, until that is asked for there.
  expect(cellsWith(desk, ownOfParted).filter(cell => !/^(people|customer_\w+|merges)\./.test(cell))).toEqual([])
  expect(cellsWith(desk, ownOfParted).length).toBeGreaterThan(5)
  await erase(company, parted)
  expect(cellsWith(desk, ownOfParted)).toEqual([])
  expect(filesWith(desk, ownOfParted)).toEqual([])
  expect(await brokenAt(company)).toBeNull()
  expect(looking(desk, db => db.prepare('SELECT count(*) FROM erasures').pluck().get())).toBe(2)
  expect((await filler.ask('customers.history', { id: parted })).entries.length).toBeGreaterThan(5)
  expect(await filler.ask('requests.outcome', { requestId: randomUUID() })).toEqual({ saved: null })
})

test('what comes after an erasure is in the log like everything before it, and brings nothing back', async () => {
  const { company, customerId, said, packet, importId, inForce, parted } = await everyRoad()
  const { desk, filler, otherFiller, accountant, signers } = company
  await erase(company, customerId)
  await erase(company, parted)

  const returned = await read(company, accountant, packet)
  expect(returned.refusals.map(({ code }) => code)).not.toContain('cell-changed')
  await signers.salesManager.ask('customers.unmerge', unmerging(inForce))
  const { refused, removed } = await otherFiller.ask('imports.undo', { requestId: randomUUID(), id: importId })
  expect([refused.map(({ reason }) => reason), removed]).toEqual([['changed'], 0])
  expect(cellsWith(desk, said)).toEqual([])
  expect(await brokenAt(company)).toBeNull()

  const next = await begin(company, customerId)
  const again = { ...person('principal', '辛亥新任'), ...owner('辛亥新任') }
  const { revision } = await filler.ask('customers.open', { id: customerId })
  const changes = Object.fromEntries(
    Object.entries({ ...again, 'credit.requestedLimit': 4_000_000 }).map(([box, to]) => [box, { from: null, to }]),
  )
  expect(await filler.save(customerId, revision, changes)).toMatchObject({ ok: true })
  await verifyAll(company, customerId, typedCustomer(again))
  const { carried } = await filler.ask('limits.ofCustomer', { customerId })
  await filler.ask('applications.confirmCarried', { requestId: randomUUID(), customerId, paths: carried })
  await submit(filler, next)
  expect(await brokenAt(company)).toBeNull()
  const refusal = await signers.generalManager.refusal('personal.erase', erasing(customerId))
  expect(refusal).toMatchObject({ code: 'erasure-impossible', fields: [expect.stringMatching(/^pending KH002-0001-/)] })
  await filler.ask('applications.withdraw', { requestId: randomUUID(), id: next, reason: '客户改变主意' })

  // Only what is delicate goes; who is in charge stays.
  const { counts } = await erase(company, customerId, { scope: 'delicate' })
  expect(counts).toMatchObject({ submissions: 1 })
  const plain = ['name', 'position', 'phone'].map(key => `people.principal.1.${key}`)
  const delicate = Object.fromEntries(Object.entries(again).filter(([box]) => !plain.includes(box)))
  expect(cellsWith(desk, textsOf(delicate))).toEqual([])
  expect(filesWith(desk, textsOf(delicate))).toEqual([])
  await filler.ask('personal.reveal', { customerId })
  expect((await filler.ask('customers.open', { id: customerId })).values).toMatchObject(
    Object.fromEntries(plain.map(box => [box, again[box]])),
  )
  expect(await brokenAt(company)).toBeNull()
  expect(
    (await signers.generalManager.refusal('personal.erase', erasing(customerId, { scope: 'delicate' }))).fields,
  ).toEqual(['empty'])
})

test('what somebody changes past the program after an erasure is found', async () => {
  const company = await companyAtWork()
  const { desk } = company
  const id = await submitted(company, 5_000_000, person('principal', '壬子'))
  await company.filler.ask('applications.withdraw', { requestId: randomUUID(), id, reason: '客户改变主意' })
  const before = looking(desk, db => db.prepare('SELECT snapshot, digest FROM submissions').get()) as Record<
    string,
    string
  >
  const { customerId } = await company.filler.ask('applications.open', { id })
  await erase(company, customerId)
  const other = await company.filler.create({ 'customer.name': '宁波大华' })

  const row = "(SELECT max(seq) FROM audit_log WHERE action = 'personal.erase')"
  const forged = looking(desk, db => db.prepare('SELECT snapshot FROM submissions').pluck().get()) as string
  const rewritten = forged.replace('明珠', '大华')
  const cases: Readonly<Record<string, [sql: string, ...values: unknown[]]>> = {
    'a snapshot': ["UPDATE submissions SET snapshot = replace(snapshot, '明珠', '大华')"],
    'a snapshot with its digest': ['UPDATE submissions SET snapshot = ?, digest = ?', rewritten, sha256(rewritten)],
    'the snapshot of before': ['UPDATE submissions SET snapshot = ?, digest = ?', before['snapshot'], before['digest']],
    'what was checked': ["UPDATE verifications SET facts = replace(facts, '0571-87654321', '13800000000')"],
    'a salt': ['DELETE FROM audit_salts WHERE object = ?', `customer:${other.id}`],
    'the salts of who was erased': ['DELETE FROM audit_salts WHERE object = ?', `customer:${customerId}`],
    'a salt, as if it were forgotten': [
      `UPDATE audit_salts SET salt = NULL, forgotten_in = ${row} WHERE object = ?`,
      `customer:${other.id}`,
    ],
    'the salt of now': [
      `UPDATE audit_salts SET salt = NULL, forgotten_in = ${row} WHERE salt IS NOT NULL AND object = ?`,
      `customer:${customerId}`,
    ],
    'an erasure that never was': [
      'INSERT INTO erasures SELECT 9, customer_id, subject, scope, erased_at, erased_by, 3 FROM erasures',
    ],
    'an erasure that goes further': ["INSERT INTO erased_records VALUES (1, 'merge', '1', NULL)"],
    'an erasure of somebody else': ["UPDATE erasures SET subject = 'people.buyer.1'"],
    'an erasure that is denied': ['DELETE FROM erasures'],
    'records that it names': ["DELETE FROM erased_records WHERE kind = 'submission'"],
  }
  expect(await foundAfter(desk, () => undefined)).toBeUndefined()
  for (const [what, [sql, ...values]] of Object.entries(cases))
    expect([what, await foundAfter(desk, db => void db.prepare(sql).run(values))]).toEqual([
      what,
      expect.objectContaining({ cause: 'record' }),
    ])

  // The database itself lets nobody rewrite what an erasure has rewritten.
  const db = new Database(path.join(desk.dir, 'kehu.sqlite'))
  for (const sql of [
    'UPDATE submissions SET snapshot = 1',
    'UPDATE submissions SET erased_in = 1',
    "UPDATE verifications SET facts = '{}'",
    'UPDATE erasures SET scope = 1',
    'DELETE FROM erasures',
    'DELETE FROM erased_records',
    'INSERT OR REPLACE INTO erased_records SELECT * FROM erased_records',
  ])
    expect(() => db.exec(sql)).toThrow(/does not change|are kept/)
  db.close()
})

test('who is needed stays, and who may not ask is refused and logged', async () => {
  const company = await companyAtWork()
  const { desk, filler, signers } = company
  const id = await submitted(company, 5_000_000, { 'people.seller.1.name': '沈国平' })
  await signThrough(company, id)
  const { customerId } = await filler.ask('applications.open', { id })
  const by = signers.generalManager
  expect((await by.refusal('personal.erase', erasing(customerId))).fields).toEqual(['limitInForce 2027-02-23'])
  await expectLogged(desk, { action: 'refused.call', object: 'call:personal.erase' }, async () =>
    expect((await filler.refusal('personal.erase', erasing(customerId))).code).toBe('not-allowed'),
  )
  expect((await by.refusal('personal.erase', erasing(customerId, { password: 'wrong' }))).code).toBe('password-wrong')
  expect((await by.refusal('personal.erase', erasing(customerId, { reason: '' }))).code).toBe('reason-missing')
  const asked = await askForChange(filler, customerId, { boxes: { 'people.principal.1.name': '韩立' } })
  const { obstacles, elsewhere } = await by.ask('personal.erasurePreview', {
    customerId,
    subject: 'people.principal.1',
    scope: 'all',
  })
  expect([obstacles.map(({ code }) => code), elsewhere]).toEqual([
    ['changePending', 'limitInForce'],
    ['people.seller.1'],
  ])
  await filler.ask('changes.withdraw', { requestId: randomUUID(), id: asked })
  // What is only asked of a buyer is needed for no limit; sent again, it is not done again.
  const card = await identityCardOf(company, customerId)
  const order = erasing(customerId, { subject: 'people.buyer.1', papers: [card] })
  const done = await by.ask('personal.erase', order)
  expect(done.counts).toMatchObject({ boxes: 10, submissions: 1, papers: 1 })
  expect(await by.ask('personal.erase', order)).toEqual(done)
  expect(
    (await filler.ask('attachments.list', { customerId })).attachments.map(({ id: paper }) => paper),
  ).not.toContain(card)
  expect(await brokenAt(company)).toBeNull()
  // Neither did the general manager get a hand in the card by it, nor did a limit change.
  expect((await filler.ask('customers.open', { id: customerId })).values['people.principal.1.name']).toBe('沈国平')
})
