import { overallCompleteness } from '../../../../shared/catalogue/derive/completeness.ts'
import type { Path, Value, Values } from '../../../../shared/catalogue/field.ts'
import { erasedMark } from '../../../../shared/domain/erased-mark.ts'
import { isErasable } from '../../../../shared/domain/erasure.ts'
import { accountPath } from '../../../../shared/domain/personal.ts'
import type { Connection } from '../../database/connection.ts'
import { loadCustomerValues, updateCustomerFile } from '../../repositories/customer-files.ts'
import { putSearchText } from '../../repositories/customer-search.ts'
import { customerHead } from '../../repositories/customers.ts'
import {
  addErasedHistory,
  emptyCreditFiles,
  eraseAccountsOf,
  erasePastAccount,
  lastChange,
} from '../../repositories/erased-rows.ts'
import { creditTextsOf, putCreditText } from '../../repositories/free-texts.ts'
import { putMarks } from '../../repositories/look-alikes.ts'
import { marksOf, searchTextOf } from '../changes/keep-past.ts'
import { leftOf } from './erased.ts'
import type { Forgetting } from './forgetting.ts'

/** In whose name an erasure writes. */
export interface Erasing {
  readonly erasureId: number
  readonly at: string
  readonly by: number
}

/** A card that says less than it did, and the boxes that say nothing any more. */
export interface ErasedCard {
  readonly customerId: number
  readonly changed: readonly Path[]
  readonly before: Values
  readonly after: Values
}

/**
 * Erases boxes of cards as they stand, with what the cards are found and compared by; that they were erased stands in the history.
 * Sentences in other boxes are left without the person. Answers how many boxes said something, how many sentences spoke of the person,
 * and the cards that were changed. Throws SqliteError.
 */
export function eraseCards(
  db: Connection,
  { boxes, mentions: { blackOut } }: Forgetting,
  erasing: Erasing,
): { readonly count: number; readonly texts: number; readonly cards: readonly ErasedCard[] } {
  let [count, texts] = [0, 0]
  const cards: ErasedCard[] = []
  for (const [customerId, paths] of boxes) {
    const values = loadCustomerValues(db, customerId) ?? {}
    const gone = Object.keys(values).filter(path => paths.has(path) && isErasable(values[path]))
    const said = Object.keys(values).filter(
      path => !paths.has(path) && leftOf(path, values[path] ?? null, { boxes: paths, blackOut }) !== values[path],
    )
    const left = said.map((path): [Path, Value] => [
      path,
      leftOf(path, values[path] ?? null, { boxes: paths, blackOut }),
    ])
    if (gone.length + said.length > 0)
      cards.push(eraseCard(db, customerId, { values, gone, left: Object.fromEntries(left) }, erasing))
    const keys = [...paths].flatMap(path => (path.startsWith('credit.') ? [path.slice('credit.'.length)] : []))
    const earlier = emptyCreditFiles(db, customerId, new Set(keys))
    for (const text of creditTextsOf(db, customerId)) {
      const blacked = blackOut(text.text)
      if (blacked === text.text) continue
      putCreditText(db, text, blacked)
      texts += 1
    }
    count += gone.length + earlier
    texts += said.length
  }
  return { count, texts, cards }
}

function eraseCard(
  db: Connection,
  customerId: number,
  { values, gone, left }: { readonly values: Values; readonly gone: readonly Path[]; readonly left: Values },
  erasing: Erasing,
): ErasedCard {
  const lost = new Set(gone)
  const after = { ...Object.fromEntries(Object.entries(values).filter(([path]) => !lost.has(path))), ...left }
  const revision = (customerHead(db, customerId)?.revision ?? 0) + 1
  // Nobody has dealt with the customer: what else is kept is not kept longer for it (rules 11).
  const { at, by } = lastChange(db, customerId) ?? erasing
  const book = { completeness: overallCompleteness(after), nameSort: undefined, at, by }
  updateCustomerFile(db, customerId, after, [...gone, ...Object.keys(left)], book)
  putMarks(db, customerId, marksOf(db, customerId, after))
  putSearchText(db, customerId, searchTextOf(db, customerId, after))
  addErasedHistory(db, { customerId, revision, ...erasing }, gone, JSON.stringify(erasedMark))
  return { customerId, changed: gone, before: values, after }
}

/**
 * Takes account numbers out of the list of accounts, whose days stay: also what a merge brought to a card that lives on its own again.
 * Answers how many there were. Throws SqliteError.
 */
export function eraseAccounts(db: Connection, { boxes, parted, said }: Forgetting, on: string): number {
  const own = [...boxes].filter(([, paths]) => paths.has(accountPath)).map(([card]) => card)
  const known = [...(said.get(accountPath) ?? [])].map(answer => String(JSON.parse(answer)))
  const merged = parted.flatMap(card => known.map(account => erasePastAccount(db, card, account, erasedMark)))
  return [...own.map(card => eraseAccountsOf(db, card, erasedMark, on)), ...merged].reduce((sum, one) => sum + one, 0)
}
