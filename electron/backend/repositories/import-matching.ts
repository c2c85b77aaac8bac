import { all, type Connection } from '../database/connection.ts'

/** What a row of a sheet can name a customer by. */
export interface CustomerKeys {
  readonly id: number
  readonly customerNo: string
  readonly cardNo: string | null
  readonly businessRegNo: string | null
  readonly name: string
  readonly isArchived: 0 | 1
}

/** The keys of every customer, the archived ones included. Throws SqliteError. */
export function customerKeys(db: Connection): CustomerKeys[] {
  const sql = `SELECT id, customer_no AS customerNo, card_no AS cardNo, business_reg_no AS businessRegNo, name,
    archived_at IS NOT NULL AS isArchived FROM customers ORDER BY id`
  return all<CustomerKeys>(db, sql)
}
