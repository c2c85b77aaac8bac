import { inTransaction } from '../../database/connection.ts'
import type { Context, Ports } from '../context.ts'
import { audit } from './audit.ts'

/** Notes in the log that somebody, perhaps nobody knows who, tried a call that they have no right to. Throws SqliteError. */
export function noteRefusal(
  context: Ports & { readonly actor: Context['actor'] | null },
  call: string,
  facts: Readonly<Record<string, string>> = {},
): void {
  inTransaction(context.db, () => audit(context, { action: 'refused.call', object: `call:${call}`, facts }))
}
