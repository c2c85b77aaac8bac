import type { PersonalRequest } from '../../../shared/contract/personal-calls.ts'
import { all, type Connection, one, run } from '../database/connection.ts'
import { cardsOf } from './merged-cards.ts'

interface StoredRequest extends Omit<PersonalRequest, 'recordedBy' | 'closedBy' | 'closedOn'> {
  readonly customerId: number
  readonly recordedById: number
  readonly recordedByName: string
  readonly closedAt: string | null
  readonly closedById: number | null
  readonly closedByName: string | null
}

/** A request with the card that it is about; `closedAt` is an instant. */
export interface RequestRecord extends Omit<PersonalRequest, 'closedOn'> {
  readonly customerId: number
  readonly closedAt: string | null
}

const select = `
  SELECT q.id, q.customer_id AS customerId, q.subject, q.name, q.kind, q.received_on AS receivedOn, q.due_on AS dueOn, q.note,
    q.state, q.outcome, q.closed_at AS closedAt, r.id AS recordedById, r.name AS recordedByName,
    c.id AS closedById, c.name AS closedByName
  FROM personal_requests q JOIN actors r ON r.id = q.recorded_by LEFT JOIN actors c ON c.id = q.closed_by`

const record = ({ recordedById, recordedByName, closedById, closedByName, ...row }: StoredRequest): RequestRecord => ({
  ...row,
  recordedBy: { id: recordedById, name: recordedByName },
  closedBy: closedById === null ? null : { id: closedById, name: closedByName ?? '' },
})

/** What people of a card and of what was merged into it have asked for, newest first. Throws SqliteError. */
export function requestsOfCard(db: Connection, customerId: number): RequestRecord[] {
  const sql = `${select} WHERE q.customer_id IN ${cardsOf} ORDER BY q.id DESC`
  return all<StoredRequest>(db, sql, { id: customerId }).map(record)
}

/** Every request that waits, the one that is due first in front. Throws SqliteError. */
export function openRequests(db: Connection): RequestRecord[] {
  return all<StoredRequest>(db, `${select} WHERE q.state = 'open' ORDER BY q.due_on, q.id`).map(record)
}

/** One request, or nothing where there is none of this id. Throws SqliteError. */
export function requestById(db: Connection, id: number): RequestRecord | undefined {
  const row = one<StoredRequest>(db, `${select} WHERE q.id = ?`, [id])
  return row && record(row)
}

/** A request as it is noted; `by` is the person who notes it. */
export interface NewRequest
  extends Pick<RequestRecord, 'customerId' | 'subject' | 'name' | 'kind' | 'receivedOn' | 'dueOn' | 'note'> {
  readonly at: string
  readonly by: number
}

/** Adds a request; answers its id. Throws SqliteError. */
export function insertRequest(db: Connection, request: NewRequest): number {
  const sql = `
    INSERT INTO personal_requests (customer_id, subject, name, kind, received_on, due_on, note, recorded_at, recorded_by, state)
    VALUES (@customerId, @subject, @name, @kind, @receivedOn, @dueOn, @note, @at, @by, 'open')`
  return run(db, sql, { ...request }).id
}

/** Ends a request. Throws SqliteError. */
export function endRequest(
  db: Connection,
  id: number,
  end: { readonly state: 'done' | 'refused'; readonly outcome: string; readonly at: string; readonly by: number },
): void {
  const sql = `UPDATE personal_requests SET state = @state, outcome = @outcome, closed_at = @at, closed_by = @by WHERE id = @id`
  run(db, sql, { ...end, id })
}
