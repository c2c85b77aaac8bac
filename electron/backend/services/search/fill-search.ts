import { type Connection, inTransaction } from '../../database/connection.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { everyId } from '../../repositories/customer-list.ts'
import { putSearchText } from '../../repositories/customer-search.ts'
import { putSetting, setting } from '../../repositories/settings.ts'
import { searchTextOf } from '../changes/keep-past.ts'

/** Counted up whenever search texts are made in another way, so that those of before are made anew. */
const shape = '1'

/** Makes the search texts that an earlier version made otherwise or not at all; answers of how many customers. Throws SqliteError. */
export function fillSearch(db: Connection): number {
  if (setting(db, 'searchShape') === shape) return 0
  return inTransaction(db, () => {
    const ids = [false, true].flatMap(archived => everyId(db, { words: [], archived }))
    for (const id of ids) putSearchText(db, id, searchTextOf(db, id, loadCustomerValues(db, id) ?? {}))
    putSetting(db, 'searchShape', shape)
    return ids.length
  })
}
