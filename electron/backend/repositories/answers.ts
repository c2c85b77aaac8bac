import { type Connection, one, run } from '../database/connection.ts'

/** A command as somebody sent it: its id counts for this person and this call alone. */
export interface SentCommand {
  readonly requestId: string
  readonly actorId: number
  readonly call: string
}

/** What a command answered, as JSON, or nothing when it was never carried out. Throws SqliteError. */
export function storedAnswer(db: Connection, sent: SentCommand): string | undefined {
  const sql = 'SELECT answer FROM answers WHERE request_id = @requestId AND actor_id = @actorId AND call = @call'
  return one<{ answer: string }>(db, sql, { ...sent })?.answer
}

/** Remembers what a command answered. Throws SqliteError. */
export function putAnswer(
  db: Connection,
  answered: SentCommand & { readonly at: string; readonly answer: string },
): void {
  const sql =
    'INSERT INTO answers (request_id, actor_id, call, at, answer) VALUES (@requestId, @actorId, @call, @at, @answer)'
  run(db, sql, { ...answered })
}

/** Forgets answers given before an instant: nobody asks for them any more. Throws SqliteError. */
export function pruneAnswers(db: Connection, before: string): void {
  run(db, 'DELETE FROM answers WHERE at < ?', [before])
}
