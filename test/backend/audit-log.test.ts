import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdirSync, truncateSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { listBackups, takeBackup } from '../../electron/backend/database/backup.ts'
import { checkBackup } from '../../electron/backend/database/backup-file.ts'
import { type Connection, inTransaction } from '../../electron/backend/database/connection.ts'
import { openDataFolder } from '../../electron/backend/database/data-folder.ts'
import { chainStart, followLog, logHead, rowHash, rowsAfter } from '../../electron/backend/database/log-chain.ts'
import { openReadOnly } from '../../electron/backend/database/open.ts'
import { audit } from '../../electron/backend/services/audit/audit.ts'
import { canonicalJson, sha256 } from '../../electron/backend/services/audit/canonical-json.ts'
import { beginLowering, type Company, companyAtWork, decide, goTo, signThrough, submit, submitted } from './company.ts'
import { type Caller, deskAt, steadyClock, temporaryFolder } from './desk.ts'

const triggers = ['audit_log_keeps_rows', 'audit_log_keeps_all']
const clock = steadyClock()

/** A log of so many rows, in a folder of its own. */
async function logOf(rows: number): Promise<{ db: Connection; dir: string }> {
  const dir = temporaryFolder()
  const { db } = await openDataFolder(dir, clock)
  writeRows(db, rows)
  return { db, dir }
}

function writeRows(db: Connection, rows: number): void {
  inTransaction(db, () => {
    for (let row = 1; row <= rows; row++) {
      const event = { action: 'test.row', object: `customer:${row}`, reason: '因为 “好”', facts: { row: String(row) } }
      audit({ db, clock, machine: '前台', actor: null }, event)
    }
  })
}

/** What somebody can do who has the file and knows SQL, but not how to rebuild the chain. */
function tamper(db: Connection, sql: string): void {
  for (const name of triggers) db.exec(`DROP TRIGGER IF EXISTS ${name}`)
  db.exec(sql)
}

const copyRow = (seq: number, as: number) => `
  INSERT INTO audit_log SELECT ${as}, at, local_at, actor_id, machine, action, object, before_digest, after_digest, reason, facts,
    prev_hash, hash || 'x' FROM audit_log WHERE seq = ${seq}`

test('the database itself refuses to change or delete a row of the log', async () => {
  const { db } = await logOf(3)
  for (const sql of ["UPDATE audit_log SET reason = 'x' WHERE seq = 2", 'DELETE FROM audit_log', copyRow(2, 2)])
    expect(() => db.exec(sql)).toThrow(/append-only|UNIQUE/)
  expect(followLog(db)).toMatchObject({ end: { seq: 3 }, broken: undefined })
  db.close()
})

test('the hash of a row is that of its canonical JSON behind the hash of the row before', async () => {
  const { db } = await logOf(2)
  const rows = rowsAfter(db, chainStart, 10)
  for (const { hash, prevHash, ...content } of rows) expect(hash).toBe(sha256(prevHash + canonicalJson(content)))
  expect(rows[1]?.prevHash).toBe(rows[0]?.hash)
  db.close()
})

test('a chain of ten thousand rows is whole, and every column of every row is in it', async () => {
  const { db } = await logOf(10_000)
  expect(followLog(db)).toEqual({ end: { seq: 10_000, hash: logHead(db) }, broken: undefined })
  const columns = ['at', 'local_at', 'machine', 'action', 'object', 'before_digest', 'after_digest', 'reason', 'facts']
  for (const [index, column] of columns.entries()) {
    const seq = 9000 - index * 1000
    tamper(db, `UPDATE audit_log SET ${column} = coalesce(${column}, '') || 'x' WHERE seq = ${seq}`)
    expect([column, followLog(db).broken]).toEqual([column, { seq, cause: 'hash' }])
  }
  db.close()
})

