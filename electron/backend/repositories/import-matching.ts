import { all, type Connection } from '../database/connection.ts'

/** What a row of a sheet can name a customer by. */
export interface CustomerKeys {
  readonly id: number
  readonly customerNo: string
  readonly cardNo: string | null
  readonly businessRegNo: string | null
  readonly name: string
  /** The card that lives on in the place of a merged one. */
  readonly mergedInto: number | null
}

/** The keys of every card, the archived and merged ones included. Throws SqliteError. */
export function customerKeys(db: Connection): CustomerKeys[] {
  const sql = `SELECT id, customer_no AS customerNo, card_no AS cardNo, business_reg_no AS businessRegNo, name,
    merged_into AS mergedInto FROM customers ORDER BY id`
  return all<CustomerKeys>(db, sql)
}
