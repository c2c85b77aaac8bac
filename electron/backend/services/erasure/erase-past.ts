import type { Path, Value } from '../../../../shared/catalogue/field.ts'
import type { Draft } from '../../../../shared/contract/shapes.ts'
import type { Connection } from '../../database/connection.ts'
import { dropDraft } from '../../repositories/drafts.ts'
import { putDraftCells, putHistory, storedDrafts, storedHistory, storedMerges } from '../../repositories/erased-rows.ts'
import { erasedJson, type Going, leftOf } from './erased.ts'
import { type Forgetting, keyOf } from './forgetting.ts'

const nowhere: ReadonlySet<Path> = new Set()

/**
 * Takes the answers out of the history, whose rows stay: also out of what a merge wrote into a card that lives on its own again.
 * Answers how many rows said something. Throws SqliteError.
 */
export function eraseHistory(db: Connection, { boxes, parted, said, mentions: { blackOut } }: Forgetting): number {
  let count = 0
  const rewrite = (row: { id: number; old: string; new: string }, left: (json: string) => string) => {
    const [old, now] = [left(row.old), left(row.new)]
    if (old === row.old && now === row.new) return
    putHistory(db, row.id, { old, new: now })
    count += 1
  }
  const leftIn = (path: Path, json: string, going: Going) =>
    JSON.stringify(leftOf(path, JSON.parse(json) as Value, going))
  for (const [customerId, paths] of boxes)
    for (const row of storedHistory(db, customerId))
      rewrite(row, json => leftIn(row.path, json, { boxes: paths, blackOut }))
  for (const customerId of parted) {
    const merges = storedMerges(db, [customerId]).filter(({ keepId }) => keepId === customerId)
    const revisions = new Set(merges.flatMap(({ keepRevision, undoRevision }) => [keepRevision, undoRevision ?? 0]))
    for (const row of storedHistory(db, customerId)) {
      const isSaid = (json: string) => said.get(keyOf(row.path))?.has(json) === true
      const left = (json: string) =>
        isSaid(json) ? erasedJson(json) : leftIn(row.path, json, { boxes: nowhere, blackOut })
      if (revisions.has(row.revision)) rewrite(row, left)
    }
  }
  return count
}

/** Takes the boxes, and the person out of sentences, out of what was typed but not saved; answers out of how many drafts. Throws SqliteError. */
export function eraseDrafts(db: Connection, { boxes: all, mentions: { blackOut } }: Forgetting): number {
  let count = 0
  for (const [customerId, boxes] of all)
    for (const { key, cells } of storedDrafts(db, customerId)) {
      const typed = Object.entries(JSON.parse(cells) as Draft['cells'])
      const left = typed
        .filter(([path]) => !boxes.has(path))
        .map(([path, { from, value, entry }]) => {
          const told = (side: Value) => leftOf(path, side, { boxes, blackOut })
          return [path, { from: told(from), value: told(value), ...(entry !== undefined && { entry: told(entry) }) }]
        })
      const after = JSON.stringify(Object.fromEntries(left))
      if (after === JSON.stringify(Object.fromEntries(typed))) continue
      if (left.length === 0) dropDraft(db, key)
      else putDraftCells(db, key, after)
      count += 1
    }
  return count
}