test.each<[string, string, { seq: number; cause: string }]>([
  ['the first row is deleted', 'DELETE FROM audit_log WHERE seq = 1', { seq: 1, cause: 'missing' }],
  ['a row is deleted', 'DELETE FROM audit_log WHERE seq = 5', { seq: 5, cause: 'missing' }],
  ['several rows are deleted', 'DELETE FROM audit_log WHERE seq IN (4, 5, 7)', { seq: 4, cause: 'missing' }],
  [
    'a row is deleted and the rest moves up',
    'DELETE FROM audit_log WHERE seq = 5; UPDATE audit_log SET seq = seq - 1 WHERE seq > 5',
    { seq: 5, cause: 'hash' },
  ],
  ['a row is put in at the end', copyRow(3, 11), { seq: 11, cause: 'hash' }],
  ['a row is put in before the first', copyRow(3, 0), { seq: 1, cause: 'missing' }],
  [
    'a row is put in between',
    `UPDATE audit_log SET seq = seq + 100 WHERE seq > 5; UPDATE audit_log SET seq = seq - 99 WHERE seq > 100; ${copyRow(3, 6)}`,
    { seq: 6, cause: 'hash' },
  ],
  [
    'two rows change places',
    'UPDATE audit_log SET seq = -1 WHERE seq = 4; UPDATE audit_log SET seq = 4 WHERE seq = 5; UPDATE audit_log SET seq = 5 WHERE seq = -1',
    { seq: 4, cause: 'hash' },
  ],
  [
    'somebody else did it',
    'UPDATE audit_log SET actor_id = NULL, machine = x WHERE seq = 6',
    { seq: 6, cause: 'hash' },
  ],
])('when %s behind the triggers, the first row that does not fit is found', async (_what, sql, broken) => {
  const { db } = await logOf(10)
  tamper(db, sql.replace('= x', "= 'x'"))
  expect(followLog(db).broken).toEqual(broken)
  db.close()
})

test('a row that was changed and hashed anew is found by the next one, and a rebuilt chain by a hash that was printed before', async () => {
  const { db } = await logOf(10)
  const printed = logHead(db)
  const rows = rowsAfter(db, chainStart, 10)
  let prevHash = chainStart.hash
  const found: unknown[] = []
  for (const { hash: _hash, ...row } of rows) {
    const forged = { ...row, prevHash, ...(row.seq === 4 && { reason: '没有原因' }) }
    const hash = rowHash(forged)
    tamper(
      db,
      `UPDATE audit_log SET reason = '${forged.reason}', prev_hash = '${prevHash}', hash = '${hash}' WHERE seq = ${row.seq}`,
    )
    found.push(followLog(db).broken)
    prevHash = hash
  }
  expect(found.slice(2, 6)).toEqual([
    undefined,
    { seq: 5, cause: 'link' },
    { seq: 6, cause: 'link' },
    { seq: 7, cause: 'link' },
  ])
  expect(followLog(db).broken).toBeUndefined()
  expect(logHead(db)).not.toBe(printed)
  db.close()
})

test('a clock that was set back by more than five minutes is allowed, and the row says so', async () => {
  const { db } = await logOf(1)
  for (const back of [300_000, 300_001]) {
    const last = db.prepare<[], { at: string }>('SELECT at FROM audit_log ORDER BY seq DESC').get()?.at ?? ''
    const set = () => new Date(Date.parse(last) - back)
    inTransaction(db, () => audit({ db, clock: set, machine: '', actor: null }, { action: 'a', object: 'b' }))
  }
  const facts = db.prepare<[], { facts: string }>('SELECT facts FROM audit_log WHERE seq > 1 ORDER BY seq').all()
  expect(facts.map(row => JSON.parse(row.facts) as unknown)).toEqual([{}, { clockBack: expect.any(String) }])
  expect(followLog(db).broken).toBeUndefined()
  db.close()
})

test('words that no database stores as they are do not break the chain', async () => {
  const { db } = await logOf(0)
  const odd = { action: 'a', object: 'b', reason: ' \ud800半个字\u0000 \r\n二 ', facts: { odd: '\udfff\u0000' } }
  inTransaction(db, () => audit({ db, clock, machine: '', actor: null }, odd))
  expect(followLog(db)).toMatchObject({ end: { seq: 1 }, broken: undefined })
  db.close()
})

test('a backup with a broken chain does not count, and every backup tells the head of its log', async () => {
  const { db, dir } = await logOf(10)
  const name = await takeBackup(db.name, dir, clock(), 'manual')
  expect(listBackups(dir)).toMatchObject([{ file: name, customers: 0, logHead: logHead(db) }])
  const forged = path.join(temporaryFolder(), 'forged.sqlite')
  copyFileSync(path.join(dir, 'backups', name), forged)
  const copy = new Database(forged)
  tamper(copy, "UPDATE audit_log SET reason = '没有' WHERE seq = 7")
  expect(() => checkBackup(copy)).toThrow(expect.objectContaining({ code: 'data-damaged', detail: 'log row 7' }))
  expect(() => checkBackup(copy, db)).toThrow(expect.objectContaining({ code: 'data-damaged' }))
  copy.close()
  db.close()
})

