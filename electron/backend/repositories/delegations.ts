import type { Post } from '../../../shared/domain/roles.ts'
import { all, type Connection, one, run } from '../database/connection.ts'

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

/**
 * The delegations that hold on a day: neither ended, nor given by somebody who has lost the post or left, nor to somebody who has
 * become administrator since. Throws SqliteError.
 */
export function delegationsOn(db: Connection, day: string): DelegationRecord[] {
  const sql = `
    SELECT ${columns} FROM delegations d WHERE ended_at IS NULL AND from_on <= ? AND to_on >= ?
      AND EXISTS (SELECT 1 FROM roles r JOIN accounts a ON a.actor_id = r.actor_id
        WHERE r.actor_id = d.actor_id AND r.role = d.post AND a.disabled_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM roles r WHERE r.actor_id = d.delegate_id AND r.role = 'administrator')
    ORDER BY id`
  return all<DelegationRecord>(db, sql, [day, day])
}

/** The delegations that are to come, hold, or were over on a day or later, newest first; `day` is ISO. Throws SqliteError. */
export function delegationsSince(db: Connection, day: string): DelegationRecord[] {
  const sql = `
    SELECT ${columns} FROM delegations WHERE to_on >= ? AND (ended_at IS NULL OR ended_at >= ?) ORDER BY from_on DESC, id DESC`
  return all<DelegationRecord>(db, sql, [day, day])
}

/** One delegation, or nothing. Throws SqliteError. */
export function delegationById(db: Connection, id: number): DelegationRecord | undefined {
  return one<DelegationRecord>(db, `SELECT ${columns} FROM delegations WHERE id = ?`, [id])
}

const insert = `
  INSERT INTO delegations (actor_id, post, delegate_id, from_on, to_on, created_at)
  VALUES (@actorId, @post, @delegateId, @fromOn, @toOn, @createdAt)`

/** Stores a delegation; answers its id. Throws SqliteError. */
export function insertDelegation(
  db: Connection,
  delegation: Omit<DelegationRecord, 'id' | 'endedAt'> & { readonly createdAt: string },
): number {
  return run(db, insert, { ...delegation }).id
}

/** Ends a delegation at an instant. Throws SqliteError. */
export function endDelegation(db: Connection, id: number, at: string): void {
  run(db, 'UPDATE delegations SET ended_at = ? WHERE id = ?', [at, id])
}
