import type { Draft } from '../../../shared/contract/shapes.ts'
import { all, type Connection, one, run } from '../database/connection.ts'

/** A draft as it is kept, with every box in clear. */
export type StoredDraft = Omit<Draft, 'masked'>

/** A draft as it is put away; `by` is the id of the actor. */
export interface NewDraft extends Omit<StoredDraft, 'by'> {
  readonly by: number
}

const upsert = `
  INSERT INTO drafts (key, actor_id, revision, cells, saved_at) VALUES (@key, @by, @revision, @cells, @savedAt)
  ON CONFLICT (key) DO UPDATE SET actor_id = @by, revision = @revision, cells = @cells, saved_at = @savedAt`
const columns = `
  SELECT d.key, d.revision, d.cells, d.saved_at AS savedAt, a.name AS by FROM drafts d JOIN actors a ON a.id = d.actor_id`

/** Keeps what is typed but not saved; a later draft takes the place of an earlier one. Throws SqliteError. */
export function putDraft(db: Connection, draft: NewDraft): void {
  run(db, upsert, { ...draft, cells: JSON.stringify(draft.cells) })
}

/** The newest draft of a customer; each window keeps one of its own, and the next one is offered after it. Throws SqliteError. */
export function newestDraftOf(db: Connection, customerId: number): StoredDraft | undefined {
  const newest = `${columns} WHERE d.key GLOB ? ORDER BY d.saved_at DESC, d.key LIMIT 1`
  const row = one<DraftRow>(db, newest, [`customer:${customerId}:*`])
  return row && read(row)
}

/** Every draft of a customer, newest first. Throws SqliteError. */
export function draftsOf(db: Connection, customerId: number): StoredDraft[] {
  const sql = `${columns} WHERE d.key GLOB ? ORDER BY d.saved_at DESC, d.key`
  return all<DraftRow>(db, sql, [`customer:${customerId}:*`]).map(read)
}

/** Drafts of cards that were never saved, newest first. Throws SqliteError. */
export function newCardDrafts(db: Connection): StoredDraft[] {
  return all<DraftRow>(db, `${columns} WHERE d.key GLOB 'new:*' ORDER BY d.saved_at DESC, d.key`).map(read)
}

/** One draft by its key. Throws SqliteError. */
export function draftAt(db: Connection, key: string): StoredDraft | undefined {
  const row = one<DraftRow>(db, `${columns} WHERE d.key = ?`, [key])
  return row && read(row)
}

/** Drops a draft; one that is gone already is no mistake. Throws SqliteError. */
export function dropDraft(db: Connection, key: string): void {
  run(db, 'DELETE FROM drafts WHERE key = ?', [key])
}

interface DraftRow extends Omit<StoredDraft, 'cells'> {
  readonly cells: string
}

function read({ cells, ...draft }: DraftRow): StoredDraft {
  return { ...draft, cells: JSON.parse(cells) as Draft['cells'] }
}
