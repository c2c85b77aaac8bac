import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { addMonths } from '../../../../shared/domain/calendar.ts'
import { limitCourse } from '../../../../shared/domain/limits.ts'
import { applicationById, updateProgress } from '../../repositories/applications.ts'
import { creditHead, salespersonOf } from '../../repositories/credit-files.ts'
import { askersOf } from '../../repositories/involvement.ts'
import { audit } from '../audit/audit.ts'
import { logRefusals } from '../audit/log-refusals.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, today } from '../context.ts'
import { once } from '../once.ts'
import { policyOn } from '../policy/current-policy.ts'
import { excludedPersons } from './excluded-persons.ts'
import { frozenBy } from './frozen.ts'
import { limitFacts } from './limit-facts.ts'
import { namesIn, personOf } from './names.ts'
import { applicationRows } from './rows.ts'

const monthsAhead = 12

/** A customer's limit today, where it comes from, and what was ever asked for. Throws CallFailure `not-found`. */
export function limitsOfCustomer(
  context: Context,
  { customerId }: Checked<'limits.ofCustomer'>,
): Output<'limits.ofCustomer'> {
  const { db } = context
  const credit = creditHead(db, customerId)
  if (!credit) throw new CallFailure('not-found')
  const day = today(context)
  const { terms } = policyOn(db, day)
  const { applications, grants, demands, today: limit } = limitFacts(db, customerId, terms, day)
  const first = grants.map(({ from }) => from).sort()[0] ?? day
  return {
    today: limit,
    grants: grants.map(({ decidedAt: _decidedAt, card: _card, ...grant }) => grant),
    course: limitCourse(grants, demands, terms, first, addMonths(day, monthsAhead)),
    applications: applicationRows(context, applications),
    carried: [...credit.carried],
    frozenBy: frozenBy(applications, credit.id)?.id ?? null,
    salesperson: personOf(namesIn(db), salespersonOf(db, customerId)),
  }
}

/**
 * Opens the whole of a first limit, because one full invoice was paid on time by the customer's own account (rules 3).
 * @throws CallFailure `not-found`, `wrong-state`, `period-invalid` for a day that has not come or lies before the limit;
 *   `own-application` for whoever had a hand in it, which is logged
 */
export function releaseLimit(context: Context, input: Checked<'limits.release'>): Output<'limits.release'> {
  const { db } = context
  const object = `application:${input.applicationId}`
  return logRefusals(context, { action: 'refused.release', object }, () =>
    once(context, input.requestId, () => {
      const application = applicationById(db, input.applicationId)
      if (!application) throw new CallFailure('not-found')
      // Naming somebody else for the next limit makes nobody a stranger to this one.
      const hands = [...excludedPersons(db, application.customerId), ...askersOf(db, application.id)]
      if (hands.includes(context.actor.id)) throw new CallFailure('own-application')
      const { isFirst, releasedOn, validFrom } = application
      if (application.state !== 'approved' || !isFirst || releasedOn !== null || validFrom === null)
        throw new CallFailure('wrong-state')
      if (input.paidOn > today(context) || input.paidOn < validFrom) throw new CallFailure('period-invalid')
      updateProgress(db, application.id, { releasedOn: today(context) })
      audit(context, {
        action: 'limit.release',
        object,
        facts: { paidOn: input.paidOn, invoice: input.invoice },
      })
      return {}
    }),
  )
}
