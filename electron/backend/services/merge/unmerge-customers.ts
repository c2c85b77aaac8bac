import { isEmpty } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Value, Values } from '../../../../shared/catalogue/field.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { saysWhy } from '../../../../shared/domain/policy.ts'
import type { Connection } from '../../database/connection.ts'
import { changeRequestById, endChangeRequest } from '../../repositories/change-requests.ts'
import { creditHead, putCarried, putSalesperson, salespersonOf } from '../../repositories/credit-files.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { putSearchText } from '../../repositories/customer-search.ts'
import { customerHead, customerLine } from '../../repositories/customers.ts'
import { cardsOfSame, putUnmerged, repoint } from '../../repositories/merged-cards.ts'
import { giveExtrasBack } from '../../repositories/merged-extras.ts'
import { mergeById, mergedDirectly, type MergeRecord, putUndone } from '../../repositories/merges.ts'
import { audit } from '../audit/audit.ts'
import { logRefusals } from '../audit/log-refusals.ts'
import { saltedDigest } from '../audit/salted-digest.ts'
import { CallFailure } from '../call-failure.ts'
import { searchTextOf } from '../changes/keep-past.ts'
import { type Context, now } from '../context.ts'
import { once } from '../once.ts'
import { storeChanges } from '../store-customer.ts'
import { dropDemands, reopenLimits } from './limit-stays.ts'
import { told, undoObstacles } from './obstacles.ts'

/**
 * Takes a merge back: the boxes that it chose say again what they said, its limits and reviews are as they were, and the merged card
 * lives again (rules 22).
 * @throws CallFailure `not-found`, `reason-missing`; `unmerge-impossible` with everything that stands in the way
 */
export function unmergeCustomers(context: Context, input: Checked<'customers.unmerge'>): Output<'customers.unmerge'> {
  const { db } = context
  return logRefusals(context, { action: 'refused.merge', object: 'log', facts: { merge: String(input.id) } }, () =>
    once(context, input.requestId, () => {
      const merge = mergeById(db, input.id)
      if (!merge) throw new CallFailure('not-found')
      if (!saysWhy(input.reason)) throw new CallFailure('reason-missing')
      const obstacles = undoObstacles(context, merge)
      if (obstacles.length > 0) throw new CallFailure('unmerge-impossible', { fields: obstacles.map(told) })
      const before = loadCustomerValues(db, merge.keepId) ?? {}
      const after = asBefore(merge, before)
      restoreKept(context, merge, before, after)
      restoreDropped(context, merge)
      for (const id of [merge.keepId, merge.dropId])
        putSearchText(db, id, searchTextOf(db, id, loadCustomerValues(db, id) ?? {}))
      reopenLimits(context, merge.traces)
      dropDemands(context, merge.traces)
      withdrawRequest(context, merge)
      giveExtrasBack(db, merge.keepId, merge.dropId, merge.traces.extras)
      logUndoing(context, merge, { before, after, reason: input.reason })
      return { keepId: merge.keepId, dropId: merge.dropId }
    }),
  )
}

/** What the merge asked for is not asked any more. */
function withdrawRequest(context: Context, { keepId, traces }: MergeRecord): void {
  const { db, actor } = context
  const request = traces.request === null ? undefined : changeRequestById(db, traces.request)
  if (request?.state !== 'pending') return
  endChangeRequest(db, request.id, { state: 'withdrawn', decidedBy: actor.id, decidedAt: now(context), opinion: null })
  const facts = { change: String(request.id), person: String(request.requestedBy) }
  audit(context, { action: 'change.withdraw', object: `customer:${keepId}`, facts })
}

function asBefore({ changes }: MergeRecord, values: Values): Values {
  const past: Record<Path, Value> = { ...values }
  for (const [path, { from }] of Object.entries(changes)) past[path] = from
  return Object.fromEntries(Object.entries(past).filter(([, value]) => !isEmpty(value)))
}

function restoreKept(context: Context, merge: MergeRecord, before: Values, after: Values): void {
  const { db, actor } = context
  const { id, keepId, changes, traces } = merge
  const at = now(context)
  const changed = Object.keys(changes)
  const revision = (customerHead(db, keepId)?.revision ?? 0) + 1
  storeChanges(db, keepId, revision, { changed, before, after }, { by: actor.id, at })
  putUndone(db, id, { at, by: actor.id, revision })
  const credit = creditHead(db, keepId)
  // What was confirmed since stays confirmed.
  if (credit && credit.id === traces.creditId) {
    const left = new Set([...credit.carried, ...changed])
    const carried = traces.carried.filter(path => left.has(path))
    if (carried.length > credit.carried.length) putCarried(db, credit.id, carried)
  }
  if (traces.salespersonId !== null && salespersonOf(db, keepId) === traces.salespersonId)
    putSalesperson(db, keepId, null)
}

/** The merged card lives again, and what was merged into it before follows it. */
function restoreDropped(context: Context, { keepId, dropId, traces }: MergeRecord): void {
  const { db, actor } = context
  const cards = cardsOfSame(db, keepId)
  putUnmerged(db, dropId, { archivedAt: traces.archivedAt, at: now(context), by: actor.id })
  for (const card of cards) if (rootOf(db, card) === dropId && card !== dropId) repoint(db, card, dropId)
}

function rootOf(db: Connection, id: number): number {
  const into = mergedDirectly(db, id)
  return into === undefined ? id : rootOf(db, into)
}

function logUndoing(
  context: Context,
  { id, keepId, dropId, dropBefore }: MergeRecord,
  { before, after, reason }: { before: Values; after: Values; reason: string },
): void {
  const numbers = {
    merge: String(id),
    keep: customerLine(context.db, keepId).customerNo,
    drop: customerLine(context.db, dropId).customerNo,
  }
  const [own, other] = [`customer:${keepId}`, `customer:${dropId}`]
  audit(context, {
    action: 'customer.unmerge',
    object: own,
    beforeDigest: saltedDigest(context, own, before),
    afterDigest: saltedDigest(context, own, after),
    reason,
    facts: numbers,
  })
  const afterDigest = saltedDigest(context, other, dropBefore)
  audit(context, { action: 'customer.unmerge', object: other, afterDigest, reason, facts: numbers })
}
