import type { Path } from '../../../shared/catalogue/field.ts'
import { all, type Connection } from '../database/connection.ts'

/** A box of a key fact and the instant at which its answer was last replaced by another one. */
export interface KeyFactChange {
  readonly path: Path
  readonly at: string
}

const select = `
  SELECT path, max(at) AS at FROM lasting_history
  WHERE customer_id = ? AND path IN ('customer.bankAccountNo', 'people.principal.1.name') AND old <> 'null'
  GROUP BY path ORDER BY at`

/** When the bank account and the person in charge of a customer were last changed from one to another; the latest is the last. Throws SqliteError. */
export function keyFactChanges(db: Connection, customerId: number): KeyFactChange[] {
  return all<KeyFactChange>(db, select, [customerId])
}

/** The instant of the latest of these changes. Throws SqliteError. */
export function keyFactsChangedAt(db: Connection, customerId: number): string | null {
  return keyFactChanges(db, customerId).at(-1)?.at ?? null
}
