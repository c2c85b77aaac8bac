import { all, type Connection, one, run } from '../database/connection.ts'

/** What stands beside the boxes of a customer. */
export interface CustomerHead {
  readonly id: number
  readonly customerNo: string
  readonly revision: number
  readonly archived: boolean
  readonly changedAt: string
  readonly changedBy: string
  /** Why a customer was put aside, by whom and when. */
  readonly archivedWhy: { readonly reason: string; readonly by: string; readonly at: string } | null
  /** When the card became that of a 正式客户. */
  readonly formalSince: string | null
}

/** Who made a customer, and when. */
export interface Creation {
  readonly at: string
  readonly by: string
}

const selectHead = `
  SELECT c.id, c.customer_no AS customerNo, c.revision, c.archived_at AS archivedAt, c.changed_at AS changedAt, a.name AS changedBy,
    c.archive_reason AS archiveReason, p.name AS archivedBy, c.formal_since AS formalSince
  FROM customers c JOIN actors a ON a.id = c.changed_by LEFT JOIN actors p ON p.id = c.archived_by WHERE c.id = ?`

interface StoredHead extends Omit<CustomerHead, 'archived' | 'archivedWhy'> {
  readonly archivedAt: string | null
  readonly archiveReason: string | null
  readonly archivedBy: string | null
}

/** The head of a customer, or nothing where there is no such customer. Throws SqliteError. */
export function customerHead(db: Connection, id: number): CustomerHead | undefined {
  const row = one<StoredHead>(db, selectHead, [id])
  if (!row) return undefined
  const { archivedAt, archiveReason, archivedBy, ...head } = row
  // Customers who were put aside before reasons were asked for have none.
  const archivedWhy =
    archivedAt === null ? null : { reason: archiveReason ?? '', by: archivedBy ?? head.changedBy, at: archivedAt }
  return { ...head, archived: archivedAt !== null, archivedWhy }
}

/** Who made a customer and when, or nothing where there is no such customer. Throws SqliteError. */
export function creationOf(db: Connection, id: number): Creation | undefined {
  const sql =
    'SELECT c.created_at AS at, a.name AS by FROM customers c JOIN actors a ON a.id = c.created_by WHERE c.id = ?'
  return one<Creation>(db, sql, [id])
}

/** Puts a customer aside for a reason, or brings it back with none, as a change of the record. Throws SqliteError. */
export function setArchived(db: Connection, id: number, reason: string | null, at: string, by: number): void {
  const sql = `UPDATE customers SET archived_at = @archivedAt, archive_reason = @reason, archived_by = @archivedBy,
    revision = revision + 1, changed_at = @at, changed_by = @by WHERE id = @id`
  const aside = reason === null ? { archivedAt: null, archivedBy: null } : { archivedAt: at, archivedBy: by }
  run(db, sql, { ...aside, reason, at, by, id })
}

/** The ids of every card, those put aside and merged ones included. Throws SqliteError. */
export function everyCustomerId(db: Connection): number[] {
  return all<{ id: number }>(db, 'SELECT id FROM customers ORDER BY id').map(({ id }) => id)
}

/** How many customers there are, the archived ones included. Throws SqliteError. */
export function countCustomers(db: Connection): number {
  return one<{ count: number }>(db, 'SELECT count(*) AS count FROM customers')?.count ?? 0
}

const takenBy = {
  'customer.customerNo': 'SELECT id FROM customers WHERE customer_no = ?',
  'customer.cardNo': 'SELECT id FROM customers WHERE card_no = ?',
  'credit.cardNo': 'SELECT customer_id AS id FROM credit_files WHERE card_no = ?',
}

/** The boxes whose value no two records may share (forms.md); a test holds them against the catalogue. */
export const uniquePaths = Object.keys(takenBy) as readonly (keyof typeof takenBy)[]

/** Which customer has this number already, or nothing. Throws SqliteError. */
export function holderOfNumber(db: Connection, path: keyof typeof takenBy, value: string): number | undefined {
  return one<{ id: number }>(db, takenBy[path], [value])?.id
}

/** What a line about a customer says of it. */
export interface CustomerLine {
  readonly id: number
  readonly customerNo: string
  readonly name: string
}

/** The number and name of a customer. Throws SqliteError, RangeError where there is no such customer. */
export function customerLine(db: Connection, id: number): CustomerLine {
  const row = one<CustomerLine>(db, 'SELECT id, customer_no AS customerNo, name FROM customers WHERE id = ?', [id])
  if (!row) throw new RangeError(`no customer ${id}`)
  return row
}

/** Customers in use whose cards are answered to less than so many percent, the emptiest first. Throws SqliteError. */
export function incompleteCustomers(db: Connection, percent: number, limit: number): CustomerLine[] {
  const sql = `SELECT id, customer_no AS customerNo, name FROM customers
    WHERE archived_at IS NULL AND completeness < ? ORDER BY completeness, id LIMIT ?`
  return all<CustomerLine>(db, sql, [percent, limit])
}

/** How many there are of them. Throws SqliteError. */
export function countIncomplete(db: Connection, percent: number): number {
  const sql = 'SELECT count(*) AS count FROM customers WHERE archived_at IS NULL AND completeness < ?'
  return one<{ count: number }>(db, sql, [percent])?.count ?? 0
}

/** Writes anew how complete the cards of a customer are, which is no change of the record. Throws SqliteError. */
export function putCompleteness(db: Connection, id: number, percent: number): void {
  run(db, 'UPDATE customers SET completeness = ? WHERE id = ?', [percent, id])
}

/** Counts the revision up for something that stands beside the boxes; `by` is the id of an actor. Throws SqliteError. */
export function touchCustomer(db: Connection, id: number, at: string, by: number): void {
  run(db, 'UPDATE customers SET revision = revision + 1, changed_at = ?, changed_by = ? WHERE id = ?', [at, by, id])
}
