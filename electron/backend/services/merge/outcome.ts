import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { type MergeChoice, mergeOutcome } from '../../../../shared/domain/merge.ts'
import { leaveClosedOut } from '../../../../shared/domain/merge-closed.ts'
import { consentsInForce } from '../../repositories/consents.ts'
import type { Context } from '../context.ts'
import { personalRules } from '../personal/personal-rules.ts'
import { loadPair, type MergePair } from './load-pair.ts'

/**
 * What both cards together say by the choices made, without what would come into a closed box: whoever agreed on either card goes on
 * agreeing (rules 11, 22). Throws SqliteError.
 */
export function outcomeOf(
  { db }: Pick<Context, 'db'>,
  { keep, drop, items }: MergePair,
  choices: Readonly<Record<string, MergeChoice>>,
): ReturnType<typeof leaveClosedOut> {
  const own = personalRules(db, keep.head.id)
  const rules = { ...own, consents: [...own.consents, ...consentsInForce(db, drop.head.id)] }
  return leaveClosedOut(keep.values, mergeOutcome(keep.values, drop.values, items, choices), rules)
}

/** The boxes that choices would leave out. Throws CallFailure `not-found`. */
export function closedInMerge(
  context: Context,
  { a, b, choices }: Checked<'customers.mergeClosed'>,
): Output<'customers.mergeClosed'> {
  return { boxes: [...outcomeOf(context, loadPair(context, a, b), choices).closed] }
}
