import { boxAt, personPath, personSubject } from '../catalogue/derive/paths.ts'
import { highestRow } from '../catalogue/derive/rows.ts'
import { isEmpty, sameValue, valueAt } from '../catalogue/derive/value.ts'
import type { Path, Value, Values } from '../catalogue/field.ts'
import type { HeldBox } from './merge.ts'
import { closedWhy, ownerSubject, type PersonalRules, subjectName } from './personal.ts'

/** What two cards together would say, and the key boxes that are asked for. */
interface Outcome {
  readonly values: Values
  readonly held: readonly HeldBox[]
}

/**
 * Leaves out of a merge what would come into a closed box of the surviving card: nobody of that name has agreed, or its purpose is not
 * recorded (rules 11). What that card says itself stays. `rules` are those of both cards, as their consents go on together.
 */
export function leaveClosedOut(
  keep: Values,
  { values, held }: Outcome,
  rules: PersonalRules,
): Outcome & { readonly closed: readonly Path[] } {
  const coming = Object.keys(values).filter(path => !isEmpty(values[path]) && !isOwn(keep, values, path))
  const closed = coming.filter(path => closedWhy(path, values, rules) !== undefined)
  const left: Record<Path, Value> = { ...values }
  for (const path of closed) left[path] = instead(keep, values, path)
  const asked = held.filter(({ path, to }) => closedWhy(path, { ...values, [path]: to }, rules) === undefined)
  const refused = held.filter(item => !asked.includes(item)).map(({ path }) => path)
  return {
    values: Object.fromEntries(Object.entries(left).filter(([, value]) => !isEmpty(value))),
    held: asked,
    closed: [...closed, ...refused],
  }
}

/** Whether the surviving card says this of the same person already, if in another row. */
function isOwn(keep: Values, values: Values, path: Path): boolean {
  if (sameValue(valueAt(keep, path), valueAt(values, path))) return true
  const box = boxAt(path)
  if (box?.record !== 'people' || box.row === undefined || box.position === undefined) return false
  const { row, position, field } = box
  const name = subjectName(values, personSubject(row, position))
  const places = Array.from({ length: highestRow(keep, new RegExp(`^people\\.${row}\\.(\\d+)\\.`)) }, (_, at) => at + 1)
  return places.some(
    place =>
      subjectName(keep, personSubject(row, place)) === name &&
      sameValue(valueAt(keep, personPath(row, place, field.key)), valueAt(values, path)),
  )
}

/** What stands there instead: a row of somebody else gets nothing of whoever stood there, nor does a health go on to another person. */
function instead(keep: Values, values: Values, path: Path): Value {
  const isOfOther = subjectName(keep, ownerSubject) !== subjectName(values, ownerSubject)
  if (path.startsWith('people.') || (path.startsWith('credit.owner.') && isOfOther)) return null
  return valueAt(keep, path)
}
