import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import type { duplicateCalls } from '../../../../shared/contract/duplicate-calls.ts'
import { rightsOf } from '../../../../shared/domain/roles.ts'
import { allAccounts } from '../../repositories/accounts.ts'
import type { Context } from '../context.ts'
import type { ServiceTable } from '../service-table.ts'
import { endCustomerLink, linksOfCustomer, makeCustomerLink } from './link-customers.ts'
import { openDuplicates } from './settle-duplicates.ts'
import { answerPair, cancelScan, duplicatePairs, scanFile, scanState } from './worklist.ts'

// More of them help nobody while a name is typed.
const mostShown = 20

/** Who a card would be once more, and who may let it through. Throws SqliteError. */
function duplicatesOfCard({ db }: Context, { id, values }: Checked<'duplicates.ofCard'>): Output<'duplicates.ofCard'> {
  const { certain, probable } = openDuplicates(db, values, id ?? undefined)
  return {
    certain: certain.slice(0, mostShown).map(({ kinds, ...other }) => ({ ...other, kinds: [...kinds] })),
    probable: probable.slice(0, mostShown).map(({ shared, ...other }) => ({ ...other, shared: [...shared] })),
    managers: allAccounts(db)
      .filter(({ disabled, roles }) => !disabled && rightsOf(roles.map(({ role }) => role)).has('duplicate.override'))
      .map(({ id: personId, name }) => ({ id: personId, name })),
  }
}

export const duplicateServices = {
  'duplicates.ofCard': duplicatesOfCard,
  'duplicates.scan': scanFile,
  'duplicates.cancel': cancelScan,
  'duplicates.state': scanState,
  'duplicates.pairs': duplicatePairs,
  'duplicates.answer': answerPair,
  'links.ofCustomer': linksOfCustomer,
  'links.make': makeCustomerLink,
  'links.end': endCustomerLink,
} satisfies Pick<ServiceTable, keyof typeof duplicateCalls>
