import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { addWorkingDays } from '../../../../shared/domain/calendar.ts'
import { answerDays } from '../../../../shared/domain/personal.ts'
import { saysWhy } from '../../../../shared/domain/policy.ts'
import { endRequest, insertRequest, requestById } from '../../repositories/personal-requests.ts'
import { audit } from '../audit/audit.ts'
import { saltedDigest } from '../audit/salted-digest.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now, today } from '../context.ts'
import { once } from '../once.ts'
import { nameOf } from './consent-services.ts'

/**
 * Notes what a person asked for; the days until it is due are counted from the day it came in.
 * @throws CallFailure `not-found`, also for a person without a name; `period-invalid` for a day to come
 */
export function recordRequest(
  context: Context,
  { requestId, customerId, subject, kind, receivedOn, note }: Checked<'personal.request'>,
): Output<'personal.request'> {
  const { db, actor } = context
  return once(context, requestId, () => {
    const name = nameOf(context, customerId, subject)
    if (receivedOn > today(context)) throw new CallFailure('period-invalid', { fields: ['receivedOn'] })
    const dueOn = addWorkingDays(receivedOn, answerDays)
    const asked = { customerId, subject, name, kind, receivedOn, dueOn, note: note || null }
    const id = insertRequest(db, { ...asked, at: now(context), by: actor.id })
    const object = `customer:${customerId}`
    audit(context, {
      action: 'personal.request',
      object,
      afterDigest: saltedDigest(context, object, asked),
      facts: { request: String(id), subject, kind, on: receivedOn, due: dueOn },
    })
    return { id, dueOn }
  })
}

/**
 * Ends a request with what came of it.
 * @throws CallFailure `not-found`; `wrong-state` where it has ended; `reason-missing` for a refusal without one
 */
export function closeRequest(
  context: Context,
  { requestId, id, done, outcome }: Checked<'personal.closeRequest'>,
): Output<'personal.closeRequest'> {
  const { db, actor } = context
  return once(context, requestId, () => {
    const request = requestById(db, id)
    if (!request) throw new CallFailure('not-found')
    if (request.state !== 'open') throw new CallFailure('wrong-state')
    if (!done && !saysWhy(outcome)) throw new CallFailure('reason-missing', { fields: ['outcome'] })
    endRequest(db, id, { state: done ? 'done' : 'refused', outcome, at: now(context), by: actor.id })
    const object = `customer:${request.customerId}`
    audit(context, {
      action: done ? 'personal.done' : 'personal.refuse',
      object,
      // What is written about a person stands in the log as a digest only, so that it can be forgotten.
      afterDigest: saltedDigest(context, object, { id, outcome }),
      facts: { request: String(id), kind: request.kind, subject: request.subject },
    })
    return {}
  })
}
