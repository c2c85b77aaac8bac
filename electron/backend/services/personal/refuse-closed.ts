import { isEmpty, sameValue, valueAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Values } from '../../../../shared/catalogue/field.ts'
import { type ClosedWhy, closedWhy, possibleClassOf } from '../../../../shared/domain/personal.ts'
import type { Connection } from '../../database/connection.ts'
import { CallFailure } from '../call-failure.ts'
import { personalRules } from './personal-rules.ts'

/**
 * Refuses answers in boxes that are closed (rules 11), by whatever road they come. A box can always be emptied, and what stands there
 * stays.
 * @throws CallFailure `purpose-missing`, `consent-missing` with the boxes
 */
export function refuseClosed(
  db: Connection,
  customerId: number | undefined,
  { before, after }: { readonly before: Values; readonly after: Values },
): void {
  const closed = closedAnswers(db, customerId, { before, after })
  for (const code of ['purpose-missing', 'consent-missing'] as const) {
    const fields = [...closed].filter(([, why]) => why === code).map(([path]) => path)
    if (fields.length > 0) throw new CallFailure(code, { fields })
  }
}

/** The boxes that are filled in although they are closed, with the reason. Throws SqliteError. */
export function closedAnswers(
  db: Connection,
  customerId: number | undefined,
  { before, after }: { readonly before: Values; readonly after: Values },
): ReadonlyMap<Path, ClosedWhy> {
  return closedAmong(db, customerId, { paths: filledIn(before, after), values: after })
}

/** The boxes among `paths` that are closed on a card that says `values`, with the reason. Throws SqliteError. */
export function closedAmong(
  db: Connection,
  customerId: number | undefined,
  { paths, values }: { readonly paths: readonly Path[]; readonly values: Values },
): ReadonlyMap<Path, ClosedWhy> {
  const closed = new Map<Path, ClosedWhy>()
  const personal = paths.filter(path => possibleClassOf(path) !== undefined)
  // Most saves touch nothing personal: they read nothing.
  if (personal.length === 0) return closed
  const rules = personalRules(db, customerId)
  for (const path of personal) {
    const why = closedWhy(path, values, rules)
    if (why) closed.set(path, why)
  }
  return closed
}

function filledIn(before: Values, after: Values): Path[] {
  return Object.keys(after).filter(
    path => !isEmpty(after[path]) && !sameValue(valueAt(before, path), valueAt(after, path)),
  )
}
