import type { Person } from '../../../../shared/contract/people-shapes.ts'
import type { AccountRecord } from '../../repositories/accounts.ts'

/** The person behind an account, with the name they have now. */
export function personOf(accounts: readonly AccountRecord[], id: number): Person {
  return { id, name: accounts.find(account => account.id === id)?.name ?? '' }
}
