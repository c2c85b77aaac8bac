import { mayRead } from '../../../../shared/catalogue/derive/sections.ts'
import type { changeCalls } from '../../../../shared/contract/change-calls.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { bankAccountPath } from '../../../../shared/domain/key-boxes.ts'
import { bankAccountsOf, formerNamesOf, oldNumbersOf } from '../../repositories/card-past.ts'
import { customerHead } from '../../repositories/customers.ts'
import { CallFailure } from '../call-failure.ts'
import type { Context } from '../context.ts'
import { shownValue } from '../personal/shown-values.ts'
import type { ServiceTable } from '../service-table.ts'
import { recordCallback } from './callback.ts'
import { approveChange, rejectChange, withdrawChange } from './decide-change.ts'
import { listChanges } from './list-changes.ts'
import { requestChange } from './request-change.ts'
import { duplicatesOfChange } from './settle-change.ts'

/** What a card no longer says. Throws CallFailure `not-found`. */
function pastOf(context: Context, { customerId }: Checked<'changes.past'>): Output<'changes.past'> {
  const { db, actor } = context
  if (!customerHead(db, customerId)) throw new CallFailure('not-found')
  return {
    formerNames: formerNamesOf(db, customerId),
    oldNumbers: oldNumbersOf(db, customerId),
    bankAccounts: mayRead(bankAccountPath, actor.rights) ? accountsShown(context, customerId) : [],
  }
}

function accountsShown(context: Context, customerId: number) {
  const shown = (account: string) => String(shownValue(context, customerId, bankAccountPath, account))
  return bankAccountsOf(context.db, customerId).map(past => ({ ...past, account: shown(past.account) }))
}

/** Change control of the card. */
export const changeServices = {
  'changes.request': requestChange,
  'changes.list': listChanges,
  'changes.callback': recordCallback,
  'changes.approve': approveChange,
  'changes.reject': rejectChange,
  'changes.withdraw': withdrawChange,
  'changes.duplicates': duplicatesOfChange,
  'changes.past': pastOf,
} satisfies Pick<ServiceTable, keyof typeof changeCalls>
