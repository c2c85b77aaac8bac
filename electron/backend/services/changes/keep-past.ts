import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Values } from '../../../../shared/catalogue/field.ts'
import { localDay } from '../../../../shared/domain/calendar.ts'
import { checkRegistrationNo } from '../../../../shared/domain/credit-code.ts'
import { bankAccountPath } from '../../../../shared/domain/key-boxes.ts'
import type { Connection } from '../../database/connection.ts'
import {
  addFormerName,
  addOldNumber,
  formerNamesOf,
  oldNumbersOf,
  turnBankAccount,
} from '../../repositories/card-past.ts'
import { creationOf } from '../../repositories/customers.ts'
import { type MergedWord, wordsOfMerged } from '../../repositories/merged-cards.ts'
import { duplicateKeys, type StoredMark } from '../../search/duplicate-keys.ts'
import { type SearchText, searchText } from '../../search/search-text.ts'

/**
 * Keeps what a card said before and what it must still be found by: 曾用名, 旧证号, bank accounts with their days. A name that is
 * put right on the day of the card's creation was a slip and never the firm's name. `at` is the instant. Throws SqliteError.
 */
export function keepPast(
  db: Connection,
  customerId: number,
  { changed, before, after }: { readonly changed: readonly Path[]; readonly before: Values; readonly after: Values },
  { by, at }: { readonly by: number; readonly at: string },
): void {
  const on = localDay(new Date(at))
  const ended = { customerId, until: on, by }
  const name = textAt(before, 'customer.name')
  if (changed.includes('customer.name') && name !== '' && !isMadeOn(db, customerId, on))
    addFormerName(db, { ...ended, name })
  for (const kind of ['businessRegNo', 'taxNo'] as const) {
    const [was, is] = [textAt(before, `customer.${kind}`), textAt(after, `customer.${kind}`)]
    // One code for another puts a slip right; a code in the place of something else ends a number.
    if (changed.includes(`customer.${kind}`) && was !== '' && !isCode(was) && isCode(is))
      addOldNumber(db, { ...ended, kind, number: was })
  }
  if (changed.includes(bankAccountPath)) turnBankAccount(db, customerId, textAt(after, bankAccountPath), on)
}

/** What a customer can be found by, also by what its card and those merged into it no longer say. Throws SqliteError. */
export function searchTextOf(db: Connection, customerId: number, values: Values): SearchText {
  const merged = wordsOfMerged(db, [customerId])
  const past = (kind: MergedWord['kind']) => merged.filter(word => word.kind === kind).map(({ text }) => text)
  const names = formerNamesOf(db, customerId).map(({ name }) => name)
  const numbers = oldNumbersOf(db, customerId).map(({ number }) => number)
  return searchText(values, [...names, ...past('name')], [...numbers, ...past('number')])
}

/** What a customer is compared by, also by what it was called before (rules 8, 17). Throws SqliteError. */
export function marksOf(db: Connection, customerId: number, values: Values): StoredMark[] {
  return duplicateKeys(
    values,
    formerNamesOf(db, customerId).map(({ name }) => name),
  )
}

const isCode = (number: string) => checkRegistrationNo(number).kind === 'creditCode'

function isMadeOn(db: Connection, customerId: number, day: string): boolean {
  const creation = creationOf(db, customerId)
  return creation !== undefined && localDay(new Date(creation.at)) === day
}
