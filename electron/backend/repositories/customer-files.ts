import { personPath, productLinePath, approvalPath, boxAt } from '../../../shared/catalogue/derive/paths.ts'
import type { Path, Value, Values } from '../../../shared/catalogue/field.ts'
import { type RecordName, recordNames } from '../../../shared/catalogue/records.ts'
import { all, type Cell, type Connection, one, type Row, run } from '../database/connection.ts'
import { assignmentList, cellsOf, columnList, placeList, readRow, takenList, writeRow } from './record-table.ts'

const customerStart = 'customer.'
const creditStart = 'credit.'

const selectCustomer = `SELECT ${columnList('customer')} FROM customers WHERE id = ?`
const selectPeople = `SELECT role, place, ${columnList('people')} FROM people WHERE customer_id = ?`
const selectProductLines = `SELECT place, ${columnList('productLines')} FROM product_lines WHERE customer_id = ?`
// The present credit file is the last one that was begun.
const selectCredit = `SELECT id, ${columnList('credit')} FROM credit_files WHERE customer_id = ? ORDER BY sequence DESC LIMIT 1`
const selectApprovals = `SELECT post, ${columnList('approvals')} FROM approvals WHERE credit_id = ?`

const everyRecord: ReadonlySet<RecordName> = new Set(recordNames)

/**
 * Everything that is known of a customer: its card and its present credit file. Whoever needs some records only names them; that of the
 * customer always comes. Works on any connection; throws SqliteError.
 */
export function loadCustomerValues(
  db: Connection,
  id: number,
  records: ReadonlySet<RecordName> = everyRecord,
): Values | undefined {
  const customer = one<Row>(db, selectCustomer, [id])
  if (!customer) return undefined
  const values: Record<Path, Value> = {}
  readRow(values, 'customer', customer, customerStart)
  if (records.has('people'))
    for (const row of all<Row & { role: string; place: number }>(db, selectPeople, [id]))
      readRow(values, 'people', row, personPath(row.role, row.place, ''))
  if (records.has('productLines'))
    for (const row of all<Row & { place: number }>(db, selectProductLines, [id]))
      readRow(values, 'productLines', row, productLinePath(row.place, ''))
  if (!records.has('credit') && !records.has('approvals')) return values
  const credit = one<Row & { id: number }>(db, selectCredit, [id])
  if (!credit) return values
  readRow(values, 'credit', credit, creditStart)
  if (records.has('approvals'))
    for (const row of all<Row & { post: string }>(db, selectApprovals, [credit.id]))
      readRow(values, 'approvals', row, approvalPath(row.post, ''))
  return values
}

/**
 * Reads some boxes of cards and nothing else, by their paths in the record of the customer: of a register of a hundred thousand that is
 * most of the work. The reader throws SqliteError.
 */
export function cardReader(db: Connection, paths: readonly Path[]): (id: number) => Values | undefined {
  // oxlint-disable-next-line kehu/bound-sql -- the catalogue names the columns
  const sql = `SELECT ${columnList('customer', keysIn(paths, customerStart))} FROM customers WHERE id = ?`
  return id => {
    const row = one<Row>(db, sql, [id])
    if (!row) return undefined
    const values: Record<Path, Value> = {}
    readRow(values, 'customer', row, customerStart)
    return values
  }
}

/** What the table of customers keeps beside the boxes; `at` is an instant, `by` the id of an actor. */
export interface Bookkeeping {
  readonly completeness: number
  readonly nameSort: string
  readonly at: string
  readonly by: number
}

const insertCustomer = `
  INSERT INTO customers (revision, completeness, name_sort, created_at, created_by, changed_at, changed_by, ${columnList('customer')})
  VALUES (1, ?, ?, ?, ?, ?, ?, ${placeList('customer')})`
const insertCredit = `
  INSERT INTO credit_files (customer_id, sequence, status, ${columnList('credit')})
  VALUES (?, 1, 'draft', ${placeList('credit')})`

