import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import type { mergeCalls } from '../../../../shared/contract/merge-calls.ts'
import { foldedName } from '../../../../shared/domain/names.ts'
import { customerHead, customerLine } from '../../repositories/customers.ts'
import { cardsOfSame, mergedCards, wordsOfMerged } from '../../repositories/merged-cards.ts'
import { mergesOf } from '../../repositories/merges.ts'
import { namesIn } from '../applications/names.ts'
import { CallFailure } from '../call-failure.ts'
import type { Context } from '../context.ts'
import type { ServiceTable } from '../service-table.ts'
import { mergeCustomers } from './merge-customers.ts'
import { undoObstacles, undoUntil } from './obstacles.ts'
import { closedInMerge } from './outcome.ts'
import { previewMerge } from './preview.ts'
import { unmergeCustomers } from './unmerge-customers.ts'

/** Every merge in which a customer had a part. Throws CallFailure `not-found`. */
function listMerges(context: Context, { customerId }: Checked<'customers.merges'>): Output<'customers.merges'> {
  const { db } = context
  if (!customerHead(db, customerId)) throw new CallFailure('not-found')
  const names = namesIn(db)
  const merges = mergesOf(db, cardsOfSame(db, customerId)).map(merge => ({
    id: merge.id,
    keep: customerLine(db, merge.keepId),
    drop: customerLine(db, merge.dropId),
    at: merge.mergedAt,
    by: names(merge.mergedBy),
    reason: merge.reason,
    boxes: Object.keys(merge.changes).length,
    until: undoUntil(merge),
    undone:
      merge.undoneAt === null || merge.undoneBy === null ? null : { at: merge.undoneAt, by: names(merge.undoneBy) },
    obstacles: undoObstacles(context, merge),
  }))
  return { merges }
}

const mostHits = 20

/** Merged cards by number or by what they are and were called and registered as: there are few of them, so each is looked at. */
function mergedHits(
  { db }: Pick<Context, 'db'>,
  { search }: Checked<'customers.mergedHits'>,
): Output<'customers.mergedHits'> {
  const wanted = foldedName(search).replace(/^kh-/, '')
  if (wanted === '') return { cards: [] }
  const merged = mergedCards(db)
  const meant = wordsOfMerged(
    db,
    merged.map(({ into }) => into.id),
  ).filter(({ kind, text }) =>
    // A few digits stand in every number.
    kind === 'name' ? foldedName(text).includes(wanted) : foldedName(text) === wanted,
  )
  const ids = new Set(meant.map(({ id }) => id))
  const found = merged.filter(
    ({ id, customerNo }) => customerNo === wanted || customerNo.replace(/^0+/, '') === wanted || ids.has(id),
  )
  return { cards: found.slice(0, mostHits) }
}

/** Two cards of one customer become one, and two again. */
export const mergeServices = {
  'customers.mergePreview': previewMerge,
  'customers.mergeClosed': closedInMerge,
  'customers.merge': mergeCustomers,
  'customers.unmerge': unmergeCustomers,
  'customers.merges': listMerges,
  'customers.mergedHits': mergedHits,
} satisfies Pick<ServiceTable, keyof typeof mergeCalls>
