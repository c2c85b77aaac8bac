import type { Condition, CustomerOrder } from '../../../shared/contract/list-shapes.ts'

/** What of the customers is listed and how, beside the search and the columns. */
export interface Look extends CustomerOrder {
  readonly archived: boolean
  readonly conditions: Condition[]
  /** The view that it came from. */
  readonly view: number | undefined
}

/** Where a person was in the list; kept while the window is open, so that coming back from a file finds the same place. */
interface Place {
  person: number | undefined
  look: Look | undefined
  current: number
}

/** The place in the list of this window. */
export const place: Place = { person: undefined, look: undefined, current: 0 }

/** Everybody, by pinyin. */
export const everybody: Look = {
  archived: false,
  conditions: [],
  sort: 'customer.name',
  descending: false,
  view: undefined,
}
