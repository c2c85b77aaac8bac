import type { Card } from '../../../../shared/contract/extra-calls.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { addMonths } from '../../../../shared/domain/calendar.ts'
import { cardFactsOf } from '../../repositories/card-facts.ts'
import { salespersonOf } from '../../repositories/credit-files.ts'
import { customerHead } from '../../repositories/customers.ts'
import { extraAnswersOf, extraBoxesInUse } from '../../repositories/extra-boxes.ts'
import { tagsOf } from '../../repositories/tags.ts'
import { namesIn } from '../applications/names.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, today } from '../context.ts'
import { policyOn } from '../policy/current-policy.ts'

/** What a card says besides the boxes of the forms. Throws CallFailure `not-found`. */
export function openCard(context: Context, { id }: Checked<'cards.open'>): Output<'cards.open'> {
  return cardAnswer(context, id)
}

/** The card of a customer as every call about it answers it. Throws CallFailure `not-found`. */
export function cardAnswer(context: Context, id: number): Card {
  const { db } = context
  const head = customerHead(db, id)
  const facts = cardFactsOf(db, id)
  if (!head || !facts) throw new CallFailure('not-found')
  const { filedOn, checkedOn, checkedBy, noCodeReason } = facts
  const inUse = new Set(extraBoxesInUse(db).map(box => String(box.id)))
  const answers = Object.entries(extraAnswersOf(db, id)).filter(([boxId]) => inUse.has(boxId))
  const salespersonId = salespersonOf(db, id)
  return {
    id,
    revision: head.revision,
    answers: Object.fromEntries(answers),
    tags: tagsOf(db, id),
    filedOn,
    checked: checkedOn === null ? null : { on: checkedOn, by: checkedBy ?? '' },
    isStale: !head.archived && (checkedOn ?? filedOn) <= staleUpTo(context),
    staleMonths: policyOn(db, today(context)).terms.staleMonths,
    noCodeReason,
    salesperson: salespersonId === null ? null : { id: salespersonId, name: namesIn(db)(salespersonId) },
    changedAt: head.changedAt,
  }
}

/** A card that was last known to be right on this day or before is stale (rules 21). ISO. */
export function staleUpTo(context: Pick<Context, 'db' | 'clock'>): string {
  const day = today(context)
  return addMonths(day, -policyOn(context.db, day).terms.staleMonths)
}
