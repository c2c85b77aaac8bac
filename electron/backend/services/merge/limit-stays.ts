import { changedPaths, textAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Values } from '../../../../shared/catalogue/field.ts'
import { addDays } from '../../../../shared/domain/calendar.ts'
import { normaliseRegistrationNo } from '../../../../shared/domain/credit-code.ts'
import { closesOn } from '../../../../shared/domain/limits.ts'
import { isSameName } from '../../../../shared/domain/names.ts'
import { applicationById, type ApplicationRecord, updateProgress } from '../../repositories/applications.ts'
import { dropReviewDemand, insertReviewDemand } from '../../repositories/review-demands.ts'
import type { Traces } from '../../repositories/merges.ts'
import { reviewCauses } from '../applications/after-save.ts'
import { audit } from '../audit/audit.ts'
import { type Context, today } from '../context.ts'
import { policyOn } from '../policy/current-policy.ts'
import type { MergePair } from './load-pair.ts'

/**
 * Limits do not add up: of two that stand the higher one ends, with its temporary ones, so that no day to come raises the lower one
 * again without an approval (rules 22). Answers what was ended.
 */
export function closeHigherLimit(context: Context, { keep, drop, limitFrom }: MergePair): Traces['closed'] {
  if (limitFrom === null) return []
  const day = today(context)
  const higher = limitFrom === 'keep' ? drop : keep
  return higher.limits.applications
    .filter(application => isLiving(application, day))
    .map(application => {
      const on = closesOn(day)
      updateProgress(context.db, application.id, { closedOn: on })
      logClosing(context, 'limit.close', application, on)
      return { applicationId: application.id, closedOn: application.closedOn }
    })
}

const isLiving = ({ state, validTo, closedOn }: ApplicationRecord, day: string) =>
  state === 'approved' && (closedOn ?? validTo ?? '') >= day

/** Lets limits go on that a merge ended. Throws SqliteError. */
export function reopenLimits(context: Context, { closed }: Traces): void {
  for (const { applicationId, closedOn } of closed) {
    updateProgress(context.db, applicationId, { closedOn })
    const application = applicationById(context.db, applicationId)
    if (application) logClosing(context, 'limit.reopen', application, closedOn ?? '')
  }
}

function logClosing(context: Context, action: string, { id, number }: ApplicationRecord, on: string): void {
  audit(context, { action, object: `application:${id}`, facts: { number, on } })
}

/**
 * The limit that stays was approved for one of the cards. What the merged card says otherwise than that one about who the customer is,
 * who leads it and where its account is asks for a review, as a change would have (rules 9). Answers the demands.
 */
export function demandReviews(context: Context, { keep, drop, limitFrom }: MergePair, after: Values): number[] {
  if (limitFrom === null) return []
  const { db } = context
  const approved = limitFrom === 'keep' ? keep.values : drop.values
  const day = today(context)
  const { terms } = policyOn(db, day)
  const causes = reviewCauses(changedPaths(approved, after), approved, after)
  if (!isSameFirm(approved, after)) causes.push('merge')
  return causes.map(cause => {
    const customerId = keep.head.id
    audit(context, { action: 'review.demand', object: `customer:${customerId}`, facts: { cause } })
    return insertReviewDemand(db, { customerId, cause, happenedOn: day, dueOn: addDays(day, terms.reviewDays) })
  })
}

function isSameFirm(a: Values, b: Values): boolean {
  const code = (values: Values) => normaliseRegistrationNo(textAt(values, 'customer.businessRegNo'))
  return isSameName(textAt(a, 'customer.name'), textAt(b, 'customer.name')) && (code(a) === '' || code(a) === code(b))
}

/** Takes the reviews back that a merge asked for. Throws SqliteError. */
export function dropDemands(context: Context, { demands }: Traces): void {
  for (const id of demands) dropReviewDemand(context.db, id)
}
