import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { draftsOf } from '../../repositories/drafts.ts'
import { belongingsOf } from '../../repositories/merged-cards.ts'
import { extrasToTake } from '../../repositories/merged-extras.ts'
import type { Context } from '../context.ts'
import { shownValues } from '../personal/shown-values.ts'
import { loadPair, type MergeCard } from './load-pair.ts'

/** Both cards box by box, what would move, and what stands in the way. Throws CallFailure `not-found`. */
export function previewMerge(
  context: Context,
  { a, b }: Checked<'customers.mergePreview'>,
): Output<'customers.mergePreview'> {
  const { db } = context
  const { keep, drop, items, limitFrom, obstacles } = loadPair(context, a, b)
  const extras = extrasToTake(db, keep.head.id, drop.head.id)
  return {
    keep: shown(context, keep),
    drop: shown(context, drop),
    items: items.map(item => ({ ...item, paths: [...item.paths] })),
    moves: {
      ...belongingsOf(db, drop.head.id),
      extraBoxes: extras.boxes.length,
      tags: extras.tags.length,
      drafts: draftsOf(db, drop.head.id).map(({ by, savedAt }) => ({ by, savedAt })),
    },
    limitFrom,
    obstacles: [...obstacles],
  }
}

function shown(context: Context, { head, creation, values, limits }: MergeCard) {
  const { archivedWhy: _why, formalSince: _since, ...about } = head
  return {
    ...about,
    name: textAt(values, 'customer.name'),
    createdAt: creation.at,
    createdBy: creation.by,
    ...shownValues(context, head.id, values),
    limit: limits.today,
  }
}
