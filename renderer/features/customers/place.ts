import type { Input } from '../../../shared/contract/contract.ts'

/** Where the person was in the list; kept while the window is open, so that coming back from a file finds the same place. */
export interface Place {
  sort: Input<'customers.list'>['sort']
  archived: boolean
  current: number
}

/** The place in the list of this window. */
export const place: Place = { sort: 'customer.name', archived: false, current: 0 }