/** Stores a customer for the first time, with its first credit file; answers its id. Throws SqliteError. */
export function insertCustomerFile(db: Connection, values: Values, book: Bookkeeping): number {
  const { completeness, nameSort, at, by } = book
  const own = [completeness, nameSort, at, by, at, by]
  const { id } = run(db, insertCustomer, [...own, ...cellsOf('customer', values, customerStart)])
  run(db, insertCredit, [id, ...cellsOf('credit', values, creditStart)])
  writeTables(db, id, values, Object.keys(values))
  return id
}

/** Stores the boxes of `changed` as they stand in `values` and counts the revision up. Throws SqliteError. */
export function updateCustomerFile(
  db: Connection,
  id: number,
  values: Values,
  changed: readonly Path[],
  book: Omit<Bookkeeping, 'nameSort'> & { readonly nameSort: string | undefined },
): void {
  // A column that is named is written to its indexes again though it says the same, so only those that changed are.
  const customer = keysIn(changed, 'customer.')
  const facts = ['revision = revision + 1', 'completeness = @completeness', 'changed_at = @at', 'changed_by = @by']
  if (book.nameSort !== undefined) facts.push('name_sort = @nameSort')
  if (customer.size > 0) facts.push(assignmentList('customer', customer))
  const row = writeRow('customer', values, customerStart)
  run(db, `UPDATE customers SET ${facts.join(', ')} WHERE id = @id`, {
    ...row,
    ...book,
    nameSort: book.nameSort ?? null,
    id,
  })
  const credit = keysIn(changed, 'credit.')
  if (credit.size > 0) {
    // oxlint-disable-next-line kehu/bound-sql -- the catalogue names the columns
    const sql = `
      UPDATE credit_files SET ${assignmentList('credit', credit)}
      WHERE id = (SELECT id FROM credit_files WHERE customer_id = @customerId ORDER BY sequence DESC LIMIT 1)`
    run(db, sql, { ...writeRow('credit', values, creditStart), customerId: id })
  }
  writeTables(db, id, values, changed)
}

function keysIn(changed: readonly Path[], record: string): ReadonlySet<string> {
  return new Set(changed.filter(path => path.startsWith(record)).map(path => path.slice(record.length)))
}

const upsertPerson = `
  INSERT INTO people (customer_id, role, place, ${columnList('people')})
  VALUES (?, ?, ?, ${placeList('people')})
  ON CONFLICT (customer_id, role, place) DO UPDATE SET ${takenList('people')}`
const deletePerson = 'DELETE FROM people WHERE customer_id = ? AND role = ? AND place = ?'
const upsertProductLine = `
  INSERT INTO product_lines (customer_id, place, ${columnList('productLines')})
  VALUES (?, ?, ${placeList('productLines')})
  ON CONFLICT (customer_id, place) DO UPDATE SET ${takenList('productLines')}`
const deleteProductLine = 'DELETE FROM product_lines WHERE customer_id = ? AND place = ?'

/** Writes the rows of the two tables that a change touches; a row without any answer is no row. */
function writeTables(db: Connection, customerId: number, values: Values, changed: readonly Path[]): void {
  const seen = new Set<string>()
  for (const path of changed) {
    const box = boxAt(path)
    if (!box?.position || seen.has(`${box.row} ${box.position}`)) continue
    seen.add(`${box.row} ${box.position}`)
    const place = box.position
    if (box.record === 'people' && box.row) {
      const cells = cellsOf('people', values, personPath(box.row, place, ''))
      if (isBlank(cells)) run(db, deletePerson, [customerId, box.row, place])
      else run(db, upsertPerson, [customerId, box.row, place, ...cells])
    } else {
      const cells = cellsOf('productLines', values, productLinePath(place, ''))
      if (isBlank(cells)) run(db, deleteProductLine, [customerId, place])
      else run(db, upsertProductLine, [customerId, place, ...cells])
    }
  }
}

const isBlank = (cells: readonly Cell[]) => cells.every(cell => cell === null)

/** The running number of a customer's present credit file. Throws SqliteError. */
export function creditSequence(db: Connection, customerId: number): number {
  const sql = 'SELECT max(sequence) AS sequence FROM credit_files WHERE customer_id = ?'
  return one<{ sequence: number | null }>(db, sql, [customerId])?.sequence ?? 1
}
