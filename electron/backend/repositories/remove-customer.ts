import { type Connection, run } from '../database/connection.ts'
import { errorCode } from '../database/start-failure.ts'
import { dropSearchText } from './customer-search.ts'

/** What is made with a customer and means nothing without it; the credit files come before the customer whom they belong to. */
const dependents = [
  'DELETE FROM customer_marks WHERE customer_id = ?',
  'DELETE FROM duplicate_pairs WHERE first_id = ?',
  'DELETE FROM duplicate_pairs WHERE second_id = ?',
  'DELETE FROM bank_accounts WHERE customer_id = ?',
  'DELETE FROM extra_answers WHERE customer_id = ?',
  'DELETE FROM people WHERE customer_id = ?',
  'DELETE FROM product_lines WHERE customer_id = ?',
  'DELETE FROM requests WHERE customer_id = ?',
  'DELETE FROM credit_files WHERE customer_id = ?',
]

/**
 * Removes a customer that nothing else refers to; answers whether it is gone. Any table that points to it, whichever part of the
 * program it belongs to, keeps it as it was. Inside a transaction of the caller; throws SqliteError.
 */
export function removeCustomer(db: Connection, id: number): boolean {
  try {
    db.transaction(() => {
      dropSearchText(db, id)
      for (const statement of dependents) run(db, statement, [id])
      run(db, 'DELETE FROM customers WHERE id = ?', [id])
    })()
    return true
  } catch (error) {
    if (errorCode(error) === 'SQLITE_CONSTRAINT_FOREIGNKEY') return false
    throw error
  }
}
