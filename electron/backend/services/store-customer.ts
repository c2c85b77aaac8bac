import { overallCompleteness } from '../../../shared/catalogue/derive/completeness.ts'
import { textAt } from '../../../shared/catalogue/derive/value.ts'
import type { Path, Values } from '../../../shared/catalogue/field.ts'
import type { Connection } from '../database/connection.ts'
import { type Bookkeeping, insertCustomerFile, updateCustomerFile } from '../repositories/customer-files.ts'
import { putSearchText } from '../repositories/customer-search.ts'
import { addHistory } from '../repositories/history.ts'
import { addMarks, putMarks } from '../repositories/look-alikes.ts'
import { nameReadings } from '../search/pinyin.ts'
import { isSearched, searchText } from '../search/search-text.ts'
import { duplicateKeys, isCompared } from '../search/duplicate-keys.ts'
import { rememberFormal } from './changes/formal.ts'
import { keepPast, marksOf, searchTextOf } from './changes/keep-past.ts'
import { lookAnew } from './duplicates/list-anew.ts'

/** Who stores, and when; a key box that somebody asked to change is stored in the name of that person, with whoever approved it. */
export interface Writing {
  readonly by: number
  readonly at: string
  readonly approvedBy?: number
}

/** Stores a new customer with everything that hangs on it, inside the caller's transaction; answers its id. */
export function storeNewCustomer(db: Connection, values: Values, writing: Writing): number {
  const id = insertCustomerFile(db, values, bookkeeping(values, writing))
  putSearchText(db, id, searchText(values))
  addMarks(db, id, duplicateKeys(values))
  keepPast(db, id, { changed: Object.keys(values), before: {}, after: values }, writing)
  return id
}

/** Stores changed boxes with everything that hangs on them, inside the caller's transaction; `revision` is the new one. */
export function storeChanges(
  db: Connection,
  id: number,
  revision: number,
  { changed, before, after }: { changed: readonly Path[]; before: Values; after: Values },
  writing: Writing,
): void {
  const book = { completeness: overallCompleteness(after), at: writing.at, by: writing.by }
  const nameSort = changed.includes('customer.name') ? nameSortOf(after) : undefined
  updateCustomerFile(db, id, after, changed, { ...book, nameSort })
  keepPast(db, id, { changed, before, after }, writing)
  if (changed.some(isCompared)) {
    putMarks(db, id, marksOf(db, id, after))
    lookAnew(db, id)
  }
  rememberFormal(db, id, after, writing.at)
  if (changed.some(isSearched)) putSearchText(db, id, searchTextOf(db, id, after))
  addHistory(db, { customerId: id, revision, ...writing }, changed, before, after)
}

function bookkeeping(values: Values, { by, at }: Writing): Bookkeeping {
  return {
    completeness: overallCompleteness(values),
    nameSort: nameSortOf(values),
    at,
    by,
  }
}

function nameSortOf(values: Values): string {
  return nameReadings(textAt(values, 'customer.name')).sortKey
}
