import { isEmpty } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Values } from '../../../../shared/catalogue/field.ts'
import { isKeyBox } from '../../../../shared/domain/key-boxes.ts'
import type { Connection } from '../../database/connection.ts'
import { CallFailure } from '../call-failure.ts'
import type { Context } from '../context.ts'
import { isControlled, isSettled } from './formal.ts'

/**
 * Refuses a plain save of key boxes that are under change control; filling an empty one is no change (rules 17).
 * @throws CallFailure `needs-change-request` with the boxes
 */
export function refuseKeyBoxes(context: Context, id: number, changed: readonly Path[], before: Values): void {
  const fields = replaced(changed, before)
  if (fields.length > 0 && isControlled(context, id)) throw new CallFailure('needs-change-request', { fields })
}

/**
 * The same for whatever is not typed box by box, such as an import: it never puts a slip right in a card of today.
 * @throws CallFailure `needs-change-request` with the boxes
 */
export function refuseKeyBoxesOfFormal(db: Connection, id: number, changed: readonly Path[], before: Values): void {
  const fields = replaced(changed, before)
  if (fields.length > 0 && isSettled(db, id)) throw new CallFailure('needs-change-request', { fields })
}

function replaced(changed: readonly Path[], before: Values): Path[] {
  return changed.filter(path => isKeyBox(path) && !isEmpty(before[path]))
}
