import { overallCompleteness } from '../../../../shared/catalogue/derive/completeness.ts'
import type { Path, Values } from '../../../../shared/catalogue/field.ts'
import type { Draft } from '../../../../shared/contract/shapes.ts'
import { erasedMark } from '../../../../shared/domain/erased-mark.ts'
import { isErasable } from '../../../../shared/domain/erasure.ts'
import { accountPath } from '../../../../shared/domain/personal.ts'
import type { Connection } from '../../database/connection.ts'
import { loadCustomerValues, updateCustomerFile } from '../../repositories/customer-files.ts'
import { putSearchText } from '../../repositories/customer-search.ts'
import { customerHead } from '../../repositories/customers.ts'
import { dropDraft } from '../../repositories/drafts.ts'
import {
  addErasedHistory,
  emptyCreditFiles,
  eraseAccountsOf,
  erasePastAccount,
  putDraftCells,
  putHistory,
  storedDrafts,
  storedHistory,
  storedMerges,
} from '../../repositories/erased-rows.ts'
import { putMarks } from '../../repositories/look-alikes.ts'
import { marksOf, searchTextOf } from '../changes/keep-past.ts'
import { erasedJson } from './erased.ts'
import { type Forgetting, keyOf } from './forgetting.ts'

/** In whose name an erasure writes. */
export interface Erasing {
  readonly erasureId: number
  readonly at: string
  readonly by: number
}

/** A card that says less than it did. */
export interface ErasedCard {
  readonly customerId: number
  readonly changed: readonly Path[]
  readonly before: Values
  readonly after: Values
}

/**
 * Erases boxes of cards as they stand, with what the cards are found and compared by; that they were erased stands in the history.
 * Answers how many boxes said something, and the cards that did. Throws SqliteError.
 */
export function eraseCards(
  db: Connection,
  { boxes }: Forgetting,
  erasing: Erasing,
): { readonly count: number; readonly cards: readonly ErasedCard[] } {
  let count = 0
  const cards: ErasedCard[] = []
  for (const [customerId, paths] of boxes) {
    const values = loadCustomerValues(db, customerId) ?? {}
    const gone = Object.keys(values).filter(path => paths.has(path) && isErasable(values[path]))
    if (gone.length > 0) cards.push(eraseCard(db, customerId, { values, gone }, erasing))
    const keys = [...paths].flatMap(path => (path.startsWith('credit.') ? [path.slice('credit.'.length)] : []))
    const earlier = emptyCreditFiles(db, customerId, new Set(keys))
    count += gone.length + earlier
  }
  return { count, cards }
}

function eraseCard(
  db: Connection,
  customerId: number,
  { values, gone }: { readonly values: Values; readonly gone: readonly Path[] },
  erasing: Erasing,
): ErasedCard {
  const { at, by } = erasing
  const lost = new Set(gone)
  const after = Object.fromEntries(Object.entries(values).filter(([path]) => !lost.has(path)))
  const revision = (customerHead(db, customerId)?.revision ?? 0) + 1
  updateCustomerFile(db, customerId, after, gone, {
    completeness: overallCompleteness(after),
    nameSort: undefined,
    at,
    by,
  })
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

/**
 * Takes the answers out of the history, whose rows stay: also out of what a merge wrote into a card that lives on its own again.
 * Answers how many rows said something. Throws SqliteError.
 */
export function eraseHistory(db: Connection, { boxes, parted, said }: Forgetting): number {
  let count = 0
  const rewrite = (row: { id: number; old: string; new: string }, isAbout: (json: string) => boolean) => {
    const [old, now] = [row.old, row.new].map(json => (isAbout(json) ? erasedJson(json) : json))
    if (old === undefined || now === undefined || (old === row.old && now === row.new)) return
    putHistory(db, row.id, { old, new: now })
    count += 1
  }
  for (const [customerId, paths] of boxes)
    for (const row of storedHistory(db, customerId)) if (paths.has(row.path)) rewrite(row, () => true)
  for (const customerId of parted) {
    const merges = storedMerges(db, [customerId]).filter(({ keepId }) => keepId === customerId)
    const revisions = new Set(merges.flatMap(({ keepRevision, undoRevision }) => [keepRevision, undoRevision ?? 0]))
    for (const row of storedHistory(db, customerId))
      if (revisions.has(row.revision)) rewrite(row, json => said.get(keyOf(row.path))?.has(json) === true)
  }
  return count
}

/** Takes the boxes out of what was typed but not saved; answers out of how many drafts. Throws SqliteError. */
export function eraseDrafts(db: Connection, { boxes }: Forgetting): number {
  let count = 0
  for (const [customerId, paths] of boxes)
    for (const { key, cells } of storedDrafts(db, customerId)) {
      const typed = Object.entries(JSON.parse(cells) as Draft['cells'])
      const left = typed.filter(([path]) => !paths.has(path))
      if (left.length === typed.length) continue
      if (left.length === 0) dropDraft(db, key)
      else putDraftCells(db, key, JSON.stringify(Object.fromEntries(left)))
      count += 1
    }
  return count
}
