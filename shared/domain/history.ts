import { isBesideForms } from '../catalogue/derive/sections.ts'
import { isEmpty } from '../catalogue/derive/value.ts'
import type { Path, Value, Values } from '../catalogue/field.ts'

/** One changed box: what it said before and what it has said since. */
export interface PastChange {
  readonly path: Path
  readonly from: Value
}

/** For so long whoever saved can take the save back, unless something was changed since (rules 25). */
export const undoMinutes = 10

/** Takes changes back, the newest first, and so tells what a file said before all of them. */
export function rollBack(values: Values, newestFirst: readonly PastChange[]): Values {
  const past: Record<Path, Value> = { ...values }
  // What stands beside the forms, such as tags, has its history but is no part of the file.
  for (const { path, from } of newestFirst) if (!isBesideForms(path)) past[path] = from
  return Object.fromEntries(Object.entries(past).filter(([, value]) => !isEmpty(value)))
}
