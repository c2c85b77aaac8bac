import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { normaliseBankAccount } from '../../../../shared/domain/contact.ts'
import { bankAccountPath } from '../../../../shared/domain/key-boxes.ts'
import { contactMarks } from '../../../../shared/domain/look-alike.ts'
import { localDay } from '../../../../shared/domain/calendar.ts'
import { putCallback } from '../../repositories/change-requests.ts'
import { employeeContacts } from '../../repositories/look-alikes.ts'
import { audit } from '../audit/audit.ts'
import { logRefusals } from '../audit/log-refusals.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, may, now, today } from '../context.ts'
import { once } from '../once.ts'
import { barredFrom, knownRequest, needsCallback, pendingRequest } from './known-request.ts'

/**
 * Records the call-back about another bank account (rules 3 c, 17). The number was found independently and belongs to nobody of the
 * house. Who calls does not see the account that was asked for: the customer says it, and the program compares.
 * @throws CallFailure `not-found`, `wrong-state`; `own-application`, `not-allowed`, which are logged; `period-invalid` for a day to
 *   come or before the request; `invalid-input` for the telephone of an employee
 */
export function recordCallback(context: Context, input: Checked<'changes.callback'>): Output<'changes.callback'> {
  const { db, actor } = context
  const { requestId, id, accountHeard, phone, source, spokeWith, calledOn } = input
  const object = `customer:${knownRequest(db, id).customerId}`
  const refused = { action: 'refused.change', object, facts: { change: String(id) } }
  return logRefusals(context, refused, () =>
    once(context, requestId, () => {
      const request = knownRequest(db, id)
      if (barredFrom(db, request).has(actor.id)) throw new CallFailure('own-application')
      if (!may(context, 'change.approve') && !may(context, 'approval.verify')) throw new CallFailure('not-allowed')
      if (!needsCallback(pendingRequest(db, id))) throw new CallFailure('wrong-state')
      if (calledOn > today(context) || calledOn < localDay(new Date(request.requestedAt)))
        throw new CallFailure('period-invalid', { fields: ['calledOn'] })
      if (isOfTheHouse(db, phone)) throw new CallFailure('invalid-input', { fields: ['phone'] })
      const asked = request.items.find(({ path }) => path === bankAccountPath)?.to
      // An account that is to be taken off the card is confirmed by the one that it takes off.
      const expected = asked ?? request.items.find(({ path }) => path === bankAccountPath)?.from
      const agrees = normaliseBankAccount(accountHeard) === expected
      const at = now(context)
      putCallback(db, id, { phone, source, spokeWith, calledOn, agrees }, { by: actor.id, at })
      audit(context, {
        action: 'change.callback',
        object,
        facts: { change: String(id), on: calledOn, result: agrees ? 'agrees' : 'differs' },
      })
      return { agrees }
    }),
  )
}

function isOfTheHouse(db: Context['db'], phone: string): boolean {
  const staff = employeeContacts(db).flatMap(contact => contactMarks({ phone: contact.phone }).map(({ mark }) => mark))
  return contactMarks({ phone }).some(({ mark }) => staff.includes(mark))
}
