import { type Connection, one } from '../database/connection.ts'

const select = `
  SELECT max(at) AS at FROM history
  WHERE customer_id = ? AND path IN ('customer.bankAccountNo', 'people.principal.1.name') AND old <> 'null'`

/** The instant at which the bank account or the person in charge of a customer was last changed from one to another. Throws SqliteError. */
export function keyFactsChangedAt(db: Connection, customerId: number): string | null {
  return one<{ at: string | null }>(db, select, [customerId])?.at ?? null
}
