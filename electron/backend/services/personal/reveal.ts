import { isMasked } from '../../../../shared/catalogue/derive/masking.ts'
import { readable } from '../../../../shared/catalogue/derive/sections.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { revealSeconds } from '../../../../shared/domain/personal.ts'
import { inTransaction } from '../../database/connection.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, may } from '../context.ts'

/** Lifts the mask, with its row of the log before anything is seen. Throws CallFailure `not-found`, `not-allowed`. */
export function reveal(context: Context, { customerId }: Checked<'personal.reveal'>): Output<'personal.reveal'> {
  const { db, actor, clock, reveals } = context
  if (!may(context, 'delicate.read') && !may(context, 'bank.read')) throw new CallFailure('not-allowed')
  const values = loadCustomerValues(db, customerId)
  if (!values) throw new CallFailure('not-found')
  const delicate = Object.entries(readable(values, actor.rights)).filter(([path]) => isMasked(path))
  inTransaction(db, () => {
    const facts = { boxes: String(delicate.length), seconds: String(revealSeconds) }
    audit(context, { action: 'personal.reveal', object: `customer:${customerId}`, facts })
  })
  reveals.lift(actor.id, customerId, clock().getTime() + revealSeconds * 1000)
  return { values: Object.fromEntries(delicate), seconds: revealSeconds }
}

/** Puts the mask back before the time is over. */
export function conceal(
  { actor, reveals }: Context,
  { customerId }: Checked<'personal.conceal'>,
): Output<'personal.conceal'> {
  reveals.drop(actor.id, customerId)
  return {}
}
