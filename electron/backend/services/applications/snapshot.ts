import type { Path, Value, Values } from '../../../../shared/catalogue/field.ts'
import type { BoxChange } from '../../../../shared/contract/application-calls.ts'
import { changedPaths, valueAt } from '../../../../shared/catalogue/derive/value.ts'
import { digestOf } from '../audit/canonical-json.ts'

/** Whether a box belongs to the facts that both forms share, which stay open while an application is in the chain. */
const isShared = (path: Path): boolean => !path.startsWith('credit.') && !path.startsWith('approvals.')

/** The boxes that the chain itself fills in, which are no answers of the filler. */
const isGranted = (path: Path): boolean =>
  path.startsWith('approvals.') || path === 'credit.approvedLimit' || path === 'credit.approvedGrade'

const filtered = (values: Values, keep: (path: Path) => boolean): Record<Path, Value> =>
  Object.fromEntries(Object.entries(values).filter(([path]) => keep(path)))

/** What the filler answers for, apart from what the chain writes. */
export function answersIn(values: Values): Values {
  return filtered(values, path => !isGranted(path))
}

/** The digest of the shared facts; a signature stands for the facts that its signer saw. */
export function factsDigest(values: Values): string {
  return digestOf(filtered(values, isShared))
}

/** The shared facts that differ: 提交后资料已变更. */
export function changedFacts(before: Values, after: Values): BoxChange[] {
  return changesBetween(filtered(before, isShared), filtered(after, isShared))
}

/** Every box of two cards that differs, numbers and dates of the forms themselves apart. */
export function changesBetween(before: Values, after: Values): BoxChange[] {
  return changedPaths(answersIn(before), answersIn(after))
    .filter(path => !formalities.has(path))
    .map(path => ({ path, from: valueAt(before, path), to: valueAt(after, path) }))
}

const formalities: ReadonlySet<Path> = new Set(['credit.cardNo', 'credit.filledBy', 'credit.filledOn'])

/** Whether nothing but remarks differs, so that the lower levels need not sign again (rules 14). */
export function onlyRemarksDiffer(changes: readonly BoxChange[]): boolean {
  return changes.every(({ path }) => path === 'credit.accounts.remarks')
}
