import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openDataFolder } from '../../electron/backend/database/data-folder.ts'
import { migrations } from '../../electron/backend/database/migrations/index.ts'
import { dump, inventDatabase } from '../fixtures/invented-database.ts'
import { readyDesk, temporaryFolder } from './desk.ts'

const clock = () => new Date('2027-01-02T03:04:05.678Z')

async function oldFolder() {
  const desk = await readyDesk()
  await desk.create({ 'customer.name': '甲' })
  await desk.backend.close()
  return { dir: desk.dir, file: path.join(desk.dir, 'kehu.sqlite') }
}

const count = (file: string, sql: string) => {
  const db = new Database(file, { readonly: true })
  try {
    return db.prepare(sql).pluck().get()
  } finally {
    db.close()
  }
}

test('a database of an earlier version is backed up, migrated in one step and keeps its rows', async () => {
  const { dir, file } = await oldFolder()
  const later = [
    ...migrations,
    'ALTER TABLE customers ADD COLUMN nickname TEXT',
    'CREATE TABLE later (id INTEGER) STRICT',
  ]
  const folder = await openDataFolder(dir, clock, later)
  folder.close()
  expect(count(file, 'PRAGMA user_version')).toBe(migrations.length + 2)
  expect(count(file, 'SELECT count(nickname IS NULL) FROM customers')).toBe(1)
  const backup = path.join(dir, 'backups', 'kehu-20270102-030405678-update.sqlite')
  expect(count(backup, 'PRAGMA user_version')).toBe(migrations.length)
  expect(count(backup, 'SELECT count(*) FROM customers')).toBe(1)
})

test.each([
  ['with an error', 'NONSENSE'],
  ['with a broken reference', 'INSERT INTO people (customer_id, role, place) VALUES (99, 1, 1)'],
])('a migration that fails %s leaves the database as it was and stops', async (_, bad) => {
  const { dir, file } = await oldFolder()
  const before = readFileSync(file)
  const later = [...migrations, 'DROP TABLE export_log', 'UPDATE customers SET name = 1', bad]
  await expect(openDataFolder(dir, clock, later)).rejects.toMatchObject({ code: 'migration-failed' })
  expect(count(file, 'PRAGMA user_version')).toBe(migrations.length)
  expect(count(file, "SELECT count(*) FROM customers WHERE name = '甲'")).toBe(1)
  expect(count(file, 'SELECT count(*) FROM export_log')).toBe(0)
  expect(readFileSync(file)).toHaveLength(before.length)
  expect(readdirSync(dir).filter(name => /arriving|-wal|owner/.test(name))).toEqual([])
  const folder = await openDataFolder(dir, clock)
  folder.close()
})

test('a log that stays behind a failed migration is not read into the copy that takes its place', async () => {
  const { dir, file } = await oldFolder()
  // Whoever reads the database at that moment keeps its log from being emptied when it is closed.
  const reader = new Database(file, { readonly: true })
  reader.prepare('SELECT count(*) FROM customers').get()
  const later = [...migrations, 'UPDATE customers SET name = 1', 'NONSENSE']
  await expect(openDataFolder(dir, clock, later)).rejects.toMatchObject({ code: 'migration-failed' })
  const logs = readdirSync(dir).filter(name => name.endsWith('-wal'))
  reader.close()
  expect(logs).toEqual([expect.stringContaining('kehu-damaged-')])
  expect(count(file, "SELECT count(*) FROM customers WHERE name = '甲'")).toBe(1)
})

test('a first version that can not be made leaves no half database behind', async () => {
  const { dir } = await oldFolder()
  const fresh = path.join(dir, 'fresh')
  await expect(openDataFolder(fresh, clock, [...migrations, 'NONSENSE'])).rejects.toMatchObject({
    code: 'migration-failed',
  })
  const folder = await openDataFolder(fresh, clock)
  folder.close()
  expect(count(path.join(fresh, 'kehu.sqlite'), 'PRAGMA user_version')).toBe(migrations.length)
})

