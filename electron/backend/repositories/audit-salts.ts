import { type Connection, one, run } from '../database/connection.ts'

/** The salt of an object's digests, or nothing before the first. Throws SqliteError. */
export function auditSalt(db: Connection, object: string): string | undefined {
  return one<{ salt: string }>(db, 'SELECT salt FROM audit_salts WHERE object = ?', [object])?.salt
}

/** Remembers the salt of an object's digests. Throws SqliteError. */
export function putAuditSalt(db: Connection, object: string, salt: string): void {
  run(db, 'INSERT INTO audit_salts (object, salt) VALUES (?, ?)', [object, salt])
}
