import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { readCustomerNo } from '../../../../shared/domain/customer-number.ts'
import type { LinkKind } from '../../../../shared/domain/duplicates.ts'
import { applicationsOf } from '../../repositories/applications.ts'
import { endLink, insertLink, linksOf, liveLink } from '../../repositories/customer-links.ts'
import { customerHead, holderOfNumber } from '../../repositories/customers.ts'
import { dropPair } from '../../repositories/duplicate-scan.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now } from '../context.ts'
import { once } from '../once.ts'

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

/** Who belongs to a customer. Throws SqliteError. */
export function linksOfCustomer(
  { db }: Context,
  { customerId }: Checked<'links.ofCustomer'>,
): Output<'links.ofCustomer'> {
  return { links: linksOf(db, customerId) }
}

/** Links a customer by hand to the one of a number. Throws CallFailure `not-found`, also for a customer with itself. */
export function makeCustomerLink(context: Context, input: Checked<'links.make'>): Output<'links.make'> {
  const { db } = context
  return once(context, input.requestId, () => {
    const other = holderOfNumber(db, 'customer.customerNo', readCustomerNo(input.otherNo))
    if (other === undefined || other === input.customerId || !customerHead(db, input.customerId))
      throw new CallFailure('not-found')
    linkCustomers(context, input.customerId, other, input.kind)
    dropPair(db, input.customerId, other)
    return {}
  })
}

/**
 * Ends a link. While a limit of one of the two is in the chain it stays: its signers were asked about both together (rules 2).
 * @throws CallFailure `not-found`, `frozen`
 */
export function endCustomerLink(context: Context, input: Checked<'links.end'>): Output<'links.end'> {
  const { db } = context
  return once(context, input.requestId, () => {
    const link = liveLink(db, input.linkId)
    if (!link) throw new CallFailure('not-found')
    const both = [link.firstId, link.secondId]
    if (both.some(id => applicationsOf(db, id).some(({ state }) => state === 'pending')))
      throw new CallFailure('frozen')
    unlinkCustomers(context, input.linkId)
    return {}
  })
}