test('a log that was broken before is copied as it is: the work of the office stays safe', async () => {
  const { db, dir } = await logOf(10)
  tamper(db, "UPDATE audit_log SET reason = '没有' WHERE seq = 7")
  const name = await takeBackup(db.name, dir, clock(), 'manual')
  const copy = openReadOnly(path.join(dir, 'backups', name))
  expect(() => checkBackup(copy)).toThrow(expect.objectContaining({ code: 'data-damaged' }))
  copy.close()
  db.close()
})

test('a backup from before there was a log has an empty one', () => {
  const dir = temporaryFolder()
  mkdirSync(path.join(dir, 'backups'))
  const old = new Database(path.join(dir, 'backups', 'kehu-20260101-080000000.sqlite'))
  old.exec('CREATE TABLE customers (id INTEGER)')
  expect(followLog(old)).toEqual({ end: chainStart, broken: undefined })
  old.close()
  expect(listBackups(dir)).toMatchObject([{ logHead: chainStart.hash }])
})

/** Opens the database of a company beside it and does something that no call could. */
function behindItsBack({ desk }: Pick<Company, 'desk'>, sql: string): void {
  const db = new Database(path.join(desk.dir, 'kehu.sqlite'))
  for (const { name } of db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .all())
    db.exec(`DROP TRIGGER ${name}`)
  db.exec(sql)
  db.close()
}

const verified = (by: Caller, anchor: string | null = null) => by.ask('audit.verify', { anchor })
const rowsAbout = async (by: Caller, action: string) =>
  (await by.ask('audit.list', { object: '', action, offset: 0, limit: 10 })).rows

test('a company finds its own log whole, with every decision in it, and an earlier head again', async () => {
  const company = await companyAtWork()
  const id = await submitted(company)
  await signThrough(company, id)
  const by = company.signers.generalManager
  const { head: printed } = await company.filler.ask('audit.head', {})
  await company.filler.create({ 'customer.name': '大华' })
  const first = await verified(by, printed.slice(0, 12))
  expect(first).toMatchObject({ broken: null, anchorAt: expect.stringContaining('2026-11-23T') })
  expect(first.head).not.toBe(printed)
  expect(await verified(by, 'f'.repeat(12))).toMatchObject({ broken: null, anchorAt: null, rows: first.rows + 1 })
  expect((await rowsAbout(by, 'audit.verify')).map(({ person, facts }) => [person, facts['result']])).toEqual([
    ['吴建国', 'whole'],
    ['吴建国', 'whole'],
  ])
  expect(await company.filler.refusal('audit.verify', { anchor: null })).toMatchObject({ code: 'not-allowed' })
  expect(await company.filler.refusal('audit.list', { object: '', action: '', offset: 0, limit: 1 })).toMatchObject({
    code: 'not-allowed',
  })
})

test('a limit that another one ends says so in the log, and not to have ended behind its back is found', async () => {
  const company = await companyAtWork()
  const { filler, signers } = company
  const id = await submitted(company)
  await signThrough(company, id)
  const { customerId } = await filler.ask('applications.open', { id })
  await goTo(company, '2026-12-01')
  const lowering = await beginLowering(company, customerId, 1_000_000)
  await submit(filler, lowering)
  await decide(signers.salesManager, lowering)
  const by = signers.generalManager
  expect(await rowsAbout(by, 'limit.close')).toMatchObject([
    { object: `application:${id}`, facts: { number: 'KH002-0001-01', on: '2026-11-30' } },
  ])
  expect(await verified(by)).toMatchObject({ broken: null })
  behindItsBack(company, `UPDATE applications SET closed_on = NULL WHERE id = ${id}`)
  expect(await verified(by)).toMatchObject({ broken: { cause: 'record' } })
})

