import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { readAnew } from '../../electron/backend/services/read-anew.ts'
import { begin, changeByRequest, companyAtWork, goTo, readyCustomer } from './company.ts'
import { deskAt } from './desk.ts'
import { looking } from './logged.ts'

/** Everything that is worked out of the cards and kept beside them. */
const keptIn = (db: Database.Database) => ({
  texts: db.prepare('SELECT * FROM customer_search ORDER BY customer_id').all(),
  marks: db.prepare('SELECT customer_id, kind, mark FROM customer_marks ORDER BY 1, 2, 3').all(),
  weights: db.prepare('SELECT id, completeness, formal_since IS NOT NULL AS formal FROM customers ORDER BY id').all(),
})

test('what an earlier version did not work out of the cards is there after one opening, also of former names', async () => {
  const company = await companyAtWork()
  const { desk, filler } = company
  const id = await readyCustomer(company, 5_000_000)
  await begin(company, id)
  await goTo(company, '2026-11-25')
  await changeByRequest(company, id, { boxes: { 'customer.name': '宁波远洋粮油有限公司' } })
  await filler.create({ 'customer.name': '宁波大华食品有限公司' })
  const before = looking(desk, keptIn)
  expect(before.marks.length).toBeGreaterThan(10)
  await desk.backend.close()
  const db = new Database(path.join(desk.dir, 'kehu.sqlite'))
  db.exec(`DELETE FROM customer_search; DELETE FROM customer_marks; UPDATE customers SET completeness = 0, formal_since = NULL;
    DELETE FROM settings WHERE key IN ('searchShape', 'marksShape', 'weightsVersion', 'formalUnread')`)
  db.close()
  const later = deskAt(desk.dir, { clock: company.clock.now })
  await later.signIn()
  expect(looking(later, keptIn)).toEqual(before)
})

test('a pass says how far it is, ends at one, and is not made twice', async () => {
  const company = await companyAtWork()
  const { desk, filler } = company
  await filler.create({ 'customer.name': '杭州明珠商贸有限公司' })
  await desk.backend.close()
  const db = new Database(path.join(desk.dir, 'kehu.sqlite'))
  db.exec("DELETE FROM settings WHERE key = 'marksShape'; DELETE FROM customer_marks")
  const told: number[] = []
  const tell = (progress: number) => void told.push(progress)
  expect(await readAnew(db, '2026-11-25T00:00:00.000Z', tell)).toBe(1)
  expect(told).toEqual([1])
  expect(await readAnew(db, '2026-11-25T00:00:00.000Z', tell)).toBe(0)
  expect(db.prepare('SELECT count(*) FROM customer_marks').pluck().get()).toBeGreaterThan(0)
  db.close()
})
