import { type Connection, one, run } from '../database/connection.ts'

/** What decides whether the key boxes of a customer are under change control. Instants UTC. */
export interface Standing {
  readonly formalSince: string | null
  readonly noCodeReason: string | null
  readonly salespersonId: number | null
  readonly createdAt: string
  readonly createdBy: number
  /** Whether an application of the customer was ever submitted. */
  readonly wasSubmitted: boolean
  readonly wasVerified: boolean
}

const select = `
  SELECT formal_since AS formalSince, 
    (SELECT f.no_code_reason FROM card_facts f WHERE f.customer_id = c.id) AS noCodeReason, salesperson_id AS salespersonId, created_at AS createdAt,
    created_by AS createdBy,
    EXISTS (SELECT 1 FROM applications a WHERE a.customer_id = c.id AND a.revision > 0) AS wasSubmitted,
    EXISTS (SELECT 1 FROM verifications v WHERE v.customer_id = c.id) AS wasVerified
  FROM customers c WHERE c.id = ?`

/** How a customer stands, or nothing where there is none. Throws SqliteError. */
export function standingOf(db: Connection, id: number): Standing | undefined {
  type Stored = Omit<Standing, 'wasSubmitted' | 'wasVerified'> & { wasSubmitted: number; wasVerified: number }
  const row = one<Stored>(db, select, [id])
  return row && { ...row, wasSubmitted: row.wasSubmitted === 1, wasVerified: row.wasVerified === 1 }
}

/** Remembers when a card became that of a 正式客户; it stays one. Throws SqliteError. */
export function putFormalSince(db: Connection, id: number, at: string): void {
  run(db, 'UPDATE customers SET formal_since = ? WHERE id = ? AND formal_since IS NULL', [at, id])
}
