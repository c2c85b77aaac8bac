import type { Value } from '../../../../shared/catalogue/field.ts'
import type { Card } from '../../../../shared/contract/extra-calls.ts'
import { type CustomerHead, customerHead, touchCustomer } from '../../repositories/customers.ts'
import { addHistory } from '../../repositories/history.ts'
import { audit } from '../audit/audit.ts'
import { saltedDigest } from '../audit/salted-digest.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now } from '../context.ts'
import { once } from '../once.ts'
import { cardAnswer } from './open-card.ts'

/** One thing that was changed beside the boxes of the forms, by the path under which the history keeps it. */
export interface CardChange {
  readonly path: string
  readonly from: Value
  readonly to: Value
}

/** A change of a card that is asked for: what the log calls it, and the work that makes the changes and names them. */
interface Change {
  readonly action: string
  readonly facts?: Readonly<Record<string, string>>
  readonly work: (head: CustomerHead, at: string) => readonly CardChange[]
}

/**
 * Carries a change of a card out in one transaction: what `work` stores, its history and its row in the log, and counts the revision up.
 * Nothing is written where nothing changed.
 * @throws CallFailure `not-found`, `archived`, and what `work` throws
 */
export function changeCard(
  context: Context,
  { requestId, id }: { readonly requestId: string; readonly id: number },
  { action, facts = {}, work }: Change,
): Card {
  const { db, actor } = context
  return once(context, requestId, () => {
    const head = customerHead(db, id)
    if (!head) throw new CallFailure('not-found')
    if (head.archived) throw new CallFailure('archived')
    const at = now(context)
    const changes = work(head, at)
    if (changes.length > 0) {
      const revision = head.revision + 1
      touchCustomer(db, id, at, actor.id)
      const paths = changes.map(({ path }) => path)
      const before = Object.fromEntries(changes.map(({ path, from }) => [path, from]))
      const after = Object.fromEntries(changes.map(({ path, to }) => [path, to]))
      addHistory(db, { customerId: id, revision, at, by: actor.id }, paths, before, after)
      const object = `customer:${id}`
      audit(context, {
        action,
        object,
        beforeDigest: saltedDigest(context, object, before),
        afterDigest: saltedDigest(context, object, after),
        facts: { ...facts, revision: String(revision), paths: paths.join(',') },
      })
    }
    return cardAnswer(context, id)
  })
}
