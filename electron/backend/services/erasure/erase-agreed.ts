import type { Path, Value, Values } from '../../../../shared/catalogue/field.ts'
import type { Connection } from '../../database/connection.ts'
import { addErasedRecord } from '../../repositories/erasures.ts'
import { putMerge, putRequest, storedItems, storedMerges, storedRequests } from '../../repositories/erased-rows.ts'
import type { MergeRecord } from '../../repositories/merges.ts'
import { erasedJson, erasedValues, leftOf, textsReplaced } from './erased.ts'
import { type Forgetting, keyOf } from './forgetting.ts'

/**
 * Rewrites what merges keep. What they would put back into a box of the person is dropped, so that taking a merge back leaves the box as
 * it is. Answers how many. Throws SqliteError.
 */
export function eraseMerges(db: Connection, forgetting: Forgetting, erasureId: number): number {
  const { boxes, parted, mentions } = forgetting
  let count = 0
  for (const merge of storedMerges(db, [...boxes.keys(), ...parted])) {
    const keepBefore = rewritten(merge.keepBefore, boxes.get(merge.keepId), mentions)
    const dropBefore = rewritten(merge.dropBefore, boxes.get(merge.dropId), mentions)
    const changes = lastingChanges(merge.changes, boxes.get(merge.keepId), forgetting)
    if (keepBefore === merge.keepBefore && dropBefore === merge.dropBefore && changes === merge.changes) continue
    addErasedRecord(db, erasureId, 'merge', merge.id)
    putMerge(db, { id: merge.id, keepBefore, dropBefore, changes }, erasureId)
    count += 1
  }
  return count
}

function rewritten(json: string, boxes: ReadonlySet<Path> | undefined, { blackOut }: Forgetting['mentions']): string {
  const values = boxes && erasedValues(JSON.parse(json) as Values, { boxes, blackOut })
  return values ? JSON.stringify(values) : json
}

function lastingChanges(
  json: string,
  boxes: ReadonlySet<Path> | undefined,
  { said, mentions: { blackOut } }: Forgetting,
): string {
  const changes = Object.entries(JSON.parse(json) as MergeRecord['changes'])
  const isSaid = (path: Path, value: Value) => said.get(keyOf(path))?.has(JSON.stringify(value)) === true
  // A card that lives on its own again keeps what was its own.
  const lasting = changes.filter(([path, { from, to }]) =>
    boxes ? !boxes.has(path) : !isSaid(path, from) && !isSaid(path, to),
  )
  const told = lasting.map(([path, { from, to }]) => {
    const left = (value: Value) => leftOf(path, value, { boxes: boxes ?? new Set(), blackOut })
    return [path, { from: left(from), to: left(to) }]
  })
  const after = JSON.stringify(Object.fromEntries(told))
  return after === JSON.stringify(Object.fromEntries(changes)) ? json : after
}

/** Rewrites change requests and whom somebody called about them; answers how many. Throws SqliteError. */
export function eraseRequests(
  db: Connection,
  { boxes }: Forgetting,
  erasureId: number,
  left: (text: string) => string,
): number {
  let count = 0
  for (const [customerId, paths] of boxes)
    for (const { id, callback: stored } of storedRequests(db, customerId)) {
      const callback = stored === null ? null : JSON.stringify(textsReplaced(JSON.parse(stored), left))
      const items = storedItems(db, id)
        .filter(({ path }) => paths.has(path))
        .map(item => ({ item, erased: { path: item.path, old: erasedJson(item.old), new: erasedJson(item.new) } }))
        .filter(({ item, erased }) => item.old !== erased.old || item.new !== erased.new)
        .map(({ erased }) => erased)
      if (items.length === 0 && callback === stored) continue
      addErasedRecord(db, erasureId, 'changeRequest', id)
      putRequest(db, id, { callback, items }, erasureId)
      count += 1
    }
  return count
}
