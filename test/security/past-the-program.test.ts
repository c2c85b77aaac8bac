import { copyFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { followLog } from '../../electron/backend/database/log-chain.ts'
import { type Company, companyAtWork, decide, idOf, submitted } from '../backend/company.ts'
import { temporaryFolder } from '../backend/desk.ts'

/** The database of a company as somebody opens it who goes past the program, with an application that one post has signed. */
async function copyOf(company: Company): Promise<Database.Database> {
  await decide(company.signers.officeHead, await submitted(company))
  await company.desk.backend.close()
  const file = path.join(temporaryFolder(), 'copy.sqlite')
  copyFileSync(path.join(company.desk.dir, 'kehu.sqlite'), file)
  const db = new Database(file)
  onTestFinished(() => {
    db.close()
  })
  return db
}

const signs = (by: string) =>
  `UPDATE approval_steps SET state = 'signed', signer_id = ${by}, signed_at = '2026-11-23' WHERE place = 2`

test('the database itself refuses what must not happen, whatever program asks', async () => {
  const company = await companyAtWork()
  const [filler, head, manager] = ['孙磊', '周敏', '陈卫东'].map(name => String(idOf(company, name)))
  const db = await copyOf(company)
  const statements: readonly (readonly [sql: string, message: RegExp])[] = [
    [signs(filler ?? ''), /an application of their own/],
    [signs(head ?? ''), /one person signs one level/],
    ["UPDATE approval_steps SET comment = '同意' WHERE place = 1", /a signature does not change/],
    ["UPDATE approval_steps SET state = 'open' WHERE place = 1", /a signature does not change/],
    ['UPDATE approval_steps SET granted = 99900000 WHERE place = 1', /a signature does not change/],
    [`UPDATE approval_steps SET signer_id = ${manager ?? ''} WHERE place = 1`, /a signature does not change/],
    ['UPDATE approval_steps SET place = 3 WHERE place = 1', /a signature does not change/],
    ['DELETE FROM approval_steps WHERE place = 1', /steps are kept/],
    [
      'INSERT OR REPLACE INTO approval_steps SELECT * FROM approval_steps WHERE place = 1',
      /a signature does not change/,
    ],
    [
      `INSERT INTO approval_steps (submission_id, place, attempt, post, state, signer_id) VALUES (1, 4, 2, 'generalManager', 'signed', ${filler ?? ''})`,
      /an application of their own/,
    ],
    ["UPDATE submissions SET snapshot = '{}'", /a submission does not change/],
    ['UPDATE submissions SET submitted_by = 1', /a submission does not change/],
    ['DELETE FROM submissions', /submissions are kept|FOREIGN KEY/],
    ['INSERT OR REPLACE INTO submissions SELECT * FROM submissions', /a submission does not change/],
    ['DELETE FROM applications', /applications are kept|FOREIGN KEY/],
    ["UPDATE audit_log SET reason = '无' WHERE seq = 1", /append-only/],
    ['DELETE FROM audit_log WHERE seq = (SELECT max(seq) FROM audit_log)', /append-only/],
    ['INSERT OR REPLACE INTO audit_log SELECT * FROM audit_log WHERE seq = 1', /append-only/],
    ['UPDATE verifications SET verifier_id = 1', /a verification does not change/],
    ['DELETE FROM verifications', /verifications are kept|FOREIGN KEY/],
    ['DELETE FROM proposals', /proposals are kept/],
    ["UPDATE proposals SET state = 'open'", /a decided proposal does not change/],
    [`INSERT INTO roles VALUES (1, 'generalManager', '2026-11-23', 1)`, /an administrator holds no post/],
  ]
  const before = db.prepare('SELECT * FROM approval_steps').all()
  for (const [sql, message] of statements) expect(() => db.exec(sql)).toThrow(message)
  expect(db.prepare('SELECT * FROM approval_steps').all()).toEqual(before)
  expect(followLog(db).broken).toBeUndefined()
  // Whoever may sign is not kept from it, so that the refusals above are about the person.
  db.exec(signs(manager ?? ''))
})

test('a decided application does not change, and a row that is taken out of the log past its triggers is found', async () => {
  const company = await companyAtWork()
  const { signers } = company
  const id = await submitted(company)
  await decide(signers.officeHead, id, { decision: 'reject', comment: '资料不足以判断' })
  await company.desk.backend.close()
  const file = path.join(temporaryFolder(), 'copy.sqlite')
  copyFileSync(path.join(company.desk.dir, 'kehu.sqlite'), file)
  const db = new Database(file)
  onTestFinished(() => {
    db.close()
  })
  for (const column of [
    "state = 'approved'",
    'approved_limit = 5000000',
    'amount = 1',
    "valid_to = '2099-01-01'",
    "kind = 'temporary'",
    'is_first = 0',
  ])
    expect(() => db.exec(`UPDATE applications SET ${column}`)).toThrow(/a decided application does not change/)
  db.exec('DROP TRIGGER audit_log_keeps_all; DELETE FROM audit_log WHERE seq = 5')
  expect(followLog(db).broken).toEqual({ seq: 5, cause: 'missing' })
})