test.each([
  ['the submitted card', `UPDATE submissions SET snapshot = replace(snapshot, '明珠', '大华')`],
  ['the submitted card, beyond reading', `UPDATE submissions SET snapshot = '{'`],
  ['card and digest together', `UPDATE submissions SET digest = '${'a'.repeat(64)}'`],
  ['who signed', `UPDATE approval_steps SET signer_id = 1 WHERE post = 'officeHead'`],
  ['how much was granted by a level', `UPDATE approval_steps SET granted = granted * 10 WHERE post = 'generalManager'`],
  ['the limit that is in force', 'UPDATE applications SET approved_limit = approved_limit * 10'],
  ['how it was signed', "UPDATE approval_steps SET evidence = 'yi' WHERE post = 'officeHead'"],
  ['what opens the whole of it', "UPDATE applications SET released_on = '2026-11-23'"],
  ['what was checked', `UPDATE verifications SET facts = replace(facts, '0571-87654321', '13800000000')`],
  ['who checked', 'UPDATE verifications SET verifier_id = 1 WHERE id = 3'],
  ['when it was checked', "UPDATE verifications SET checked_on = '2026-11-24' WHERE id = 2"],
  ['how long it is in force', "UPDATE applications SET valid_to = '2099-12-31'"],
  ['a first limit to one that opens at once', 'UPDATE applications SET is_first = 0'],
  ['the day on which another limit ended it', "UPDATE applications SET closed_on = '2026-11-23'"],
])('a change of %s behind the back of the log is found', async (_what, sql) => {
  const company = await companyAtWork()
  const id = await submitted(company)
  await signThrough(company, id)
  const by = company.signers.generalManager
  const { customerId } = await by.ask('applications.open', { id })
  const { total } = await by.ask('audit.list', { object: '', action: '', offset: 0, limit: 1 })
  behindItsBack(company, sql)
  const { broken } = await verified(by)
  expect(broken).toMatchObject({ cause: 'record' })
  const object = sql.includes('verifications') ? `customer:${customerId}` : `application:${id}`
  const { rows } = await by.ask('audit.list', { object, action: '', offset: 0, limit: 500 })
  expect(rows.map(({ seq }) => seq)).toContain(broken?.seq)
  expect(await rowsAbout(by, 'audit.verify')).toMatchObject([
    { seq: total + 1, facts: { result: 'broken', cause: 'record' } },
  ])
})

test('a broken log is told with its row, is itself logged, and keeps nobody from working', async () => {
  const company = await companyAtWork()
  const by = company.signers.generalManager
  const { rows: before } = await verified(by)
  behindItsBack(company, `UPDATE audit_log SET facts = 'no json' WHERE seq = ${before}`)
  expect(await verified(by)).toMatchObject({ rows: before - 1, broken: { seq: before, cause: 'hash' } })
  const [row] = await rowsAbout(by, 'audit.verify')
  expect(row).toMatchObject({ facts: { result: 'broken', seq: String(before), cause: 'hash' } })
  const { rows, total } = await by.ask('audit.list', { object: '', action: '', offset: 0, limit: 500 })
  expect(rows.find(({ seq }) => seq === before)).toMatchObject({ facts: { '?': 'no json' } })
  expect(total).toBe(before + 2)
  await company.filler.create({ 'customer.name': '大华' })
})

test('a long log is checked in pieces, between which other calls are answered', async () => {
  const company = await companyAtWork()
  const db = new Database(path.join(company.desk.dir, 'kehu.sqlite'))
  writeRows(db, 9000)
  db.close()
  let pauses = 0
  let isDone = false
  const count = () => {
    pauses += 1
    if (!isDone) setImmediate(count)
  }
  setImmediate(count)
  expect(await verified(company.signers.generalManager)).toMatchObject({ broken: null })
  isDone = true
  expect(pauses).toBeGreaterThan(4)
})

test('a month of the log is a workbook with the head of the log at its foot', async () => {
  const company = await companyAtWork()
  const by = company.signers.generalManager
  const order = { requestId: randomUUID(), month: '2026-11', language: 'zh-CN' } as const
  const delivered = await by.ask('audit.export', order)
  expect(delivered).toMatchObject({ fileName: '日志封存 2026-11 2026-11-23.xlsx', download: order.requestId })
  expect(company.desk.backend.outboxFile(order.requestId)).toBeDefined()
  expect(await rowsAbout(by, 'audit.export')).toMatchObject([{ facts: { month: '2026-11' } }])
  expect(await by.refusal('audit.export', { ...order, month: '2026-10' })).toMatchObject({ code: 'report-empty' })
})

test('a backup whose log was changed is not put back', async () => {
  const company = await companyAtWork()
  const { dir } = company.desk
  await company.desk.backend.close()
  const [backup] = listBackups(dir)
  const forged = new Database(path.join(dir, 'backups', backup?.file ?? ''))
  tamper(forged, "UPDATE audit_log SET machine = 'x' WHERE seq = 3")
  forged.close()
  truncateSync(path.join(dir, 'kehu.sqlite'), 8192)
  const desk = deskAt(dir)
  await desk.ask('app.backups', {})
  expect(await desk.ask('app.status', {})).toMatchObject({ phase: 'broken', problem: { code: 'data-damaged' } })
  expect(await desk.refusal('app.restore', { file: backup?.file ?? '' })).toMatchObject({ code: 'backup-damaged' })
})
