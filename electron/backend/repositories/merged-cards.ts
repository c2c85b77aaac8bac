import { all, type Connection, one, run } from '../database/connection.ts'
import type { CustomerLine } from './customers.ts'

/** The cards that a customer consists of: itself and what was merged into it; of a merged card only itself. For a statement with `@id`. */
export const cardsOf = '(SELECT id FROM customers WHERE id = @id OR merged_into = @id)'

/**
 * Every card that means the same customer as this one, whichever of them lives on. Whoever had a hand in one of them has one in all.
 * Throws SqliteError.
 */
export function cardsOfSame(db: Connection, id: number): number[] {
  const survivor = survivorOf(db, id)
  const rows = all<{ id: number }>(db, `SELECT id FROM customers WHERE id IN ${cardsOf} ORDER BY id`, { id: survivor })
  return rows.map(row => row.id)
}

/** The card that lives on: this one, or the one it was merged into. Throws SqliteError. */
export function survivorOf(db: Connection, id: number): number {
  const sql = 'SELECT coalesce(merged_into, id) AS id FROM customers WHERE id = ?'
  return one<{ id: number }>(db, sql, [id])?.id ?? id
}

/** Number and name of the card that a card was merged into, or nothing where it lives. Throws SqliteError. */
export function mergedInto(db: Connection, id: number): CustomerLine | undefined {
  const sql = `SELECT k.id, k.customer_no AS customerNo, k.name FROM customers c JOIN customers k ON k.id = c.merged_into WHERE c.id = ?`
  return one<CustomerLine>(db, sql, [id])
}

/** A name or a registration number that a merged card says or said. */
export interface MergedWord {
  readonly id: number
  readonly kind: 'name' | 'number'
  readonly text: string
}

const mergedWords = `
  WITH merged AS (SELECT id, name, business_reg_no, tax_no FROM customers WHERE merged_into IN (SELECT value FROM json_each(@into)))
  SELECT id, 'name' AS kind, name AS text FROM merged
  UNION ALL SELECT customer_id, 'name', name FROM former_names WHERE customer_id IN (SELECT id FROM merged)
  UNION ALL SELECT id, 'number', business_reg_no FROM merged WHERE business_reg_no <> ''
  UNION ALL SELECT id, 'number', tax_no FROM merged WHERE tax_no <> ''
  UNION ALL SELECT customer_id, 'number', number FROM old_numbers WHERE customer_id IN (SELECT id FROM merged)
  ORDER BY 1, 2, 3`

/**
 * What the cards are and were called and registered as that were merged into these ones: a customer is found by it, too (rules 17, 22).
 * Throws SqliteError.
 */
export function wordsOfMerged(db: Connection, into: readonly number[]): MergedWord[] {
  return all<MergedWord>(db, mergedWords, { into: JSON.stringify(into) })
}

/** Every merged card with the one it was merged into. Throws SqliteError. */
export function mergedCards(db: Connection): (CustomerLine & { readonly into: CustomerLine })[] {
  const sql = `SELECT c.id, c.customer_no AS customerNo, c.name, k.id AS intoId, k.customer_no AS intoNo, k.name AS intoName
    FROM customers c JOIN customers k ON k.id = c.merged_into WHERE c.merged_into IS NOT NULL
    ORDER BY length(c.customer_no), c.customer_no`
  return all<CustomerLine & { intoId: number; intoNo: string; intoName: string }>(db, sql).map(
    ({ intoId, intoNo, intoName, ...card }) => ({
      ...card,
      into: { id: intoId, customerNo: intoNo, name: intoName },
    }),
  )
}

/** Puts a card into another one, as a change of its record; a card in use is put aside with it. Throws SqliteError. */
export function putMerged(db: Connection, id: number, into: number, at: string, by: number): void {
  const sql = `UPDATE customers SET merged_into = @into, archived_at = coalesce(archived_at, @at), revision = revision + 1,
    changed_at = @at, changed_by = @by WHERE id = @id`
  run(db, sql, { id, into, at, by })
}

/** Brings a merged card back as it was; `archivedAt` is since when it had been put aside. Throws SqliteError. */
export function putUnmerged(
  db: Connection,
  id: number,
  { archivedAt, at, by }: { archivedAt: string | null; at: string; by: number },
): void {
  const sql = `UPDATE customers SET merged_into = NULL, archived_at = @archivedAt, revision = revision + 1,
    changed_at = @at, changed_by = @by WHERE id = @id`
  run(db, sql, { id, archivedAt, at, by })
}

/** Lets a merged card follow the card that it was merged into to where that one went. Throws SqliteError. */
export function repoint(db: Connection, id: number, into: number): void {
  run(db, 'UPDATE customers SET merged_into = ? WHERE id = ?', [into, id])
}

/** Since when a card has been put aside, if it has. Throws SqliteError. */
export function putAsideAt(db: Connection, id: number): string | null {
  return one<{ at: string | null }>(db, 'SELECT archived_at AS at FROM customers WHERE id = ?', [id])?.at ?? null
}

/** How much hangs on a card and stays reachable when it is merged. */
export interface Belongings {
  readonly attachments: number
  readonly verifications: number
  readonly applications: number
  readonly changes: number
}

// oxlint-disable-next-line kehu/bound-sql -- the four tables are named below
const count = (table: string) => `(SELECT count(*) FROM ${table} WHERE customer_id IN ${cardsOf})`

/** Counts what hangs on a card, what was merged into it included. Throws SqliteError. */
export function belongingsOf(db: Connection, id: number): Belongings {
  const sql = `SELECT ${count('attachments')} AS attachments, ${count('verifications')} AS verifications,
    ${count('applications')} AS applications, ${count('history')} AS changes`
  return one<Belongings>(db, sql, { id }) ?? { attachments: 0, verifications: 0, applications: 0, changes: 0 }
}
