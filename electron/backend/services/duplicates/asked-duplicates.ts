import type { Values } from '../../../../shared/catalogue/field.ts'
import type { FoundDuplicates } from '../../../../shared/contract/duplicate-calls.ts'
import { rightsOf } from '../../../../shared/domain/roles.ts'
import type { Connection } from '../../database/connection.ts'
import { allAccounts } from '../../repositories/accounts.ts'
import { openDuplicates } from './settle-duplicates.ts'

// More of them help nobody while a name is typed.
const mostShown = 20

/** Who a card with these values would be once more, as a person is asked about it; `id` is the customer whose card it is. Throws SqliteError. */
export function askedDuplicates(db: Connection, values: Values, id: number | undefined): FoundDuplicates {
  const { certain, probable } = openDuplicates(db, values, id)
  return {
    certain: certain.slice(0, mostShown).map(({ kinds, ...other }) => ({ ...other, kinds: [...kinds] })),
    probable: probable.slice(0, mostShown).map(({ shared, ...other }) => ({ ...other, shared: [...shared] })),
    managers: allAccounts(db)
      .filter(({ disabled, roles }) => !disabled && rightsOf(roles.map(({ role }) => role)).has('duplicate.override'))
      .map(({ id: personId, name }) => ({ id: personId, name })),
  }
}
