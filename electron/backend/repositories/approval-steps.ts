import type { EvidenceGrade, StepState } from '../../../shared/domain/application.ts'
import type { Post } from '../../../shared/domain/roles.ts'
import { all, type Connection, run } from '../database/connection.ts'

/** One step of a version's chain; a step that was given back is gone through again as its next attempt. */
export interface StepRecord {
  readonly submissionId: number
  readonly place: number
  readonly attempt: number
  readonly post: Post
  readonly state: StepState
  readonly openedAt: string | null
  readonly signerId: number | null
  readonly onBehalfOf: number | null
  readonly granted: number | null
  readonly grade: 'A' | 'B' | 'C' | null
  readonly validTo: string | null
  readonly comment: string | null
  readonly flagsSeen: readonly string[]
  readonly evidence: EvidenceGrade | null
  readonly signedAt: string | null
  readonly signedOn: string | null
  readonly packetId: string | null
  /** The digest of the shared facts that the signature stands for. */
  readonly confirmedDigest: string | null
}

interface StoredStep extends Omit<StepRecord, 'flagsSeen'> {
  readonly flagsSeen: string | null
}

const columns = `submission_id AS submissionId, place, attempt, post, state, opened_at AS openedAt, signer_id AS signerId,
  on_behalf_of AS onBehalfOf, granted, grade, valid_to AS validTo, comment, flags_seen AS flagsSeen, evidence, signed_at AS signedAt,
  signed_on AS signedOn, packet_id AS packetId, confirmed_digest AS confirmedDigest`

/** Every step of a version with its attempts, in their order. Throws SqliteError. */
export function stepsOf(db: Connection, submissionId: number): StepRecord[] {
  const sql = `SELECT ${columns} FROM approval_steps WHERE submission_id = ? ORDER BY place, attempt`
  return all<StoredStep>(db, sql, [submissionId]).map(({ flagsSeen, ...step }) => ({
    ...step,
    flagsSeen: flagsSeen === null ? [] : (JSON.parse(flagsSeen) as string[]),
  }))
}

/** The steps as they stand: of each place the last attempt. */
export function presentSteps(steps: readonly StepRecord[]): StepRecord[] {
  return steps.filter(step => !steps.some(other => other.place === step.place && other.attempt > step.attempt))
}

const insert = `
  INSERT INTO approval_steps (submission_id, place, attempt, post, state, opened_at, signer_id, on_behalf_of, granted, grade, valid_to,
    comment, flags_seen, evidence, signed_at, signed_on, packet_id, confirmed_digest)
  VALUES (@submissionId, @place, @attempt, @post, @state, @openedAt, @signerId, @onBehalfOf, @granted, @grade, @validTo,
    @comment, @flagsSeen, @evidence, @signedAt, @signedOn, @packetId, @confirmedDigest)`

/** Adds a step or a further attempt of one. Throws SqliteError. */
export function insertStep(db: Connection, { flagsSeen, ...step }: StepRecord): void {
  run(db, insert, { ...step, flagsSeen: JSON.stringify(flagsSeen) })
}

/** A step before anybody has done anything with it. */
export function freshStep(
  step: Pick<StepRecord, 'submissionId' | 'place' | 'attempt' | 'post' | 'state' | 'openedAt'>,
): StepRecord {
  return {
    ...step,
    signerId: null,
    onBehalfOf: null,
    granted: null,
    grade: null,
    validTo: null,
    comment: null,
    flagsSeen: [],
    evidence: null,
    signedAt: null,
    signedOn: null,
    packetId: null,
    confirmedDigest: null,
  }
}

const sign = `
  UPDATE approval_steps SET state = @state, signer_id = @signerId, on_behalf_of = @onBehalfOf, granted = @granted, grade = @grade,
    valid_to = @validTo, comment = @comment, flags_seen = @flagsSeen, evidence = @evidence, signed_at = @signedAt, signed_on = @signedOn,
    packet_id = @packetId, confirmed_digest = @confirmedDigest
  WHERE submission_id = @submissionId AND place = @place AND attempt = @attempt`

/** Writes a decision into its step, for good. Throws SqliteError, also where the person may not sign it. */
export function signStep(db: Connection, { flagsSeen, post: _post, openedAt: _openedAt, ...step }: StepRecord): void {
  run(db, sign, { ...step, flagsSeen: JSON.stringify(flagsSeen) })
}

/** Opens a waiting step. Throws SqliteError. */
export function openStep(
  db: Connection,
  step: Pick<StepRecord, 'submissionId' | 'place' | 'attempt'>,
  at: string,
): void {
  const sql = `UPDATE approval_steps SET state = 'open', opened_at = ? WHERE submission_id = ? AND place = ? AND attempt = ?`
  run(db, sql, [at, step.submissionId, step.place, step.attempt])
}

/** Ends every step that nobody will sign any more. Throws SqliteError. */
export function voidOpenSteps(db: Connection, submissionId: number): void {
  run(db, `UPDATE approval_steps SET state = 'void' WHERE submission_id = ? AND state IN ('open', 'waiting')`, [
    submissionId,
  ])
}

/** Notes that a signature stands for the facts of this digest. Throws SqliteError. */
export function confirmStep(db: Connection, step: StepRecord, digest: string): void {
  const sql = 'UPDATE approval_steps SET confirmed_digest = ? WHERE submission_id = ? AND place = ? AND attempt = ?'
  run(db, sql, [digest, step.submissionId, step.place, step.attempt])
}
