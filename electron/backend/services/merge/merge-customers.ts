import { changedPaths, isEmpty, valueAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Values } from '../../../../shared/catalogue/field.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { holdsBothRows, type MergeChoice } from '../../../../shared/domain/merge.ts'
import { saysWhy } from '../../../../shared/domain/policy.ts'
import { putSalesperson, salespersonOf } from '../../repositories/credit-files.ts'
import { putSearchText } from '../../repositories/customer-search.ts'
import { cardsOfSame, putAsideAt, putMerged, repoint } from '../../repositories/merged-cards.ts'
import { takeExtras } from '../../repositories/merged-extras.ts'
import { insertMerge, type MergeRecord } from '../../repositories/merges.ts'
import { refuseFrozen } from '../applications/after-save.ts'
import { dropCarried } from '../applications/begin.ts'
import { audit } from '../audit/audit.ts'
import { orRefuse } from '../backups/backup-failure.ts'
import { logRefusals } from '../audit/log-refusals.ts'
import { saltedDigest } from '../audit/salted-digest.ts'
import { CallFailure } from '../call-failure.ts'
import { fileRequest, refusePending } from '../changes/file-request.ts'
import { searchTextOf } from '../changes/keep-past.ts'
import { type Context, now } from '../context.ts'
import { refuseUnstorable } from '../customer-values.ts'
import { answeredBefore, once } from '../once.ts'
import { storeChanges } from '../store-customer.ts'
import { loadPair, type MergePair } from './load-pair.ts'
import { outcomeOf } from './outcome.ts'
import { closeHigherLimit, demandReviews } from './limit-stays.ts'
import { told } from './obstacles.ts'

/**
 * Merges the younger of two cards into the older one, in one transaction: the chosen answers, what the younger card is reached by from
 * now on, the limit that stays in force, and both cards as they stood in the log (rules 22). The key boxes of a 正式客户 stay as they are;
 * what was chosen otherwise is asked for, and somebody else approves it (rules 17). What would come into a closed box is left out.
 * @throws CallFailure `not-found`, `merge-impossible` with what stands in the way, `merge-stale`, `reason-missing`, `frozen`,
 *   `invalid-input` for a choice that there is not, `shares-over-100`, `change-pending` where a change of a key box waits already
 */
export async function mergeCustomers(
  context: Context,
  input: Checked<'customers.merge'>,
): Promise<Output<'customers.merge'>> {
  const { db, backups } = context
  const { keepId, dropId, choices } = input
  if (answeredBefore(context, input.requestId) === undefined) await orRefuse(() => backups.take('merge'))
  return logRefusals(context, { action: 'refused.merge', object: `customer:${keepId}` }, () =>
    once(context, input.requestId, () => {
      const pair = loadPair(context, keepId, dropId)
      if (pair.obstacles.length > 0) throw new CallFailure('merge-impossible', { fields: pair.obstacles.map(told) })
      const { keep, drop } = pair
      // Which one is the younger one is a fact, and no choice.
      if (keep.head.id !== keepId) throw new CallFailure('invalid-input', { fields: ['keepId'] })
      if (keep.head.revision !== input.keepRevision || drop.head.revision !== input.dropRevision)
        throw new CallFailure('merge-stale')
      if (!saysWhy(input.reason)) throw new CallFailure('reason-missing')
      refuseUnfit(pair, choices)
      const { values: after, held, closed } = outcomeOf(context, pair, choices)
      const changed = changedPaths(keep.values, after)
      refuseFrozen(context, keepId, changed)
      refuseUnstorable(after)
      refusePending(db, keepId, held)
      const asked = { customerId: keepId, reason: input.reason, items: held }
      const request = held.length > 0 ? fileRequest(context, asked) : null
      const record = carryOut(context, pair, { changed, after, reason: input.reason, request })
      const id = insertMerge(db, record)
      logMerge(context, id, pair, { changed, after, reason: input.reason, request, leftOut: closed.length })
      return { id, keepId, revision: record.keepRevision, request, leftOut: [...closed] }
    }),
  )
}

