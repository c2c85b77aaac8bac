import type { LinkKind } from '../../../../shared/domain/duplicates.ts'
import { endLink, insertLink, linksOf, liveLink } from '../../repositories/customer-links.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now } from '../context.ts'

type Linking = Pick<Context, 'db' | 'actor' | 'clock' | 'machine'>

/**
 * Says that `other` is the head or branch of a customer, or of the same group, inside the caller's transaction; a link that stands is
 * ended by the new one, and saying the same twice changes nothing. Throws SqliteError.
 */
export function linkCustomers(context: Linking, id: number, other: number, kind: LinkKind): void {
  const { db, actor } = context
  const standing = linksOf(db, id).find(link => link.id === other)
  if (standing?.kind === kind) return
  if (standing) unlinkCustomers(context, standing.linkId)
  const [firstId, secondId] = kind === 'head' ? [other, id] : [id, other]
  const stored = kind === 'group' ? 'group' : 'branch'
  insertLink(db, { firstId, secondId, kind: stored, by: actor.id, at: now(context) })
  log(context, 'customer.link', [firstId, secondId], stored)
}

/** Ends a link inside the caller's transaction. Throws CallFailure `not-found`. */
function unlinkCustomers(context: Linking, linkId: number): void {
  const link = liveLink(context.db, linkId)
  if (!link) throw new CallFailure('not-found')
  endLink(context.db, linkId, context.actor.id, now(context))
  log(context, 'customer.unlink', [link.firstId, link.secondId], link.kind)
}

/** Both customers have it in their log. */
function log(context: Linking, action: string, [first, second]: readonly [number, number], kind: string): void {
  audit(context, { action, object: `customer:${first}`, facts: { other: String(second), link: kind } })
  audit(context, { action, object: `customer:${second}`, facts: { other: String(first), link: kind } })
}
