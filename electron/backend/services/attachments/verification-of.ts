import type { VerificationState } from '../../../../shared/contract/attachment-calls.ts'
import { contactMarks } from '../../../../shared/domain/look-alike.ts'
import { speaksAgainst, verificationStates } from '../../../../shared/domain/verification-states.ts'
import { attachmentsOf } from '../../repositories/attachments.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { employeeContacts } from '../../repositories/look-alikes.ts'
import { verificationsOf } from '../../repositories/verifications.ts'
import { excludedPersons } from '../applications/excluded-persons.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, today } from '../context.ts'
import { policyOn } from '../policy/current-policy.ts'

/**
 * How far a customer is verified today for a limit of `amount` 分, item by item. What somebody checked who has, or has got since, a
 * hand in the application counts for nothing (rules 3), but what they found against the customer does: else naming a verifier on the
 * card would take a bad finding away. Throws CallFailure `not-found`.
 */
export function verificationOf(
  context: Pick<Context, 'db' | 'clock'>,
  customerId: number,
  amount: number,
  barred: ReadonlySet<number> = excludedPersons(context.db, customerId),
): VerificationState[] {
  const { db } = context
  const values = loadCustomerValues(db, customerId)
  if (!values) throw new CallFailure('not-found')
  const day = today(context)
  return verificationStates({
    values,
    amount,
    records: verificationsOf(db, customerId).filter(
      ({ facts, verifier }) => !barred.has(verifier.id) || speaksAgainst(facts),
    ),
    attachments: attachmentsOf(db, customerId),
    terms: policyOn(db, day).terms,
    today: day,
    staffPhones: employeeContacts(db).flatMap(({ phone }) => contactMarks({ phone }).map(({ mark }) => mark)),
  })
}
