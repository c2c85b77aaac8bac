import { isMasked, masking, type ShownValues } from '../../../../shared/catalogue/derive/masking.ts'
import { readable } from '../../../../shared/catalogue/derive/sections.ts'
import type { Path, Values } from '../../../../shared/catalogue/field.ts'
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

function isRevealed({ actor, clock, reveals }: Looking, customerId: number): boolean {
  return reveals.isLifted(actor.id, customerId, clock().getTime())
}
