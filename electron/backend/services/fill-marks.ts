import { type Connection, inTransaction } from '../database/connection.ts'
import { loadCustomerValues } from '../repositories/customer-files.ts'
import { everyId } from '../repositories/customer-list.ts'
import { lacksMarks, putMarks } from '../repositories/look-alikes.ts'
import { duplicateKeys } from '../search/duplicate-keys.ts'

/** Makes the marks of customers who were stored before marks were kept; answers how many there were. Throws SqliteError. */
export function fillMarks(db: Connection): number {
  return inTransaction(db, () => {
    if (!lacksMarks(db)) return 0
    const ids = [false, true].flatMap(archived => everyId(db, { words: [], archived }))
    for (const id of ids) putMarks(db, id, duplicateKeys(loadCustomerValues(db, id) ?? {}))
    return ids.length
  })
}
