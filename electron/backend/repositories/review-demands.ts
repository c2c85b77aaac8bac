import { all, type Connection, run } from '../database/connection.ts'

/** Something that asks for an early review of a limit (rules 9); ISO days. */
export interface ReviewDemandRecord {
  readonly customerId: number
  readonly cause: string
  readonly happenedOn: string
  readonly dueOn: string
  readonly settledOn: string | null
}

const select = `SELECT customer_id AS customerId, cause, happened_on AS happenedOn, due_on AS dueOn, settled_at AS settledOn FROM review_demands`

/** Every demand on a customer, oldest first. Throws SqliteError. */
export function reviewDemandsOf(db: Connection, customerId: number): ReviewDemandRecord[] {
  return all<ReviewDemandRecord>(db, `${select} WHERE customer_id = ? ORDER BY id`, [customerId])
}

/** The demands that no approval has settled yet, the most urgent first. Throws SqliteError. */
export function openReviewDemands(db: Connection): ReviewDemandRecord[] {
  return all<ReviewDemandRecord>(db, `${select} WHERE settled_at IS NULL ORDER BY due_on, id`)
}

/** Asks for an early review. Throws SqliteError. */
export function insertReviewDemand(db: Connection, demand: Omit<ReviewDemandRecord, 'settledOn'>): void {
  const sql = `INSERT INTO review_demands (customer_id, cause, happened_on, due_on) VALUES (@customerId, @cause, @happenedOn, @dueOn)`
  run(db, sql, { ...demand })
}

/** A new approval settles every demand on the customer. Throws SqliteError. */
export function settleReviewDemands(db: Connection, customerId: number, on: string): void {
  run(db, 'UPDATE review_demands SET settled_at = ? WHERE customer_id = ? AND settled_at IS NULL', [on, customerId])
}
