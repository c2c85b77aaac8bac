import type { Path } from '../../../shared/catalogue/field.ts'
import { rollBack } from '../../../shared/domain/history.ts'
import type { Checked, Output } from '../../../shared/contract/contract.ts'
import type { Saved } from '../../../shared/contract/shapes.ts'
import { loadCustomerValues } from '../repositories/customer-files.ts'
import { customerHead } from '../repositories/customers.ts'
import { changesSince } from '../repositories/history.ts'
import { doneRequest, type DoneRequest } from '../repositories/requests.ts'
import { CallFailure } from './call-failure.ts'
import type { Context } from './context.ts'
import { shownValues } from './personal/shown-values.ts'

type Asking = Pick<Context, 'db' | 'actor' | 'clock' | 'reveals'>

/** The answer that a command gave when it was carried out, with the file as it stood then; nothing when it never was. */
export function earlierAnswer(context: Asking, requestId: string): Saved | undefined {
  const done = doneRequest(context.db, requestId)
  return done && savedAnswer(context, done)
}

/** What a save answers: the record as it stands at the revision that the save led to, as far as the person may see it; `own` are boxes that they have just typed. */
export function savedAnswer(
  context: Asking,
  { customerId, revision, at }: DoneRequest,
  own: readonly Path[] = [],
): Saved {
  const { db } = context
  const head = customerHead(db, customerId)
  const present = loadCustomerValues(db, customerId)
  if (!head || !present) throw new CallFailure('not-found')
  const later = head.revision > revision ? changesSince(db, customerId, revision) : []
  const shown = shownValues(context, customerId, rollBack(present, later), own)
  return { id: customerId, customerNo: head.customerNo, revision, ...shown, savedAt: at }
}

/** Whether a command was carried out, asked after its answer was lost. */
export function requestOutcome(
  context: Context,
  { requestId }: Checked<'requests.outcome'>,
): Output<'requests.outcome'> {
  return { saved: earlierAnswer(context, requestId) ?? null }
}
