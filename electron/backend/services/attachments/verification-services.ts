import { numberAt } from '../../../../shared/catalogue/derive/value.ts'
import type { attachmentCalls, VerificationState } from '../../../../shared/contract/attachment-calls.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { attachmentsOf } from '../../repositories/attachments.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { customerHead } from '../../repositories/customers.ts'
import { insertVerification } from '../../repositories/verifications.ts'
import { excludedPersons } from '../applications/excluded-persons.ts'
import { audit } from '../audit/audit.ts'
import { logRefusals } from '../audit/log-refusals.ts'
import { saltedDigest } from '../audit/salted-digest.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now, today } from '../context.ts'
import { once } from '../once.ts'
import { shownFacts } from '../personal/shown-values.ts'
import type { ServiceTable } from '../service-table.ts'
import { verificationOf } from './verification-of.ts'

/** The smallest limit there is: without an amount the items are shown that every limit needs. */
const anyAmount = 1 // 分

/** How the five items stand for an amount, or for what the card asks for. Throws CallFailure `not-found`. */
function listVerifications(
  context: Context,
  { customerId, amount }: Checked<'verifications.list'>,
): Output<'verifications.list'> {
  const asked = numberAt(loadCustomerValues(context.db, customerId) ?? {}, 'credit.requestedLimit')
  return { items: shownStates(context, customerId, amount ?? asked ?? anyAmount) }
}

/** The same items for the eyes of the person who asks. Throws CallFailure `not-found`. */
export function shownStates(context: Context, customerId: number, amount: number): VerificationState[] {
  return verificationOf(context, customerId, amount).map(state => ({
    ...state,
    facts: state.facts && shownFacts(context, customerId, state.facts),
  }))
}

/**
 * Records what somebody checked; an earlier check of the same item stays on record.
 * @throws CallFailure `not-found`, `archived`, `own-application` for whoever had a hand in the card, which is logged; `period-invalid`
 *   for a day to come; `invalid-input` for papers of another customer
 */
export function recordVerification(
  context: Context,
  { requestId, customerId, facts, checkedOn, note, files }: Checked<'verifications.record'>,
): Output<'verifications.record'> {
  const { db, actor } = context
  const object = `customer:${customerId}`
  const event = { object, facts: { item: facts.item, checkedOn } }
  return logRefusals(context, { ...event, action: 'refused.verification' }, () =>
    once(context, requestId, () => {
      const head = customerHead(db, customerId)
      if (!head) throw new CallFailure('not-found')
      if (head.archived) throw new CallFailure('archived')
      if (excludedPersons(db, customerId).has(actor.id)) throw new CallFailure('own-application')
      if (checkedOn > today(context)) throw new CallFailure('period-invalid', { fields: ['checkedOn'] })
      const papers = [...new Set(files)].sort((a, b) => a - b)
      const own = new Set(attachmentsOf(db, customerId).map(({ id }) => id))
      if (papers.some(id => !own.has(id))) throw new CallFailure('invalid-input', { fields: ['files'] })
      const check = { customerId, item: facts.item, checkedOn, verifierId: actor.id, facts: JSON.stringify(facts) }
      const id = insertVerification(db, { ...check, note: note || null, recordedAt: now(context) }, papers)
      const afterDigest = saltedDigest(context, object, {
        facts,
        checkedOn,
        verifierId: actor.id,
        note: note || null,
        papers,
      })
      const recorded = { ...event.facts, verification: String(id), papers: papers.join(' ') }
      audit(context, { object, action: 'verification.record', afterDigest, facts: recorded })
      return {}
    }),
  )
}

/** Who checked what of a customer. */
export const verificationServices = {
  'verifications.list': listVerifications,
  'verifications.record': recordVerification,
} satisfies Pick<ServiceTable, Extract<keyof typeof attachmentCalls, `verifications.${string}`>>
