import type { Path } from '../../../shared/catalogue/field.ts'
import { all, type Connection } from '../database/connection.ts'

const selectHands = `
  WITH present AS (SELECT id, begun_by FROM credit_files WHERE customer_id = @id ORDER BY sequence DESC LIMIT 1),
    asked AS (SELECT id, credit_id, begun_by, salesperson_id FROM applications
      WHERE customer_id = @id AND (credit_id = (SELECT id FROM present) OR state IN ('draft', 'returned', 'pending')))
  SELECT created_by AS actorId FROM customers WHERE id = @id
  UNION SELECT salesperson_id FROM customers WHERE id = @id
  UNION SELECT begun_by FROM present
  UNION SELECT begun_by FROM credit_files WHERE id IN (SELECT credit_id FROM asked)
  UNION SELECT begun_by FROM asked
  UNION SELECT salesperson_id FROM asked
  UNION SELECT submitted_by FROM submissions WHERE application_id IN (SELECT id FROM asked)
  UNION SELECT l.actor_id FROM asked a JOIN audit_log l ON l.object = 'application:' || a.id AND l.action = 'application.change'
  UNION SELECT requested_by FROM change_requests WHERE customer_id = @id AND (
    state = 'pending' OR (state = 'approved' AND id IN (SELECT request_id FROM change_items WHERE path = 'salesperson')))
  UNION SELECT l.actor_id FROM present p JOIN audit_log l ON l.object = 'credit:' || p.id AND l.action = 'credit.confirm'`

/**
 * Who made a customer, is responsible for it, asked for a change of its key boxes that waits, or named who is responsible; or began, worded, confirmed or submitted anything about its present credit file or an
 * application that is under way. Throws SqliteError.
 */
export function handsOn(db: Connection, customerId: number): number[] {
  const found = all<{ actorId: number | null }>(db, selectHands, { id: customerId })
  return found.flatMap(({ actorId }) => actorId ?? [])
}

const selectAskers = `
  SELECT begun_by AS actorId FROM applications WHERE id = @id
  UNION SELECT salesperson_id FROM applications WHERE id = @id
  UNION SELECT submitted_by FROM submissions WHERE application_id = @id
  UNION SELECT f.begun_by FROM applications a JOIN credit_files f ON f.id = a.credit_id WHERE a.id = @id
  UNION SELECT actor_id FROM audit_log WHERE object = 'application:' || @id AND action = 'application.change'`

/** Who began, worded, submitted or is responsible for an application, however long ago it was decided. Throws SqliteError. */
export function askersOf(db: Connection, applicationId: number): number[] {
  const found = all<{ actorId: number | null }>(db, selectAskers, { id: applicationId })
  return found.flatMap(({ actorId }) => actorId ?? [])
}

const selectEdits = `
  WITH edits AS (SELECT * FROM lasting_history WHERE customer_id = @id)
  SELECT DISTINCT actor_id AS actorId, path FROM edits
  WHERE (
    id IN (SELECT max(id) FROM edits GROUP BY path)
    OR id IN (SELECT max(id) FROM edits WHERE NOT by_merge GROUP BY path)
    OR at > coalesce((
      SELECT s.submitted_at FROM submissions s JOIN applications a ON a.id = s.application_id
      WHERE a.customer_id = @id AND a.kind = 'standing' AND a.state = 'approved' ORDER BY s.id DESC LIMIT 1), ''))`

/** A box and somebody whose word in it still counts. */
export interface CountingEdit {
  readonly actorId: number
  readonly path: Path
}

/** Edits that are the last of their box, beside what a merge put into it, or came after the last approved submission; before any approval every edit. Throws SqliteError. */
export function countingEdits(db: Connection, customerId: number): CountingEdit[] {
  return all<CountingEdit>(db, selectEdits, { id: customerId })
}

/** Everybody's name by the person, whether they have an account or not. Throws SqliteError. */
export function allNames(db: Connection): { readonly id: number; readonly name: string }[] {
  return all(db, 'SELECT id, name FROM actors ORDER BY id')
}
