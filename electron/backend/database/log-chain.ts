import { createHash } from 'node:crypto'
import { all, type Connection, one, tableExists } from './connection.ts'

/** A row of the log as it is stored; `facts` is canonical JSON, digests and hashes are hex. */
export interface LogRow {
  readonly seq: number
  readonly at: string
  readonly localAt: string
  readonly actorId: number | null
  readonly machine: string
  readonly action: string
  readonly object: string
  readonly beforeDigest: string | null
  readonly afterDigest: string | null
  readonly reason: string | null
  readonly facts: string
  readonly prevHash: string
  readonly hash: string
}

/** The columns of the log, named as in a `LogRow`. */
export const logColumns = `seq, at, local_at AS localAt, actor_id AS actorId, machine, action, object, before_digest AS beforeDigest,
  after_digest AS afterDigest, reason, facts, prev_hash AS prevHash, hash`

/** SHA-256(prev_hash ‖ canonical JSON) of a row (rules 6). Its keys stand in their order here: sorting them anew for every row takes most of the time. */
export function rowHash({ prevHash, ...row }: Omit<LogRow, 'hash'>): string {
  const { action, actorId, afterDigest, at, beforeDigest, facts, localAt, machine, object, reason, seq } = row
  const content = { action, actorId, afterDigest, at, beforeDigest, facts, localAt, machine, object, reason, seq }
  return createHash('sha256')
    .update(prevHash + JSON.stringify(content), 'utf8')
    .digest('hex')
}

/** How far a chain was followed: the number and hash of its last row. */
export interface ChainEnd {
  readonly seq: number
  readonly hash: string
}

/** What the first row of a chain follows. */
export const chainStart: ChainEnd = { seq: 0, hash: '0'.repeat(64) }

/** The first row that does not fit, and why: it is not there, is not what its hash says, or does not follow the row before. */
export interface LogBreak {
  readonly seq: number
  readonly cause: 'missing' | 'hash' | 'link'
}

/** Where a chain stopped being followed: at its end, or at the first row that does not fit. */
export type Followed = { readonly end: ChainEnd; readonly broken: LogBreak | undefined }

/** Follows rows, in their order, from where the chain was left. */
export function followChain(rows: Iterable<LogRow>, from: ChainEnd): Followed {
  let end = from
  for (const row of rows) {
    const broken = breakAt(row, end)
    if (broken) return { end, broken }
    end = { seq: row.seq, hash: row.hash }
  }
  return { end, broken: undefined }
}

function breakAt({ hash, ...row }: LogRow, before: ChainEnd): LogBreak | undefined {
  if (row.seq !== before.seq + 1) return { seq: before.seq + 1, cause: 'missing' }
  if (rowHash(row) !== hash) return { seq: row.seq, cause: 'hash' }
  return row.prevHash === before.hash ? undefined : { seq: row.seq, cause: 'link' }
}

/** Rows after an end of the chain, in their order, at most `limit` of them; after its start come also rows that were put before the first. Throws SqliteError. */
export function rowsAfter(db: Connection, end: ChainEnd, limit: number): LogRow[] {
  const seq = end.seq === chainStart.seq ? Number.MIN_SAFE_INTEGER : end.seq
  return all<LogRow>(db, `SELECT ${logColumns} FROM audit_log WHERE seq > ? ORDER BY seq LIMIT ?`, [seq, limit])
}

const page = 2000

/** Follows the whole log of a database; one from before there was a log has an empty one. Throws SqliteError. */
export function followLog(db: Connection): Followed {
  let followed: Followed = { end: chainStart, broken: undefined }
  if (!hasLog(db)) return followed
  for (;;) {
    const rows = rowsAfter(db, followed.end, page)
    if (rows.length === 0) return followed
    followed = followChain(rows, followed.end)
    if (followed.broken) return followed
  }
}

/** The newest hash of a log. Throws SqliteError. */
export function logHead(db: Connection): string {
  if (!hasLog(db)) return chainStart.hash
  return (one<ChainEnd>(db, 'SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1') ?? chainStart).hash
}

const hasLog = (db: Connection) => tableExists(db, 'audit_log')
