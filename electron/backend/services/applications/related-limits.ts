import type { RelatedLimit } from '../../../../shared/contract/application-calls.ts'
import type { Terms } from '../../../../shared/domain/policy.ts'
import type { Connection } from '../../database/connection.ts'
import { relatedCustomers } from '../../repositories/customer-links.ts'
import { customerLine } from '../../repositories/customers.ts'
import { isLivingTemporary, type LimitFacts, limitFacts } from './limit-facts.ts'

/**
 * What the customers that belong to one, as branches or as members of its group, may owe or ask for on a day (ISO): it counts towards
 * the authority as the customer's own does, so that a limit can not be cut up among them (rules 2). Throws SqliteError.
 */
export function relatedLimits(db: Connection, customerId: number, terms: Terms, day: string): RelatedLimit[] {
  return relatedCustomers(db, customerId).map(id => ({
    ...customerLine(db, id),
    amount: committed(limitFacts(db, id, terms, day), day),
  }))
}

/** The sum of them in 分. */
export function sumOf(related: readonly RelatedLimit[]): number {
  return related.reduce((sum, { amount }) => sum + amount, 0)
}

/** A frozen limit counts whole, as nobody has to approve it again; of a standing one and one that would take its place the larger. */
function committed({ applications, grants, today }: LimitFacts, day: string): number {
  const pending = (kind: 'standing' | 'temporary') =>
    applications.filter(other => other.kind === kind && other.state === 'pending').map(({ amount }) => amount ?? 0)
  const standing = today.state === 'inForce' || today.state === 'frozen' ? today.approved : 0
  const granted = grants.filter(grant => isLivingTemporary(grant, day)).map(({ amount }) => amount)
  const temporary = [...granted, ...pending('temporary')].reduce((sum, amount) => sum + amount, 0)
  return Math.max(standing, ...pending('standing')) + temporary
}
