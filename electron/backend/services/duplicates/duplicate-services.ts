import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import type { duplicateCalls } from '../../../../shared/contract/duplicate-calls.ts'
import type { Context } from '../context.ts'
import type { ServiceTable } from '../service-table.ts'
import { openDuplicates } from './settle-duplicates.ts'

// More of them help nobody while a name is typed.
const mostShown = 20

/** Who a card would be once more. Throws SqliteError. */
function duplicatesOfCard({ db }: Context, { id, values }: Checked<'duplicates.ofCard'>): Output<'duplicates.ofCard'> {
  const { certain, probable } = openDuplicates(db, values, id ?? undefined)
  return {
    certain: certain.slice(0, mostShown).map(({ kinds, ...other }) => ({ ...other, kinds: [...kinds] })),
    probable: probable.slice(0, mostShown).map(({ shared, ...other }) => ({ ...other, shared: [...shared] })),
  }
}

export const duplicateServices = {
  'duplicates.ofCard': duplicatesOfCard,
} satisfies Pick<ServiceTable, keyof typeof duplicateCalls>
