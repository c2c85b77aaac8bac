import type { Path, Value, Values } from '../../../shared/catalogue/field.ts'
import { all, type Connection, one, run } from '../database/connection.ts'
import type { TakenExtras } from './merged-extras.ts'

/** What a merge changed beside the boxes; ids and days as they were before, so that taking it back finds the way. */
export interface Traces {
  /** Since when the dropped card had been put aside before. */
  readonly archivedAt: string | null
  /** The KH002 of the surviving card, and its answers that still had to be confirmed. */
  readonly creditId: number | null
  readonly carried: readonly Path[]
  /** The salesperson that the surviving card got, because it had none. */
  readonly salespersonId: number | null
  /** Limits that the merge ended, with the day on which they were to end before. */
  readonly closed: readonly { readonly applicationId: number; readonly closedOn: string | null }[]
  /** Answers to boxes of the company's own, and tags, that the surviving card got. */
  readonly extras: TakenExtras
  /** Reviews that it asked for. */
  readonly demands: readonly number[]
  /** The change request for key boxes that stood. */
  readonly request: number | null
}

/** A merge as it is kept. */
export interface MergeRecord {
  readonly id: number
  readonly keepId: number
  readonly dropId: number
  readonly mergedAt: string
  readonly mergedBy: number
  readonly reason: string
  readonly keepBefore: Values
  readonly dropBefore: Values
  readonly changes: Readonly<Record<Path, { readonly from: Value; readonly to: Value }>>
  readonly traces: Traces
  readonly keepRevision: number
  readonly undoneAt: string | null
  readonly undoneBy: number | null
}

const json = ['keepBefore', 'dropBefore', 'changes', 'traces'] as const
type StoredMerge = Omit<MergeRecord, (typeof json)[number]> & Record<(typeof json)[number], string>

const select = `SELECT id, keep_id AS keepId, drop_id AS dropId, merged_at AS mergedAt, merged_by AS mergedBy, reason,
  keep_before AS keepBefore, drop_before AS dropBefore, changes, traces, keep_revision AS keepRevision, undone_at AS undoneAt,
  undone_by AS undoneBy FROM merges`

const read = ({ keepBefore, dropBefore, changes, traces, ...merge }: StoredMerge): MergeRecord => ({
  ...merge,
  keepBefore: JSON.parse(keepBefore) as Values,
  dropBefore: JSON.parse(dropBefore) as Values,
  changes: JSON.parse(changes) as MergeRecord['changes'],
  // Merges of earlier versions asked for nothing.
  traces: { request: null, ...(JSON.parse(traces) as Omit<Traces, 'request'>) },
})

/** One merge, or nothing where there is none of this id. Throws SqliteError. */
export function mergeById(db: Connection, id: number): MergeRecord | undefined {
  const row = one<StoredMerge>(db, `${select} WHERE id = ?`, [id])
  return row && read(row)
}

/** Every merge in which one of these cards had a part, newest first. Throws SqliteError. */
export function mergesOf(db: Connection, cards: readonly number[]): MergeRecord[] {
  const these = '(SELECT value FROM json_each(@cards))'
  const sql = `${select} WHERE keep_id IN ${these} OR drop_id IN ${these} ORDER BY id DESC`
  return all<StoredMerge>(db, sql, { cards: JSON.stringify(cards) }).map(read)
}

/** The card that a card itself was merged into, by the merge that has not been taken back. Throws SqliteError. */
export function mergedDirectly(db: Connection, dropId: number): number | undefined {
  const sql = 'SELECT keep_id AS keepId FROM merges WHERE drop_id = ? AND undone_at IS NULL'
  return one<{ keepId: number }>(db, sql, [dropId])?.keepId
}

const insert = `
  INSERT INTO merges (keep_id, drop_id, merged_at, merged_by, reason, keep_before, drop_before, changes, traces, keep_revision)
  VALUES (@keepId, @dropId, @mergedAt, @mergedBy, @reason, @keepBefore, @dropBefore, @changes, @traces, @keepRevision)`

/** Keeps a merge; answers its id. Throws SqliteError. */
export function insertMerge(
  db: Connection,
  { keepBefore, dropBefore, changes, traces, ...merge }: Omit<MergeRecord, 'id' | 'undoneAt' | 'undoneBy'>,
): number {
  return run(db, insert, {
    ...merge,
    keepBefore: JSON.stringify(keepBefore),
    dropBefore: JSON.stringify(dropBefore),
    changes: JSON.stringify(changes),
    traces: JSON.stringify(traces),
  }).id
}

/** Notes that a merge was taken back; `revision` is what that made of the surviving card. Throws SqliteError. */
export function putUndone(db: Connection, id: number, undone: { at: string; by: number; revision: number }): void {
  run(db, 'UPDATE merges SET undone_at = @at, undone_by = @by, undo_revision = @revision WHERE id = @id', {
    id,
    ...undone,
  })
}

/** The numbers of applications of these cards that were submitted, or whose limit was opened, after an instant. Throws SqliteError. */
export function decidedSince(db: Connection, cards: readonly number[], at: string): string[] {
  const sql = `SELECT a.number FROM applications a WHERE a.customer_id IN (SELECT value FROM json_each(@cards)) AND (
      EXISTS (SELECT 1 FROM submissions s WHERE s.application_id = a.id AND s.submitted_at > @at)
      OR EXISTS (SELECT 1 FROM audit_log l WHERE l.object = 'application:' || a.id AND l.action = 'limit.release' AND l.at > @at))
    ORDER BY a.id`
  return all<{ number: string }>(db, sql, { cards: JSON.stringify(cards), at }).map(({ number }) => number)
}
