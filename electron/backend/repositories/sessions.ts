import { type Connection, one, run } from '../database/connection.ts'

/** Somebody who is signed in; the token itself is only where the person works. Instants are UTC. */
export interface SessionRecord {
  readonly tokenDigest: string
  readonly actorId: number
  readonly seenAt: string
  readonly lockedAt: string | null
}

const columns = 'token_digest AS tokenDigest, actor_id AS actorId, seen_at AS seenAt, locked_at AS lockedAt'

/** The session of a token, or nothing where there is none. Throws SqliteError. */
export function sessionOf(db: Connection, tokenDigest: string): SessionRecord | undefined {
  return one<SessionRecord>(db, `SELECT ${columns} FROM sessions WHERE token_digest = ?`, [tokenDigest])
}

/** Begins a session. Throws SqliteError. */
export function addSession(db: Connection, tokenDigest: string, actorId: number, at: string): void {
  const sql = 'INSERT INTO sessions (token_digest, actor_id, created_at, seen_at) VALUES (?, ?, ?, ?)'
  run(db, sql, [tokenDigest, actorId, at, at])
}

/** Remembers when a session was last used, and whether it has been locked since. Throws SqliteError. */
export function setSeen(db: Connection, tokenDigest: string, seenAt: string, lockedAt: string | null): void {
  run(db, 'UPDATE sessions SET seen_at = ?, locked_at = ? WHERE token_digest = ?', [seenAt, lockedAt, tokenDigest])
}

/** Ends a session. Throws SqliteError. */
export function endSession(db: Connection, tokenDigest: string): void {
  run(db, 'DELETE FROM sessions WHERE token_digest = ?', [tokenDigest])
}

/** Ends every session of a person but one. Throws SqliteError. */
export function endSessionsOf(db: Connection, actorId: number, except = ''): void {
  run(db, 'DELETE FROM sessions WHERE actor_id = ? AND token_digest <> ?', [actorId, except])
}

/** Ends every session. Throws SqliteError. */
export function endAllSessions(db: Connection): void {
  run(db, 'DELETE FROM sessions')
}

/** Ends the sessions that nobody has used since an instant. Throws SqliteError. */
export function pruneSessions(db: Connection, before: string): void {
  run(db, 'DELETE FROM sessions WHERE seen_at < ?', [before])
}
