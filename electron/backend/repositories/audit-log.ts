import { all, type Connection, one, run } from '../database/connection.ts'
import { logColumns, type LogRow } from '../database/log-chain.ts'

const insert = `
  INSERT INTO audit_log (seq, at, local_at, actor_id, machine, action, object, before_digest, after_digest, reason, facts, prev_hash, hash)
  VALUES (@seq, @at, @localAt, @actorId, @machine, @action, @object, @beforeDigest, @afterDigest, @reason, @facts, @prevHash, @hash)`

/** The newest row of the log, or nothing before the first. Throws SqliteError. */
export function lastAuditEntry(db: Connection): LogRow | undefined {
  return one<LogRow>(db, `SELECT ${logColumns} FROM audit_log ORDER BY seq DESC LIMIT 1`)
}

/** Appends a row. Throws SqliteError. */
export function appendAuditEntry(db: Connection, entry: LogRow): void {
  run(db, insert, { ...entry })
}

/** Which rows are looked for: what they are about, what was done; an empty text is anything. */
export interface LogFilter {
  readonly object: string
  readonly action: string
}

const filtered = "FROM audit_log WHERE (@object = '' OR object = @object) AND (@action = '' OR action = @action)"

/** How many rows a filter lets through. Throws SqliteError. */
export function countAuditEntries(db: Connection, filter: LogFilter): number {
  return one<{ count: number }>(db, `SELECT count(*) AS count ${filtered}`, { ...filter })?.count ?? 0
}

/** A page of rows, newest first. Throws SqliteError. */
export function auditEntries(db: Connection, filter: LogFilter, page: { offset: number; limit: number }): LogRow[] {
  const sql = `SELECT ${logColumns} ${filtered} ORDER BY seq DESC LIMIT @limit OFFSET @offset`
  return all<LogRow>(db, sql, { ...filter, ...page })
}

/** When something was last done to an object, if it ever was. ISO instant. Throws SqliteError. */
export function lastOf(db: Connection, { object, action }: LogFilter): string | undefined {
  const sql = 'SELECT at FROM audit_log WHERE object = ? AND action = ? ORDER BY seq DESC LIMIT 1'
  return one<{ at: string }>(db, sql, [object, action])?.at
}

/**
 * What came of it when the log was last followed, by a person or with a backup that found it broken; a row that is no JSON any more says
 * nothing. Throws SqliteError.
 */
export function lastLogCheck(db: Connection): { seq: string | null; cause: string | null } | undefined {
  const sql = `
    SELECT json_extract(facts, '$.seq') AS seq, json_extract(facts, '$.cause') AS cause FROM audit_log
    WHERE object = 'log' AND action IN ('audit.verify', 'app.logBroken') AND json_valid(facts) ORDER BY audit_log.seq DESC LIMIT 1`
  return one(db, sql)
}

/** The row whose hash begins so, the first of several. Throws SqliteError. */
export function entryWithHash(db: Connection, beginning: string): LogRow | undefined {
  const sql = `SELECT ${logColumns} FROM audit_log WHERE hash >= @from AND hash < @to ORDER BY seq LIMIT 1`
  return one<LogRow>(db, sql, { from: beginning, to: `${beginning}g` })
}

/** The rows of a local month (YYYY-MM) in their order. Throws SqliteError. */
export function entriesOfMonth(db: Connection, month: string): LogRow[] {
  return all<LogRow>(db, `SELECT ${logColumns} FROM audit_log WHERE substr(local_at, 1, 7) = ? ORDER BY seq`, [month])
}

/** When somebody else last set the password of a person, though the person has changed it since. Throws SqliteError. */
export function lastPasswordReset(db: Connection, personId: number): string | undefined {
  const sql = `
    SELECT at FROM audit_log WHERE object = ? AND action = 'account.password' AND json_extract(facts, '$.reset') = '1'
    ORDER BY seq DESC LIMIT 1`
  return one<{ at: string }>(db, sql, [`account:${personId}`])?.at
}
