import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import { valueAt } from '../../../shared/catalogue/derive/value.ts'
import type { Path, Value, Values } from '../../../shared/catalogue/field.ts'
import { storageProblem } from '../../../shared/domain/warnings.ts'
import type { Connection } from '../database/connection.ts'
import { holderOfNumber, uniquePaths } from '../repositories/customers.ts'
import { CallFailure } from './call-failure.ts'
import { canonical } from './canonical.ts'

/**
 * What a person typed, in the form it is stored in.
 * @throws CallFailure `invalid-input` with the boxes that no person fills or that do not take their value
 */
export function typedValues(typed: Values): Record<Path, Value> {
  const refused: Path[] = []
  const values: Record<Path, Value> = {}
  for (const [path, value] of Object.entries(typed)) {
    const box = boxAt(path)
    const stored = box && canonical(box.field, value)
    if (!box || box.field.setBy || stored === undefined) refused.push(path)
    else values[path] = stored
  }
  if (refused.length > 0) throw new CallFailure('invalid-input', { fields: refused })
  return values
}

/**
 * Refuses a file that can not be stored as it stands.
 * @throws CallFailure `name-missing` or `shares-over-100`, with the box
 */
export function refuseUnstorable(values: Values): void {
  const problem = storageProblem(values)
  if (problem) throw new CallFailure(problem.code, { fields: [problem.path] })
}

/**
 * Refuses numbers that another customer has.
 * @throws CallFailure `not-unique` with the boxes
 */
export function refuseTakenNumbers(db: Connection, values: Values, self?: number): void {
  const taken = uniquePaths.filter(path => {
    const value = valueAt(values, path)
    const holder = typeof value === 'string' ? holderOfNumber(db, path, value) : undefined
    return holder !== undefined && holder !== self
  })
  if (taken.length > 0) throw new CallFailure('not-unique', { fields: taken })
}
