import { isMasked, masking, maskOf, type ShownValues } from '../../../../shared/catalogue/derive/masking.ts'
import { mayRead, readable } from '../../../../shared/catalogue/derive/sections.ts'
import { isEmpty } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Value, Values } from '../../../../shared/catalogue/field.ts'
import type { VerificationFacts } from '../../../../shared/contract/attachment-calls.ts'
import { erasedMark } from '../../../../shared/domain/erased-mark.ts'
import { bankAccountPath } from '../../../../shared/domain/key-boxes.ts'
import type { Context } from '../context.ts'

type Looking = Pick<Context, 'actor' | 'clock' | 'reveals'>

/**
 * What a person is shown of a customer: the boxes that they may read, the delicate ones masked while they have not asked to see them
 * (rules 11). Boxes of `own`, which the person has just typed, are no secret from them.
 */
export function shownValues(
  context: Looking,
  customerId: number,
  values: Values,
  own: readonly Path[] = [],
): ShownValues {
  const isLifted = isRevealed(context, customerId)
  return masking(readable(values, context.actor.rights), path => isLifted || own.includes(path))
}

/** Whether the person sees what a box of a customer says. */
export function isShown(context: Looking, customerId: number, path: Path): boolean {
  return !isMasked(path) || isRevealed(context, customerId)
}

/**
 * What a box of a customer says or said, as the person may see it: its mask while they have not asked to see it. What is empty or
 * erased has nothing to hide.
 */
export function shownValue(context: Looking, customerId: number, path: Path, value: Value): Value {
  return isEmpty(value) || value === erasedMark || isShown(context, customerId, path) ? value : maskOf(path, value)
}

/** What a check found, with the account as a card shows it; nothing of it to whoever may not read accounts. */
export function shownFacts(context: Looking, customerId: number, facts: VerificationFacts): VerificationFacts | null {
  if (facts.item !== 'account') return facts
  if (!mayRead(bankAccountPath, context.actor.rights)) return null
  return { ...facts, accountNo: String(shownValue(context, customerId, bankAccountPath, facts.accountNo)) }
}

function isRevealed({ actor, clock, reveals }: Looking, customerId: number): boolean {
  return reveals.isLifted(actor.id, customerId, clock().getTime())
}
