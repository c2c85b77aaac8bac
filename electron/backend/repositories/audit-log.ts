import { all, type Connection, one, run } from '../database/connection.ts'

/** A row of the log as it is stored; `facts` is canonical JSON, digests and hashes are hex. */
export interface AuditEntry {
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

const columns = `seq, at, local_at AS localAt, actor_id AS actorId, machine, action, object, before_digest AS beforeDigest,
  after_digest AS afterDigest, reason, facts, prev_hash AS prevHash, hash`
const insert = `
  INSERT INTO audit_log (seq, at, local_at, actor_id, machine, action, object, before_digest, after_digest, reason, facts, prev_hash, hash)
  VALUES (@seq, @at, @localAt, @actorId, @machine, @action, @object, @beforeDigest, @afterDigest, @reason, @facts, @prevHash, @hash)`

/** The newest row of the log, or nothing before the first. Throws SqliteError. */
export function lastAuditEntry(db: Connection): AuditEntry | undefined {
  return one<AuditEntry>(db, `SELECT ${columns} FROM audit_log ORDER BY seq DESC LIMIT 1`)
}

/** Appends a row. Throws SqliteError. */
export function appendAuditEntry(db: Connection, entry: AuditEntry): void {
  run(db, insert, { ...entry })
}

/** Rows after a number, in their order, at most `limit` of them. Throws SqliteError. */
export function auditEntriesAfter(db: Connection, seq: number, limit: number): AuditEntry[] {
  return all<AuditEntry>(db, `SELECT ${columns} FROM audit_log WHERE seq > ? ORDER BY seq LIMIT ?`, [seq, limit])
}