const stored = path.resolve(import.meta.dirname, '../fixtures/databases')
const versions = migrations.slice(1).map((_, index) => index + 1)

test('every earlier version of the database is stored, so that what led to it can not be changed unnoticed', () => {
  const kept = new Set(readdirSync(stored))
  expect(versions.map(version => `v${version}.sql`).filter(name => !kept.has(name))).toEqual([])
})

/** A folder with the stored database of an earlier version, which has a row in every table. */
function folderOf(version: number): { dir: string; file: string } {
  const dir = temporaryFolder()
  const file = path.join(dir, 'kehu.sqlite')
  const kept = path.join(stored, `v${version}.sql`)
  const db = new Database(file)
  db.pragma('foreign_keys = OFF')
  db.pragma('synchronous = OFF')
  db.exec(`BEGIN; ${readFileSync(kept, 'utf8')}; COMMIT`)
  db.close()
  return { dir, file }
}

const linesOf = (file: string) =>
  dump(file)
    .split('\n')
    .filter(line => line.startsWith('INSERT')).length

test.each(readdirSync(stored).map(name => Number(/\d+/.exec(name)?.[0])))(
  'the migrations that led to version %i are what they were when it was stored',
  async version => {
    const file = path.join(temporaryFolder(), 'kehu.sqlite')
    inventDatabase(file, migrations.slice(0, version))
    await expect(dump(file)).toMatchFileSnapshot(path.join(stored, `v${version}.sql`))
  },
)

/** What is read anew from the cards, and so does not come along. */
const readAnew = new Set(['customer_marks', 'customer_search', 'search_fresh', 'search_segments', 'search_grams'])

/** How many rows each table has that comes along. */
function rowsIn(text: string): Record<string, number> {
  const tables = [...text.matchAll(/^INSERT INTO "(\w+)"/gm)].map(match => match[1] ?? '')
  const rows: Record<string, number> = {}
  for (const table of tables) if (!readAnew.has(table)) rows[table] = (rows[table] ?? 0) + 1
  expect(Object.keys(rows).length).toBeGreaterThan(10)
  return rows
}

test.each(versions)(
  'a database of version %i comes up to date with every row, after a backup of it as it was',
  async version => {
    const { dir, file } = folderOf(version)
    const before = dump(file)
    const folder = await openDataFolder(dir, clock)
    folder.close()
    expect(count(file, 'PRAGMA user_version')).toBe(migrations.length)
    expect(count(file, 'PRAGMA integrity_check')).toBe('ok')
    const after = rowsIn(dump(file))
    const lost = Object.entries(rowsIn(before)).filter(([table, rows]) => (after[table] ?? 0) < rows)
    expect(lost).toEqual([])
    expect(dump(path.join(dir, 'backups', 'kehu-20270102-030405678-update.sqlite'))).toBe(before)
  },
)

test.each(versions)(
  'from version %i a fault after any later migration leaves the database as it was',
  async version => {
    const { dir, file } = folderOf(version)
    const before = dump(file)
    const rows = linesOf(file)
    expect(rows).toBeGreaterThan(10)
    // From the first version each step; from the others the next one and the last.
    const steps = version === 1 ? versions : [version, migrations.length - 1]
    for (const step of new Set(steps)) {
      const faulty = migrations.map((sql, index) => (index === step ? `${sql}\n;SELECT no_such_function()` : sql))
      await expect(openDataFolder(dir, clock, faulty)).rejects.toMatchObject({ code: 'migration-failed' })
      expect(dump(file) === before, `after migration ${step + 1}`).toBe(true)
      expect(readdirSync(dir).filter(name => /arriving|-wal|owner/.test(name))).toEqual([])
    }
    const folder = await openDataFolder(dir, clock)
    folder.close()
  },
)
