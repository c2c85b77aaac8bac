import { type Connection, one, run } from '../database/connection.ts'

/** A command that was carried out: the customer it changed, the revision it led to, and when. */
export interface DoneRequest {
  readonly customerId: number
  readonly revision: number
  readonly at: string
}

/** What became of a command that had this request id, or nothing when it was never carried out. Throws SqliteError. */
export function doneRequest(db: Connection, requestId: string): DoneRequest | undefined {
  const sql = 'SELECT customer_id AS customerId, revision, at FROM requests WHERE request_id = ?'
  return one<DoneRequest>(db, sql, [requestId])
}

/** Remembers that a command was carried out. Throws SqliteError. */
export function putRequest(db: Connection, requestId: string, { customerId, revision, at }: DoneRequest): void {
  const sql = 'INSERT INTO requests (request_id, customer_id, revision, at) VALUES (?, ?, ?, ?)'
  run(db, sql, [requestId, customerId, revision, at])
}

/** Forgets commands carried out before an instant: nobody asks for them any more. Throws SqliteError. */
export function pruneRequests(db: Connection, before: string): void {
  run(db, 'DELETE FROM requests WHERE at < ?', [before])
}