function refuseUnfit({ keep, drop, items }: MergePair, choices: Readonly<Record<string, MergeChoice>>): void {
  const unfit = Object.entries(choices).filter(([key, choice]) => {
    const item = items.find(candidate => candidate.key === key)
    if (!item || (item.locked && choice !== 'keep')) return true
    return choice === 'both' && (item.kind !== 'rows' || !holdsBothRows(key, keep.values, drop.values))
  })
  if (unfit.length > 0) throw new CallFailure('invalid-input', { fields: unfit.map(([key]) => key) })
}

interface Merging {
  readonly changed: readonly Path[]
  readonly after: Values
  readonly reason: string
  /** The change request for key boxes that stand. */
  readonly request: number | null
}

/** Changes both cards; answers what is kept of it. */
function carryOut(
  context: Context,
  pair: MergePair,
  { changed, after, reason, request }: Merging,
): Omit<MergeRecord, 'id' | 'undoneAt' | 'undoneBy'> {
  const { db, actor } = context
  const { keep, drop } = pair
  const at = now(context)
  const [keepId, dropId] = [keep.head.id, drop.head.id]
  const closed = closeHigherLimit(context, pair)
  const keepRevision = keep.head.revision + 1
  const before = keep.values
  storeChanges(db, keepId, keepRevision, { changed, before, after }, { by: actor.id, at })
  if (keep.credit) dropCarried(db, keep.credit, changed)
  const salesperson = salespersonOf(db, keepId) === null ? salespersonOf(db, dropId) : null
  if (salesperson !== null) putSalesperson(db, keepId, salesperson)
  const wasArchivedAt = putAsideAt(db, dropId)
  const followers = cardsOfSame(db, dropId).filter(id => id !== dropId)
  putMerged(db, dropId, keepId, at, actor.id)
  for (const id of followers) repoint(db, id, keepId)
  putSearchText(db, keepId, searchTextOf(db, keepId, after))
  const demands = demandReviews(context, pair, after)
  return {
    keepId,
    dropId,
    mergedAt: at,
    mergedBy: actor.id,
    reason,
    keepBefore: before,
    dropBefore: drop.values,
    changes: Object.fromEntries(changed.map(path => [path, { from: valueAt(before, path), to: valueAt(after, path) }])),
    traces: {
      archivedAt: wasArchivedAt,
      creditId: keep.credit?.id ?? null,
      carried: keep.credit?.carried ?? [],
      salespersonId: salesperson,
      closed,
      extras: takeExtras(db, keepId, dropId, { at, by: actor.id }),
      demands,
      request,
    },
    keepRevision,
  }
}

/** One row for each card, with the digests of both as they stood: delicate answers are among them, so they are salted. */
function logMerge(
  context: Context,
  id: number,
  { keep, drop }: MergePair,
  { changed, after, reason, leftOut }: Merging & { readonly leftOut: number },
): void {
  const [own, other] = [`customer:${keep.head.id}`, `customer:${drop.head.id}`]
  const digest = (object: string, values: Values) =>
    saltedDigest(context, object, Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value))))
  const dropDigest = digest(other, drop.values)
  audit(context, {
    action: 'customer.merge',
    object: own,
    beforeDigest: digest(own, keep.values),
    afterDigest: digest(own, after),
    reason,
    facts: {
      merge: String(id),
      keep: keep.head.customerNo,
      drop: drop.head.customerNo,
      dropDigest,
      boxes: String(changed.length),
      ...(leftOut > 0 && { leftOut: String(leftOut) }),
    },
  })
  audit(context, {
    action: 'customer.merge',
    object: other,
    beforeDigest: dropDigest,
    reason,
    facts: { merge: String(id), keep: keep.head.customerNo, drop: drop.head.customerNo },
  })
}
