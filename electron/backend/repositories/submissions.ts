import type { Matrix } from '../../../shared/domain/policy.ts'
import type { ApplicationKind } from '../../../shared/domain/application.ts'
import type { Values } from '../../../shared/catalogue/field.ts'
import type { Flag } from '../../../shared/contract/application-calls.ts'
import { all, type Connection, one, run } from '../database/connection.ts'
import type { Repayment } from './applications.ts'

/** Exactly what was submitted: the whole KH001 and KH002 as they stood, and what was asked for. */
export interface Snapshot {
  readonly customerId: number
  readonly customerNo: string
  readonly number: string
  readonly kind: ApplicationKind
  readonly revision: number
  readonly amount: number
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly reason: string | null
  readonly plan: readonly Repayment[]
  readonly salespersonId: number
  readonly values: Values
  /** Keeps anybody from trying out against the digest what was erased since; versions of earlier programs have none. */
  readonly salt?: string
}

/** A version that went into the chain; `totalLimit` 分 decided who signs, `matrix` is the one that held then. */
export interface SubmissionRecord {
  readonly id: number
  readonly applicationId: number
  readonly revision: number
  readonly submittedBy: number
  readonly submittedAt: string
  readonly submittedOn: string
  readonly totalLimit: number
  readonly matrix: Matrix
  readonly snapshot: Snapshot
  readonly digest: string
  readonly flags: readonly Flag[]
}

interface StoredSubmission extends Omit<SubmissionRecord, 'matrix' | 'snapshot' | 'flags'> {
  readonly matrix: string
  readonly snapshot: string
  readonly flags: string
}

const columns = `id, application_id AS applicationId, revision, submitted_by AS submittedBy, submitted_at AS submittedAt,
  submitted_on AS submittedOn, total_limit AS totalLimit, matrix, snapshot, digest, flags`

const read = ({ matrix, snapshot, flags, ...submission }: StoredSubmission): SubmissionRecord => ({
  ...submission,
  matrix: JSON.parse(matrix) as Matrix,
  snapshot: JSON.parse(snapshot) as Snapshot,
  flags: JSON.parse(flags) as Flag[],
})

/** Every version of an application, oldest first. Throws SqliteError. */
export function submissionsOf(db: Connection, applicationId: number): SubmissionRecord[] {
  const sql = `SELECT ${columns} FROM submissions WHERE application_id = ? ORDER BY revision`
  return all<StoredSubmission>(db, sql, [applicationId]).map(read)
}

/** The present version of an application, or nothing before its first submission. Throws SqliteError. */
export function lastSubmission(db: Connection, applicationId: number): SubmissionRecord | undefined {
  const sql = `SELECT ${columns} FROM submissions WHERE application_id = ? ORDER BY revision DESC LIMIT 1`
  const row = one<StoredSubmission>(db, sql, [applicationId])
  return row && read(row)
}

const insert = `
  INSERT INTO submissions (application_id, revision, submitted_by, submitted_at, submitted_on, total_limit, matrix, snapshot, digest, flags)
  VALUES (@applicationId, @revision, @submittedBy, @submittedAt, @submittedOn, @totalLimit, @matrix, @snapshot, @digest, @flags)`

/** Stores a version for good; answers its id. `snapshot` is the canonical JSON that `digest` belongs to. Throws SqliteError. */
export function insertSubmission(
  db: Connection,
  { matrix, flags, ...submission }: Omit<SubmissionRecord, 'id' | 'snapshot'> & { readonly snapshot: string },
): number {
  return run(db, insert, { ...submission, matrix: JSON.stringify(matrix), flags: JSON.stringify(flags) }).id
}
