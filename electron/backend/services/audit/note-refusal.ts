import { inTransaction } from '../../database/connection.ts'
import type { Context } from '../context.ts'
import { audit } from './audit.ts'

/** Notes in the log that somebody tried a call, or boxes of it, that they have no right to. Throws SqliteError. */
export function noteRefusal(context: Context, call: string): void {
  inTransaction(context.db, () => audit(context, { action: 'refused.call', object: `call:${call}` }))
}
