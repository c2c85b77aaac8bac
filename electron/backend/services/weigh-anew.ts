import { overallCompleteness } from '../../../shared/catalogue/derive/completeness.ts'
import { weightsVersion } from '../../../shared/catalogue/weights.ts'
import { type Connection, inTransaction } from '../database/connection.ts'
import { loadCustomerValues } from '../repositories/customer-files.ts'
import { everyId } from '../repositories/customer-list.ts'
import { putCompleteness } from '../repositories/customers.ts'
import { putSetting, setting } from '../repositories/settings.ts'

/** Works 完整度 out anew where it was stored with other weights than those of today; answers for how many customers. Throws SqliteError. */
export function weighAnew(db: Connection): number {
  if (setting(db, 'weightsVersion') === weightsVersion) return 0
  return inTransaction(db, () => {
    const ids = [false, true].flatMap(archived => everyId(db, { words: [], archived }))
    for (const id of ids) putCompleteness(db, id, overallCompleteness(loadCustomerValues(db, id) ?? {}))
    putSetting(db, 'weightsVersion', weightsVersion)
    return ids.length
  })
}
