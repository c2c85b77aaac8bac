import type { ErasureScope } from '../../../shared/domain/erasure.ts'
import { type Connection, run } from '../database/connection.ts'

/** An erasure as it is kept; `loggedIn` is the row of the log that tells of it. */
export interface NewErasure {
  readonly customerId: number
  readonly subject: string
  readonly scope: ErasureScope
  readonly at: string
  readonly by: number
  readonly loggedIn: number
}

/** Keeps that somebody was erased, before the records that may be rewritten for it; answers the id. Throws SqliteError. */
export function insertErasure(db: Connection, erasure: NewErasure): number {
  const sql = `INSERT INTO erasures (customer_id, subject, scope, erased_at, erased_by, logged_in)
    VALUES (@customerId, @subject, @scope, @at, @by, @loggedIn)`
  return run(db, sql, { ...erasure }).id
}

/** Records that do not change but for an erasure. */
export type ErasedKind = 'submission' | 'verification' | 'packet' | 'merge' | 'changeRequest'

/** Names a record that an erasure rewrites; `digest` is what it amounts to from then on, where it has one. Throws SqliteError. */
export function addErasedRecord(
  db: Connection,
  erasureId: number,
  kind: ErasedKind,
  record: number | string,
  digest: string | null = null,
): void {
  const sql = 'INSERT INTO erased_records (erasure_id, kind, record, digest) VALUES (?, ?, ?, ?)'
  run(db, sql, [erasureId, kind, String(record), digest])
}
