import type { ErasureObstacle } from '../../../../shared/contract/erasure-calls.ts'
import type { ErasureScope } from '../../../../shared/domain/erasure.ts'
import { ownerSubject } from '../../../../shared/domain/personal.ts'
import { applicationsOf } from '../../repositories/applications.ts'
import { changeRequests } from '../../repositories/change-requests.ts'
import { mergedInto } from '../../repositories/merged-cards.ts'
import { limitFacts } from '../applications/limit-facts.ts'
import { areCardsSound } from '../audit/verify-records.ts'
import { type Context, today } from '../context.ts'
import { policyOn } from '../policy/current-policy.ts'
import type { Forgetting } from './forgetting.ts'

/**
 * What stands against an erasure: a decision that rests on the card is under way, the person in charge is needed for a limit that is in
 * force, or what was decided is not as the log has it, which an erasure would hide for good. Throws SqliteError.
 */
export function erasureObstacles(
  context: Pick<Context, 'db' | 'clock'>,
  asked: { readonly customerId: number; readonly subject: string; readonly scope: ErasureScope },
  { boxes, parted }: Forgetting,
): ErasureObstacle[] {
  const { db } = context
  const { customerId, subject, scope } = asked
  const into = mergedInto(db, customerId)
  if (into) return [{ code: 'merged', detail: into.customerNo }]
  const cards = [...boxes.keys()]
  const day = today(context)
  const pending = applicationsOf(db, customerId).filter(({ state }) => state === 'pending')
  const changes = cards.flatMap(card =>
    changeRequests(db, { customerId: card, onlyPending: true }).filter(({ items }) =>
      items.some(({ path }) => boxes.get(card)?.has(path) === true),
    ),
  )
  const needsPerson = subject === ownerSubject && scope === 'all'
  const limit = limitFacts(db, customerId, policyOn(db, day).terms, day).today
  const isInForce = needsPerson && (limit.state === 'inForce' || limit.state === 'frozen')
  return [
    ...pending.map(({ number }): ErasureObstacle => ({ code: 'pending', detail: number })),
    ...changes.map(({ id }): ErasureObstacle => ({ code: 'changePending', detail: String(id) })),
    ...(isInForce ? [{ code: 'limitInForce' as const, detail: limit.validTo ?? '' }] : []),
    ...(areCardsSound(db, [...cards, ...parted]) ? [] : [{ code: 'recordsDiffer' as const, detail: '' }]),
  ]
}

/** An obstacle as an error carries it. */
export function told({ code, detail }: ErasureObstacle): string {
  return `${code} ${detail}`.trim()
}
