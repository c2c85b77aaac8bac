import { tidy } from '../../../../shared/domain/width.ts'
import { chainStart, logHead, type LogRow, rowHash } from '../../database/log-chain.ts'
import { appendAuditEntry, lastAuditEntry } from '../../repositories/audit-log.ts'
import type { Context } from '../context.ts'
import { canonicalJson } from './canonical-json.ts'

/** Something that was done. Digests and facts hold nothing delicate: whoever logs such values salts them first. */
export interface AuditEvent {
  /** What was done, such as `application.submit`; each has its words in shared/text. */
  readonly action: string
  /** What it was done to, such as `customer:12` or `application:3`. */
  readonly object: string
  readonly beforeDigest?: string
  readonly afterDigest?: string
  readonly reason?: string
  readonly facts?: Readonly<Record<string, string>>
}

type Auditing = Pick<Context, 'db' | 'clock' | 'machine'> & { readonly actor: { readonly id: number } | null }

const clockMargin = 5 * 60_000 // ms

/** Appends a row to the log, inside the caller's transaction, so that there is no change without its row (rules 6). */
export function audit({ db, actor, clock, machine }: Auditing, event: AuditEvent): void {
  const last = lastAuditEntry(db)
  const instant = clock()
  const wentBack = last !== undefined && Date.parse(last.at) - instant.getTime() > clockMargin
  const entry: Omit<LogRow, 'hash'> = {
    seq: (last ?? chainStart).seq + 1,
    at: instant.toISOString(),
    localAt: localTime(instant),
    actorId: actor?.id ?? null,
    machine,
    action: event.action,
    object: event.object,
    beforeDigest: event.beforeDigest ?? null,
    afterDigest: event.afterDigest ?? null,
    // What SQLite would store otherwise than it was hashed would look like a forgery.
    reason: (event.reason && tidy(event.reason)) || null,
    facts: canonicalJson({ ...event.facts, ...(wentBack && { clockBack: last.at }) }),
    prevHash: (last ?? chainStart).hash,
  }
  appendAuditEntry(db, { ...entry, hash: rowHash(entry) })
}

/** So many signs of a hash are printed: enough to find it again, and to type it. */
export const shownHash = 12

/** The newest hash; what prints, packets and backups carry outside. */
export function auditHead(db: Context['db']): string {
  return logHead(db)
}

/** Local time with its distance from UTC, as the clock on the wall showed it. */
function localTime(instant: Date): string {
  const offset = -instant.getTimezoneOffset()
  const sign = offset < 0 ? '-' : '+'
  const distance = `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`
  return new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, 19) + distance
}

const two = (part: number) => String(part).padStart(2, '0')
