import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import type { duplicateCalls } from '../../../../shared/contract/duplicate-calls.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { customerHead } from '../../repositories/customers.ts'
import { saidAbout } from '../../repositories/duplicates.ts'
import { CallFailure } from '../call-failure.ts'
import type { Context } from '../context.ts'
import { isShown } from '../personal/shown-values.ts'
import type { ServiceTable } from '../service-table.ts'
import { endCustomerLink, linksOfCustomer, makeCustomerLink } from './link-customers.ts'
import { askedDuplicates } from './asked-duplicates.ts'
import { mayTakeBack, takeAnswerBack } from './take-back.ts'
import { answerPair, cancelScan, duplicatePairs, scanFile, scanState } from './worklist.ts'

/** Who a card would be once more, and who may let it through; what the screen masks is compared all the same. Throws SqliteError. */
function duplicatesOfCard(context: Context, { id, values }: Checked<'duplicates.ofCard'>): Output<'duplicates.ofCard'> {
  const { db } = context
  if (id === null) return askedDuplicates(db, values, undefined)
  const stored = Object.entries(loadCustomerValues(db, id) ?? {})
  const masked = Object.fromEntries(stored.filter(([path]) => !isShown(context, id, path)))
  return askedDuplicates(db, { ...masked, ...values }, id)
}

/** What was said about a customer and those that look alike (rules 8). Throws CallFailure `not-found`. */
function saidOfCustomer(context: Context, { customerId }: Checked<'duplicates.said'>): Output<'duplicates.said'> {
  const { db } = context
  if (!customerHead(db, customerId)) throw new CallFailure('not-found')
  const answers = saidAbout(db, customerId)
  return {
    answers: answers.map(({ id, customerNo, name, answer, reason, by, at }) => ({
      other: { id, customerNo, name },
      as: answer,
      reason,
      by,
      at,
      mayTakeBack: mayTakeBack(context, { answer }),
    })),
  }
}

export const duplicateServices = {
  'duplicates.ofCard': duplicatesOfCard,
  'duplicates.scan': scanFile,
  'duplicates.cancel': cancelScan,
  'duplicates.state': scanState,
  'duplicates.pairs': duplicatePairs,
  'duplicates.answer': answerPair,
  'duplicates.said': saidOfCustomer,
  'duplicates.takeBack': takeAnswerBack,
  'links.ofCustomer': linksOfCustomer,
  'links.make': makeCustomerLink,
  'links.end': endCustomerLink,
} satisfies Pick<ServiceTable, keyof typeof duplicateCalls>
