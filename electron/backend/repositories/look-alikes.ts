import type { Mark, MarkKind } from '../../../shared/domain/look-alike.ts'
import { all, type Connection, one, run } from '../database/connection.ts'
import type { StoredMark } from '../search/duplicate-keys.ts'
import { cardsOf, survivorOf } from './merged-cards.ts'

/** Keeps what a customer can be confused with others by, in the place of what was known before. Throws SqliteError. */
export function putMarks(db: Connection, customerId: number, marks: readonly StoredMark[]): void {
  const wanted = new Map(marks.map(mark => [JSON.stringify([mark.kind, mark.mark]), mark]))
  // A save changes one or two of twenty, each of which lies on pages of its own.
  for (const { kind, mark } of all<StoredMark>(db, 'SELECT kind, mark FROM customer_marks WHERE customer_id = ?', [
    customerId,
  ]))
    if (!wanted.delete(JSON.stringify([kind, mark])))
      run(db, 'DELETE FROM customer_marks WHERE customer_id = ? AND kind = ? AND mark = ?', [customerId, kind, mark])
  addMarks(db, customerId, [...wanted.values()])
}

/** The same for a new customer, of whom nothing was known before. Throws SqliteError. */
export function addMarks(db: Connection, customerId: number, marks: readonly StoredMark[]): void {
  const insert = 'INSERT INTO customer_marks (customer_id, kind, mark) VALUES (?, ?, ?)'
  for (const { kind, mark } of marks) run(db, insert, [customerId, kind, mark])
}

/** The numbers of other customers, the archived ones included, by the mark they share. Throws SqliteError. */
export function customersSharing(
  db: Connection,
  customerId: number,
  marks: readonly Mark[],
): { readonly kind: MarkKind; readonly customerNo: string }[] {
  const sql = `
    SELECT DISTINCT m.kind, c.customer_no AS customerNo FROM customer_marks m JOIN customers d ON d.id = m.customer_id
    JOIN customers c ON c.id = coalesce(d.merged_into, d.id)
    WHERE m.kind = ? AND m.mark = ? AND c.id <> ? ORDER BY c.id`
  return marks.flatMap(({ kind, mark }) =>
    all<{ kind: MarkKind; customerNo: string }>(db, sql, [kind, mark, survivorOf(db, customerId)]),
  )
}

/** The marks of what was merged into a customer: what one card shared with somebody is not lost with it. Throws SqliteError. */
export function marksOfMerged(db: Connection, customerId: number): Mark[] {
  const sql = `SELECT DISTINCT kind, mark FROM customer_marks WHERE customer_id <> @id AND customer_id IN ${cardsOf} ORDER BY kind, mark`
  return all<Mark>(db, sql, { id: survivorOf(db, customerId) })
}

/** The numbers of other customers who handed in the same file. Throws SqliteError. */
export function customersWithSameFile(db: Connection, customerId: number): string[] {
  const sql = `
    SELECT DISTINCT c.customer_no AS customerNo FROM attachments own
    JOIN attachments other ON other.sha256 = own.sha256 AND other.customer_id NOT IN ${cardsOf}
    JOIN customers d ON d.id = other.customer_id
    JOIN customers c ON c.id = coalesce(d.merged_into, d.id)
    WHERE own.customer_id IN ${cardsOf} ORDER BY c.id`
  return all<{ customerNo: string }>(db, sql, { id: survivorOf(db, customerId) }).map(row => row.customerNo)
}

// So many of the newest say what is usual; all of them would only be slower.
const compared = 1000

/** What other customers asked for in their first application that was submitted, the newest first. 分. Throws SqliteError. */
export function otherFirstRequests(db: Connection, customerId: number): number[] {
  const sql = `
    SELECT a.amount FROM applications a
    WHERE a.kind = 'standing' AND a.revision > 0 AND a.amount IS NOT NULL AND a.customer_id <> ? AND NOT EXISTS (
      SELECT 1 FROM applications e
      WHERE e.customer_id = a.customer_id AND e.kind = 'standing' AND e.revision > 0 AND e.id < a.id)
    ORDER BY a.id DESC LIMIT ${compared}`
  return all<{ amount: number }>(db, sql, [customerId]).map(row => row.amount)
}

/** Whether a customer has submitted an application for a standing limit before this one. Throws SqliteError. */
export function hasAskedBefore(db: Connection, customerId: number, applicationId: number): boolean {
  const sql = `SELECT 1 FROM applications WHERE customer_id = ? AND kind = 'standing' AND revision > 0 AND id < ? LIMIT 1`
  return one(db, sql, [customerId, applicationId]) !== undefined
}

/** How many customers of a salesperson, this one included, are new since an instant. Throws SqliteError. */
export function newCustomersOf(
  db: Connection,
  { personId, name, customerId, since }: { personId: number; name: string; customerId: number; since: string },
): number {
  const sql = `
    SELECT count(*) AS count FROM customers
    WHERE created_at >= ? AND (salesperson_id = ? OR developed_by = ? OR id = ?)`
  return one<{ count: number }>(db, sql, [since, personId, name, customerId])?.count ?? 0
}

/**
 * When somebody began to fill in the KH002 of an application, or else made the customer, and when it was first submitted. UTC instants.
 * Throws SqliteError.
 */
export function fillingTime(
  db: Connection,
  applicationId: number,
): { readonly beganAt: string; readonly submittedAt: string | null } | undefined {
  const sql = `
    SELECT coalesce(f.begun_at, c.created_at) AS beganAt,
      (SELECT min(submitted_at) FROM submissions WHERE application_id = a.id) AS submittedAt
    FROM applications a JOIN credit_files f ON f.id = a.credit_id JOIN customers c ON c.id = f.customer_id WHERE a.id = ?`
  return one(db, sql, [applicationId])
}

/** What is known of the people of the house that a customer could share with them. Throws SqliteError. */
export function employeeContacts(
  db: Connection,
): { name: string; phone: string | null; address: string | null; bankAccountNo: string | null }[] {
  const sql = 'SELECT name, phone, address, bank_account_no AS bankAccountNo FROM actors ORDER BY id'
  return all(db, sql)
}
