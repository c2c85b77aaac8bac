import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, versionOf } from '../../electron/backend/database/migrate.ts'
import { migrations } from '../../electron/backend/database/migrations/index.ts'
import { uniquePaths } from '../../electron/backend/repositories/customers.ts'
import { columnsOf } from '../../shared/catalogue/derive/columns.ts'
import { type RecordName, recordNames, records } from '../../shared/catalogue/records.ts'

/** Tables by their record, with the columns that are no boxes. */
const tables: Readonly<Record<RecordName, { name: string; own: string[] }>> = {
  customer: {
    name: 'customers',
    own: 'id revision archived_at completeness name_sort created_at created_by changed_at changed_by salesperson_id merged_into formal_since archive_reason archived_by'.split(
      ' ',
    ),
  },
  credit: { name: 'credit_files', own: ['id', 'customer_id', 'sequence', 'status', 'begun_at', 'begun_by', 'carried'] },
  people: { name: 'people', own: ['customer_id', 'role', 'place'] },
  productLines: { name: 'product_lines', own: ['customer_id', 'place'] },
  approvals: { name: 'approvals', own: ['credit_id', 'post', 'actor_id'] },
}

function migrated() {
  const db = new Database(':memory:')
  migrate(db, migrations)
  return db
}

test.each(recordNames)('the columns of %s are those of the catalogue', record => {
  const { name, own } = tables[record]
  const columns = migrated().pragma(`table_info(${name})`) as { name: string; type: string }[]
  const boxes = columns.filter(column => !own.includes(column.name)).map(column => `${column.name} ${column.type}`)
  expect(boxes).toEqual(columnsOf(record).map(column => `${column.name} ${column.type}`))
  expect(columns.map(column => column.name)).toEqual(expect.arrayContaining(own))
})

test('every table is strict, so that no column takes what it is not made for', () => {
  const list = migrated().pragma('table_list') as { name: string; type: string; strict: number }[]
  const loose = list.filter(({ name, type, strict }) => type === 'table' && !name.startsWith('sqlite_') && !strict)
  expect(loose).toEqual([])
})

test('the numbers that have to be unique are those of the catalogue', () => {
  const marked = recordNames.flatMap(record =>
    records[record].filter(field => field.unique).map(field => `${record}.${field.key}`),
  )
  expect([...uniquePaths].sort()).toEqual(marked.sort())
})

test('a database that has had every migration is left alone', () => {
  const db = migrated()
  const changes = db.prepare('SELECT total_changes()').pluck()
  const before = changes.get()
  migrate(db, migrations)
  expect([changes.get(), versionOf(db)]).toEqual([before, migrations.length])
})
