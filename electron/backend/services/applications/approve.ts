import { closesOn, validTo as lastDay } from '../../../../shared/domain/limits.ts'
import { moved } from '../../../../shared/domain/moves.ts'
import type { Terms } from '../../../../shared/domain/policy.ts'
import { type ApplicationRecord, applicationsOf, updateProgress } from '../../repositories/applications.ts'
import { settleReviewDemands } from '../../repositories/review-demands.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now, today } from '../context.ts'
import { limitFacts } from './limit-facts.ts'
import type { Case } from './load-case.ts'
import { withHistory, writeSignature } from './signature-box.ts'

type Grade = 'A' | 'B' | 'C'

/** From when to when a limit that is granted today holds, and for which grade. ISO days. */
export interface Validity {
  readonly from: string
  readonly to: string
  readonly grade: Grade | null
  readonly isFirst: boolean
}

/**
 * What the last signature decides: the grade of a standing limit, and its end, which is never later than the period of that grade
 * (rules 9). A temporary limit ends as asked for, a lowered one with the limit that it lowers.
 * @throws CallFailure `grade-missing`, `period-invalid`; `wrong-state` where nothing is left to lower
 */
export function validityOf(
  context: Context,
  { application }: Case,
  wish: { readonly grade: Grade | null; readonly validTo: string | null },
  terms: Terms,
): Validity {
  const day = today(context)
  const facts = limitFacts(context.db, application.customerId, terms, day)
  if (application.kind === 'temporary') {
    const { startsOn, endsOn } = application
    if (startsOn === null || endsOn === null || endsOn < day) throw new CallFailure('period-invalid')
    return { from: startsOn < day ? day : startsOn, to: endsOn, grade: null, isFirst: false }
  }
  if (application.kind === 'lowering') {
    // The limit may have ended while the application was in the chain; then there is nothing left to lower.
    if (facts.today.validTo === null || facts.today.validTo < day) throw new CallFailure('wrong-state')
    // What is lowered while only a part of it can be used stays so by itself: instants tell its origin, and clocks are set back.
    const isFirst = facts.today.standing < facts.today.approved
    return { from: day, to: facts.today.validTo, grade: facts.today.grade, isFirst }
  }
  const { grade } = wish
  if (grade === null) throw new CallFailure('grade-missing')
  const isFirst = isFirstLimit(facts.applications)
  const latest = lastDay(day, { grade, isFirst }, terms)
  const to = wish.validTo ?? latest
  if (to < day || to > latest) throw new CallFailure('period-invalid')
  return { from: day, to, grade, isFirst }
}

/** Whether no standing limit of a customer was ever opened by a paid invoice: until then every one opens in steps (rules 3). */
export function isFirstLimit(applications: readonly ApplicationRecord[]): boolean {
  return !applications.some(({ releasedOn }) => releasedOn !== null)
}

/** Puts a limit in force: it follows the one before without a gap or an overlap, settles reviews, and stands in its boxes. */
export function approve(
  context: Context,
  { application, steps }: Case,
  { from, to, grade, isFirst, granted }: Validity & { readonly granted: number },
): void {
  const { db } = context
  const state = moved(application.state, 'signLast')
  if (!state) throw new CallFailure('wrong-state')
  if (application.kind !== 'temporary') {
    for (const other of applicationsOf(db, application.customerId))
      if (takesThePlaceOf(other, from)) close(context, other, closesOn(from))
  }
  updateProgress(db, application.id, {
    state,
    decidedAt: now(context),
    approvedLimit: granted,
    approvedGrade: grade,
    validFrom: from,
    validTo: to,
    isFirst,
    withdrawalAskedAt: null,
    withdrawalReason: null,
  })
  if (application.kind === 'standing') {
    settleReviewDemands(db, application.customerId, from)
    for (const step of steps)
      if (step.signerId === null && step.state !== 'open' && step.state !== 'waiting')
        writeSignature(context, application.creditId, application.customerId, step)
    withHistory(context, application.customerId, () => undefined, {
      'credit.approvedLimit': granted,
      'credit.approvedGrade': grade,
    })
  }
  audit(context, {
    action: 'limit.grant',
    object: `application:${application.id}`,
    facts: {
      number: application.number,
      granted: String(granted),
      grade: grade ?? '',
      from,
      to,
      opens: isFirst ? 'inSteps' : 'atOnce',
    },
  })
}

/** A limit ends with a day, because another one follows. ISO day. */
function close(context: Context, { id, number }: ApplicationRecord, on: string): void {
  updateProgress(context.db, id, { closedOn: on })
  audit(context, { action: 'limit.close', object: `application:${id}`, facts: { number, on } })
}

/** A standing limit, lowered or not, that still holds on a day. */
function takesThePlaceOf({ kind, state, validTo, closedOn }: ApplicationRecord, from: string): boolean {
  return (
    kind !== 'temporary' && state === 'approved' && validTo !== null && validTo >= from && (closedOn ?? from) >= from
  )
}
