import { type Connection, one, run } from '../database/connection.ts'

/** What a command answered, as JSON, or nothing when it was never carried out. Throws SqliteError. */
export function storedAnswer(db: Connection, requestId: string): string | undefined {
  return one<{ answer: string }>(db, 'SELECT answer FROM answers WHERE request_id = ?', [requestId])?.answer
}

/** Remembers what a command answered. Throws SqliteError. */
export function putAnswer(db: Connection, requestId: string, at: string, answer: string): void {
  run(db, 'INSERT INTO answers (request_id, at, answer) VALUES (?, ?, ?)', [requestId, at, answer])
}

/** Forgets answers given before an instant: nobody asks for them any more. Throws SqliteError. */
export function pruneAnswers(db: Connection, before: string): void {
  run(db, 'DELETE FROM answers WHERE at < ?', [before])
}
