import { sameValue, valueAt } from '../../../../shared/catalogue/derive/value.ts'
import type { MergeObstacle } from '../../../../shared/contract/merge-calls.ts'
import { addDays, localDay } from '../../../../shared/domain/calendar.ts'
import { changeRequestById } from '../../repositories/change-requests.ts'
import { creditHead } from '../../repositories/credit-files.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { customerLine } from '../../repositories/customers.ts'
import { cardsOfSame } from '../../repositories/merged-cards.ts'
import { decidedSince, type MergeRecord, mergesOf } from '../../repositories/merges.ts'
import { type Context, today } from '../context.ts'

/** For so many days a merge can be taken back (rules 22). */
const undoDays = 30

/** An obstacle as an error carries it. */
export function told({ code, detail }: MergeObstacle): string {
  return `${code} ${detail}`.trim()
}

/** The last day on which a merge can be taken back. ISO. */
export function undoUntil({ mergedAt }: MergeRecord): string {
  return addDays(localDay(new Date(mergedAt)), undoDays)
}

/** What keeps a merge from being taken back: time, a later merge, a decision since, or boxes that were changed since. Throws SqliteError. */
export function undoObstacles(context: Pick<Context, 'db' | 'clock'>, merge: MergeRecord): MergeObstacle[] {
  if (merge.undoneAt !== null) return [{ code: 'undone', detail: '' }]
  const { db } = context
  const { keepId, changes, traces } = merge
  const until = undoUntil(merge)
  const later = mergesOf(db, [keepId]).filter(other => other.id > merge.id && other.undoneAt === null)
  const values = loadCustomerValues(db, keepId) ?? {}
  const changed = Object.entries(changes).filter(([path, { to }]) => !sameValue(valueAt(values, path), to))
  const request = traces.request === null ? undefined : changeRequestById(db, traces.request)
  // What was approved came from the other card, and the other card takes nothing back that somebody else has approved.
  const approved = request?.state === 'approved' ? request.items : []
  const standing = approved.filter(({ path, to }) => sameValue(valueAt(values, path), to))
  const hasNextCredit =
    creditHead(db, keepId)?.id !== traces.creditId && Object.keys(changes).some(path => path.startsWith('credit.'))
  return [
    ...(today(context) > until ? [{ code: 'late' as const, detail: until }] : []),
    ...later.map((other): MergeObstacle => {
      const id = other.keepId === keepId ? other.dropId : other.keepId
      return { code: 'laterMerge', detail: customerLine(db, id).customerNo }
    }),
    ...decidedSince(db, cardsOfSame(db, keepId), merge.mergedAt).map(
      (number): MergeObstacle => ({ code: 'decided', detail: number }),
    ),
    ...(hasNextCredit ? [{ code: 'nextCredit' as const, detail: '' }] : []),
    ...[...changed.map(([path]) => path), ...standing.map(({ path }) => path)].map(
      (path): MergeObstacle => ({ code: 'changed', detail: path }),
    ),
  ]
}
