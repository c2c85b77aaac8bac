import { all, type Connection, run } from '../database/connection.ts'
import { cardsOf } from './merged-cards.ts'

/** Something that asks for an early review of a limit (rules 9); ISO days. */
export interface ReviewDemandRecord {
  readonly customerId: number
  readonly cause: string
  readonly happenedOn: string
  readonly dueOn: string
  readonly settledOn: string | null
}

const select = `SELECT customer_id AS customerId, cause, happened_on AS happenedOn, due_on AS dueOn, settled_at AS settledOn FROM review_demands`

/** Every demand on a customer and on what was merged into it, oldest first. Throws SqliteError. */
export function reviewDemandsOf(db: Connection, customerId: number): ReviewDemandRecord[] {
  return all<ReviewDemandRecord>(db, `${select} WHERE customer_id IN ${cardsOf} ORDER BY id`, { id: customerId })
}

/** The demands that no approval has settled yet, the most urgent first. Throws SqliteError. */
export function openReviewDemands(db: Connection): ReviewDemandRecord[] {
  return all<ReviewDemandRecord>(db, `${select} WHERE settled_at IS NULL ORDER BY due_on, id`)
}

/** Asks for an early review; answers the id of the demand. Throws SqliteError. */
export function insertReviewDemand(db: Connection, demand: Omit<ReviewDemandRecord, 'settledOn'>): number {
  const sql = `INSERT INTO review_demands (customer_id, cause, happened_on, due_on) VALUES (@customerId, @cause, @happenedOn, @dueOn)`
  return run(db, sql, { ...demand }).id
}

/** Takes a demand back, because what asked for it was taken back. Throws SqliteError. */
export function dropReviewDemand(db: Connection, id: number): void {
  run(db, 'DELETE FROM review_demands WHERE id = ?', [id])
}

/** A new approval settles every demand on the customer. Throws SqliteError. */
export function settleReviewDemands(db: Connection, customerId: number, on: string): void {
  const sql = `UPDATE review_demands SET settled_at = @on WHERE customer_id IN ${cardsOf} AND settled_at IS NULL`
  run(db, sql, { on, id: customerId })
}
