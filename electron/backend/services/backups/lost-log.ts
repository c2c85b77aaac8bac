import { inTransaction } from '../../database/connection.ts'
import { lastOf } from '../../repositories/audit-log.ts'
import { audit } from '../audit/audit.ts'
import type { Context, Ports } from '../context.ts'

const [object, action] = ['app', 'app.logLost']
const told = 7 * 24 * 60 * 60 * 1000 // ms for which 今日 says so

/** Writes down that the database lost its log after a crash, and with it perhaps what was saved last. Throws SqliteError. */
export function noteLogLost(ports: Ports): void {
  inTransaction(ports.db, () => audit({ ...ports, actor: null }, { action, object }))
}

/** When that was found out, for the days in which somebody has to look after it. ISO instant. Throws SqliteError. */
export function logLostAt({ db, clock }: Pick<Context, 'db' | 'clock'>): string | null {
  const at = lastOf(db, { object, action })
  return at !== undefined && clock().getTime() - Date.parse(at) < told ? at : null
}
