import { isMasked } from '../../../../shared/catalogue/derive/masking.ts'
import { readable } from '../../../../shared/catalogue/derive/sections.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { revealSeconds } from '../../../../shared/domain/personal.ts'
import { inTransaction } from '../../database/connection.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, may } from '../context.ts'
import { hiddenCells } from './draft-masks.ts'

/**
 * Lifts the mask of a card and of a draft that is being gone on with, with its row of the log before anything is seen.
 * @throws CallFailure `not-found`, `not-allowed`
 */
export function reveal(
  context: Context,
  { customerId, draftKey }: Checked<'personal.reveal'>,
): Output<'personal.reveal'> {
  const { db, actor, clock, reveals } = context
  if (!may(context, 'delicate.read') && !may(context, 'bank.read')) throw new CallFailure('not-allowed')
  const values = customerId === undefined ? {} : loadCustomerValues(db, customerId)
  if (!values || (customerId ?? draftKey) === undefined) throw new CallFailure('not-found')
  const delicate = Object.entries(readable(values, actor.rights)).filter(([path]) => isMasked(path))
  const cells = draftKey === undefined ? {} : hiddenCells(context, draftKey, customerId)
  inTransaction(db, () => {
    const boxes = new Set([...delicate.map(([path]) => path), ...Object.keys(cells)])
    const facts = { boxes: String(boxes.size), seconds: String(revealSeconds) }
    const object = customerId === undefined ? 'draft' : `customer:${customerId}`
    audit(context, { action: 'personal.reveal', object, facts })
  })
  if (customerId !== undefined) reveals.lift(actor.id, customerId, clock().getTime() + revealSeconds * 1000)
  return { values: Object.fromEntries(delicate), cells, seconds: revealSeconds }
}

/** Puts the mask back before the time is over. */
export function conceal(
  { actor, reveals }: Context,
  { customerId }: Checked<'personal.conceal'>,
): Output<'personal.conceal'> {
  reveals.drop(actor.id, customerId)
  return {}
}
