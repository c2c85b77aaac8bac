import { valueAt } from '../../../shared/catalogue/derive/value.ts'
import type { Path, Value, Values } from '../../../shared/catalogue/field.ts'
import type { HistoryEntry } from '../../../shared/contract/shapes.ts'
import type { PastChange } from '../../../shared/domain/history.ts'
import { all, type Connection, run } from '../database/connection.ts'

/** One save as the history sees it; the first one, revision 1, follows from the record and the changes since, and is not written. */
export interface Save {
  readonly customerId: number
  readonly revision: number
  readonly at: string
  readonly by: number
  /** Who let it through, where somebody had to. */
  readonly approvedBy?: number
}

const insert = `
  INSERT INTO history (customer_id, revision, at, actor_id, approved_by, path, old, new)
  VALUES (@customerId, @revision, @at, @by, @approvedBy, @path, @old, @new)`

/** Writes one row per changed box. Throws SqliteError. */
export function addHistory(db: Connection, save: Save, paths: readonly Path[], before: Values, after: Values): void {
  for (const path of paths) {
    const old = JSON.stringify(valueAt(before, path))
    run(db, insert, {
      ...save,
      approvedBy: save.approvedBy ?? null,
      path,
      old,
      new: JSON.stringify(valueAt(after, path)),
    })
  }
}

const select = `
  SELECT h.id, h.revision, h.at, a.name AS by, p.name AS approvedBy, h.path, h.old, h.new,
    -- A change is carried out just before its request ends.
    coalesce((
      SELECT r.reason FROM change_requests r JOIN change_items i ON i.request_id = r.id AND i.path = h.path
      WHERE r.customer_id = h.customer_id AND r.state = 'approved' AND r.decided_by = h.approved_by AND r.decided_at >= h.at
      ORDER BY r.decided_at LIMIT 1
    ), m.reason) AS reason
  FROM history h JOIN actors a ON a.id = h.actor_id LEFT JOIN actors p ON p.id = h.approved_by
    LEFT JOIN merges m ON m.keep_id = h.customer_id AND m.keep_revision = h.revision
  WHERE h.customer_id = ? ORDER BY h.id DESC`

/** An entry as it is kept, with what the box said and the revision that the save led to. */
export interface StoredEntry extends Omit<HistoryEntry, 'isMasked' | 'importedFrom'> {
  readonly revision: number
}

interface StoredRow extends Omit<StoredEntry, 'from' | 'to'> {
  readonly old: string
  readonly new: string
}

/** Everything that was changed on a customer since it was made, newest first. Throws SqliteError. */
export function historyOf(db: Connection, customerId: number): StoredEntry[] {
  return all<StoredRow>(db, select, [customerId]).map(({ old, new: now, ...entry }) => ({
    ...entry,
    from: JSON.parse(old) as Value,
    to: JSON.parse(now) as Value,
  }))
}

const ofSave = `
  SELECT h.path, h.old, h.new FROM history h
    JOIN requests r ON r.customer_id = h.customer_id AND r.revision = h.revision AND r.at = h.at
  WHERE h.customer_id = @customerId AND h.revision = @revision AND h.actor_id = @by AND h.approved_by IS NULL AND h.at >= @since`

/** What somebody's save changed that led to a revision, where it was made since an instant; nothing of what an import, a merge or a change request stored. Throws SqliteError. */
export function changesOfSave(
  db: Connection,
  save: Pick<Save, 'customerId' | 'revision' | 'by'> & { readonly since: string },
): (PastChange & { readonly to: Value })[] {
  return all<Pick<StoredRow, 'path' | 'old' | 'new'>>(db, ofSave, save).map(({ path, old, new: now }) => ({
    path,
    from: JSON.parse(old) as Value,
    to: JSON.parse(now) as Value,
  }))
}

/** What was changed after a revision, newest first. Throws SqliteError. */
export function changesSince(db: Connection, customerId: number, revision: number): PastChange[] {
  const sql = 'SELECT path, old FROM history WHERE customer_id = ? AND revision > ? ORDER BY id DESC'
  return all<{ path: Path; old: string }>(db, sql, [customerId, revision]).map(({ path, old }) => ({
    path,
    from: JSON.parse(old) as Value,
  }))
}
