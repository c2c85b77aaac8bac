import type { Path } from '../../../shared/catalogue/field.ts'
import { type Connection, one, run } from '../database/connection.ts'
import { columnList } from './record-table.ts'

/** A customer's KH002 in hand, apart from its boxes; `carried` are answers taken over that nobody has confirmed. */
export interface CreditHead {
  readonly id: number
  readonly sequence: number
  readonly carried: readonly Path[]
  readonly begunAt: string | null
  readonly begunBy: number | null
}

const select = `
  SELECT id, sequence, carried, begun_at AS begunAt, begun_by AS begunBy FROM credit_files
  WHERE customer_id = ? ORDER BY sequence DESC LIMIT 1`

/** The KH002 in hand of a customer. Throws SqliteError. */
export function creditHead(db: Connection, customerId: number): CreditHead | undefined {
  const row = one<Omit<CreditHead, 'carried'> & { carried: string | null }>(db, select, [customerId])
  return row && { ...row, carried: row.carried === null ? [] : (JSON.parse(row.carried) as Path[]) }
}

// A save writes what it changes, so the rest has to be there; a number belongs to one file.
const carriedColumns = columnList('credit')
  .split(', ')
  .filter(name => name !== 'card_no')
  .join(', ')

/** Begins the next KH002 of a customer as a copy without a number; what is stored from then on goes into it. Throws SqliteError. */
export function insertNextCredit(db: Connection, customerId: number, begun: { at: string; by: number }): CreditHead {
  const sql = `INSERT INTO credit_files (customer_id, sequence, status, begun_at, begun_by, ${carriedColumns})
    SELECT customer_id, sequence + 1, 'draft', @at, @by, ${carriedColumns} FROM credit_files
    WHERE customer_id = @customerId ORDER BY sequence DESC LIMIT 1`
  run(db, sql, { customerId, ...begun })
  const head = creditHead(db, customerId)
  if (!head) throw new Error('the credit file that was begun is not there')
  return head
}

/** Remembers which answers still have to be confirmed. Throws SqliteError. */
export function putCarried(db: Connection, creditId: number, carried: readonly Path[]): void {
  run(db, 'UPDATE credit_files SET carried = ? WHERE id = ?', [JSON.stringify(carried), creditId])
}

/** Writes one signature box of the KH002. `signedOn` is an ISO day, or nothing where the box says why nobody signs. Throws SqliteError. */
export function putSignature(
  db: Connection,
  signed: { creditId: number; post: string; actorId: number | null; signature: string; signedOn: string | null },
): void {
  const sql = `INSERT INTO approvals (credit_id, post, actor_id, signature, signed_on) VALUES (@creditId, @post, @actorId, @signature, @signedOn)
    ON CONFLICT (credit_id, post) DO UPDATE SET actor_id = @actorId, signature = @signature, signed_on = @signedOn`
  run(db, sql, signed)
}

/** Empties the signature boxes of a KH002 that begins its way anew. Throws SqliteError. */
export function clearSignatures(db: Connection, creditId: number): void {
  run(db, 'DELETE FROM approvals WHERE credit_id = ?', [creditId])
}

/** Who is answerable for a customer's sales, if anybody was named. Throws SqliteError. */
export function salespersonOf(db: Connection, customerId: number): number | null {
  const sql = 'SELECT salesperson_id AS id FROM customers WHERE id = ?'
  return one<{ id: number | null }>(db, sql, [customerId])?.id ?? null
}

/** Names who is answerable for a customer's sales, or nobody. Throws SqliteError. */
export function putSalesperson(db: Connection, customerId: number, id: number | null): void {
  run(db, 'UPDATE customers SET salesperson_id = ? WHERE id = ?', [id, customerId])
}
