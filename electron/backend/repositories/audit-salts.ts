import { all, type Connection, one, run } from '../database/connection.ts'

/** The salt of an object's digests that holds now, or nothing before the first and after it was forgotten. Throws SqliteError. */
export function auditSalt(db: Connection, object: string): string | undefined {
  const sql = 'SELECT salt FROM audit_salts WHERE object = ? ORDER BY from_seq DESC LIMIT 1'
  return one<{ salt: string | null }>(db, sql, [object])?.salt ?? undefined
}

/** Remembers the salt of an object's digests in the row of the log that comes next, and in all after it. Throws SqliteError. */
export function putAuditSalt(db: Connection, object: string, salt: string): void {
  const sql = `INSERT INTO audit_salts (object, from_seq, salt)
    VALUES (?, (SELECT coalesce(max(seq), 0) + 1 FROM audit_log), ?)`
  run(db, sql, [object, salt])
}

/** Forgets every salt of an object; `seq` is the row of the log that says so. Answers whether there was any. Throws SqliteError. */
export function forgetSalts(db: Connection, object: string, seq: number): boolean {
  const sql = 'UPDATE audit_salts SET salt = NULL, forgotten_in = ? WHERE object = ? AND salt IS NOT NULL'
  return run(db, sql, [seq, object]).changes > 0
}

const unjustified = `
  SELECT l.seq FROM audit_log l
  WHERE l.seq > @after AND l.seq <= @upTo AND l.object GLOB 'customer:*' AND l.action NOT GLOB 'attachment.*'
    AND (l.before_digest IS NOT NULL OR l.after_digest IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM audit_salts s WHERE s.object = l.object AND s.from_seq <= l.seq)
  ORDER BY l.seq LIMIT 1`

/** The first of some rows of the log whose digests have no salt, forgotten or not: somebody has taken it away. Throws SqliteError. */
export function rowWithoutSalt(db: Connection, after: number, upTo: number): number | undefined {
  return one<{ seq: number }>(db, unjustified, { after, upTo })?.seq
}

const forgotten = `
  SELECT s.object, s.forgotten_in AS forgottenIn FROM audit_salts s
  WHERE s.salt IS NULL AND NOT EXISTS (
    SELECT 1 FROM audit_log l WHERE l.seq = s.forgotten_in AND l.seq > s.from_seq AND l.action = 'personal.erase'
      AND ' ' || json_extract(l.facts, '$.forgot') || ' ' GLOB '* ' || s.object || ' *')`

/** Salts that are gone without an erasure in the log that took them, each with the row that it names. Throws SqliteError. */
export function wronglyForgotten(db: Connection): { readonly object: string; readonly forgottenIn: number | null }[] {
  return all(db, forgotten)
}
