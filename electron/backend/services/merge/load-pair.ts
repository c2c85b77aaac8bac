import type { Values } from '../../../../shared/catalogue/field.ts'
import type { MergeObstacle } from '../../../../shared/contract/merge-calls.ts'
import { isLowerLimit } from '../../../../shared/domain/limits.ts'
import { mergeItems, type MergeItem, type Side } from '../../../../shared/domain/merge.ts'
import type { ApplicationRecord } from '../../repositories/applications.ts'
import { creditHead, type CreditHead } from '../../repositories/credit-files.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { type Creation, creationOf, type CustomerHead, customerHead } from '../../repositories/customers.ts'
import { mergedInto } from '../../repositories/merged-cards.ts'
import { frozenBy } from '../applications/frozen.ts'
import { limitFacts, type LimitFacts } from '../applications/limit-facts.ts'
import { CallFailure } from '../call-failure.ts'
import { isSettled } from '../changes/formal.ts'
import { type Context, today } from '../context.ts'
import { policyOn } from '../policy/current-policy.ts'

/** One of two cards that are to become one. */
export interface MergeCard {
  readonly head: CustomerHead
  readonly creation: Creation
  readonly values: Values
  readonly credit: CreditHead | undefined
  readonly limits: LimitFacts
}

/** Two cards, the older one as the one that lives on, with all that decides whether and how they become one. */
export interface MergePair {
  readonly keep: MergeCard
  readonly drop: MergeCard
  readonly items: readonly MergeItem[]
  /** Whose limit stays in force: of two the lower one, until a new approval (rules 22). */
  readonly limitFrom: 'keep' | 'drop' | null
  readonly obstacles: readonly MergeObstacle[]
}

/** Loads two cards by their ids, in any order. Throws CallFailure `not-found`, SqliteError. */
export function loadPair(context: Pick<Context, 'db' | 'clock'>, a: number, b: number): MergePair {
  const [first, second] = [loadCard(context, a), loadCard(context, b)]
  const [keep, drop] = isOlder(second, first) ? [second, first] : [first, second]
  const isFrozen = keep.credit !== undefined && frozenBy(keep.limits.applications, keep.credit.id) !== undefined
  return {
    keep,
    drop,
    items: mergeItems(keep.values, drop.values, isFrozen, settledOf(context.db, keep, drop)),
    limitFrom: limitFrom(keep, drop),
    obstacles: obstaclesTo(context.db, keep, drop),
  }
}

function loadCard(context: Pick<Context, 'db' | 'clock'>, id: number): MergeCard {
  const { db } = context
  const head = customerHead(db, id)
  const creation = creationOf(db, id)
  const values = loadCustomerValues(db, id)
  if (!head || !creation || !values) throw new CallFailure('not-found')
  const day = today(context)
  return {
    head,
    creation,
    values,
    credit: creditHead(db, id),
    limits: limitFacts(db, id, policyOn(db, day).terms, day),
  }
}

/** The card whose key boxes somebody relies on; of two the one that lives on (rules 17). */
function settledOf(db: Context['db'], keep: MergeCard, drop: MergeCard): Side | null {
  if (isSettled(db, keep.head.id)) return 'keep'
  return isSettled(db, drop.head.id) ? 'drop' : null
}

function isOlder(a: MergeCard, b: MergeCard): boolean {
  return a.creation.at < b.creation.at || (a.creation.at === b.creation.at && a.head.id < b.head.id)
}

function limitFrom(keep: MergeCard, drop: MergeCard): MergePair['limitFrom'] {
  const [own, other] = [keep.limits.today, drop.limits.today]
  if (!isStanding(own)) return isStanding(other) ? 'drop' : null
  return isStanding(other) && isLowerLimit(other, own) ? 'drop' : 'keep'
}

/** A limit of 0 stands, too: it is the lower one of any two. */
const isStanding = ({ state }: LimitFacts['today']) => state === 'inForce' || state === 'frozen'

function obstaclesTo(db: Context['db'], keep: MergeCard, drop: MergeCard): MergeObstacle[] {
  if (keep.head.id === drop.head.id) return [{ code: 'same', detail: keep.head.customerNo }]
  const merged = [keep, drop].filter(({ head }) => mergedInto(db, head.id) !== undefined)
  if (merged.length > 0) return merged.map(({ head }) => ({ code: 'merged', detail: head.customerNo }))
  return [
    ...(keep.head.archived ? [{ code: 'archived' as const, detail: keep.head.customerNo }] : []),
    ...[keep, drop].flatMap(({ limits }) => limits.applications.filter(isInChain).map(inTheWay)),
  ]
}

const isInChain = ({ state }: ApplicationRecord) => state === 'pending'
const inTheWay = ({ number }: ApplicationRecord): MergeObstacle => ({ code: 'pending', detail: number })
