import { all, type Connection, run } from '../database/connection.ts'

/** A question to somebody about an application, and the answer; it moves nothing. */
export interface OpinionRecord {
  readonly id: number
  readonly applicationId: number
  readonly revision: number
  readonly askedBy: number
  readonly askedAt: string
  readonly actorId: number
  readonly question: string
  readonly answer: string | null
  readonly answeredAt: string | null
}

const select = `SELECT id, application_id AS applicationId, revision, asked_by AS askedBy, asked_at AS askedAt, actor_id AS actorId,
  question, answer, answered_at AS answeredAt FROM opinions`

/** The opinions on an application, oldest first. Throws SqliteError. */
export function opinionsOn(db: Connection, applicationId: number): OpinionRecord[] {
  return all<OpinionRecord>(db, `${select} WHERE application_id = ? ORDER BY id`, [applicationId])
}

/** The questions that somebody has not answered yet. Throws SqliteError. */
export function openQuestionsTo(db: Connection, actorId: number): OpinionRecord[] {
  return all<OpinionRecord>(db, `${select} WHERE actor_id = ? AND answer IS NULL ORDER BY id`, [actorId])
}

/** Asks for an opinion. Throws SqliteError. */
export function insertOpinion(db: Connection, opinion: Omit<OpinionRecord, 'id' | 'answer' | 'answeredAt'>): void {
  const sql = `INSERT INTO opinions (application_id, revision, asked_by, asked_at, actor_id, question)
    VALUES (@applicationId, @revision, @askedBy, @askedAt, @actorId, @question)`
  run(db, sql, { ...opinion })
}

/** Answers the open questions to somebody about an application; tells how many there were. Throws SqliteError. */
export function answerOpinions(
  db: Connection,
  given: { applicationId: number; actorId: number; answer: string; at: string },
): number {
  const sql = `UPDATE opinions SET answer = @answer, answered_at = @at
    WHERE application_id = @applicationId AND actor_id = @actorId AND answer IS NULL`
  return run(db, sql, given).changes
}
