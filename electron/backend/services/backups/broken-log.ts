import type { Output } from '../../../../shared/contract/contract.ts'
import { type Connection, inTransaction } from '../../database/connection.ts'
import type { LogBreak } from '../../database/log-chain.ts'
import { lastLogCheck } from '../../repositories/audit-log.ts'
import { audit } from '../audit/audit.ts'
import type { Ports } from '../context.ts'

/** Writes down, once, that a backup came upon a broken log (rules 6). Throws SqliteError. */
export function noteLogBreak(ports: Ports, { seq, cause }: LogBreak): void {
  const known = knownLogBreak(ports.db)
  if (known?.seq === seq && known.cause === cause) return
  const facts = { result: 'broken', seq: String(seq), cause }
  inTransaction(ports.db, () => audit({ ...ports, actor: null }, { action: 'app.logBroken', object: 'log', facts }))
}

const causes = ['hash', 'link', 'missing', 'record'] as const

/** Where the log is not whole, by whatever looked at it last; nothing once a check of all of it finds nothing any more. Throws SqliteError. */
export function knownLogBreak(db: Connection): Output<'backups.health'>['logBreak'] {
  const found = lastLogCheck(db)
  const cause = causes.find(known => known === found?.cause)
  return found && cause ? { seq: Number(found.seq), cause } : null
}
