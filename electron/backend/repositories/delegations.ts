import type { Post } from '../../../shared/domain/roles.ts'
import { all, type Connection } from '../database/connection.ts'

/** Somebody who signs in the stead of a post's holder, from one day to another, both included. ISO days. */
export interface DelegationRecord {
  readonly id: number
  readonly actorId: number
  readonly post: Post
  readonly delegateId: number
  readonly fromOn: string
  readonly toOn: string
  readonly endedAt: string | null
}

const columns =
  'id, actor_id AS actorId, post, delegate_id AS delegateId, from_on AS fromOn, to_on AS toOn, ended_at AS endedAt'

/** The delegations that hold on a day. Throws SqliteError. */
export function delegationsOn(db: Connection, day: string): DelegationRecord[] {
  const sql = `SELECT ${columns} FROM delegations WHERE ended_at IS NULL AND from_on <= ? AND to_on >= ? ORDER BY id`
  return all<DelegationRecord>(db, sql, [day, day])
}
