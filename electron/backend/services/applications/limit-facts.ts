import { type EffectiveLimit, effectiveLimit, type Grant, type ReviewDemand } from '../../../../shared/domain/limits.ts'
import type { Terms } from '../../../../shared/domain/policy.ts'
import type { Connection } from '../../database/connection.ts'
import { type ApplicationRecord, applicationsOf } from '../../repositories/applications.ts'
import { reviewDemandsOf } from '../../repositories/review-demands.ts'

/** A limit that was granted, with the application that asked for it. */
export interface GrantRecord extends Grant {
  readonly applicationId: number
  readonly number: string
}

/** What was granted by these applications, in their order. */
function grantsFrom(applications: readonly ApplicationRecord[]): GrantRecord[] {
  return applications.flatMap(application => {
    const { id, number, kind, state, approvedLimit, approvedGrade, validFrom, validTo, closedOn, decidedAt } =
      application
    if (state !== 'approved' || approvedLimit === null || validFrom === null || validTo === null || decidedAt === null)
      return []
    return {
      applicationId: id,
      card: application.customerId,
      number,
      kind,
      amount: approvedLimit,
      grade: approvedGrade,
      from: validFrom,
      to: validTo,
      closedOn,
      isFirst: application.isFirst,
      releasedOn: application.releasedOn,
      decidedAt,
    }
  })
}

/** What a customer's limit rests on, and what it is on a day. */
export interface LimitFacts {
  readonly applications: readonly ApplicationRecord[]
  readonly grants: readonly GrantRecord[]
  readonly demands: readonly ReviewDemand[]
  readonly today: EffectiveLimit
}

/** Works out a customer's limit on a day (ISO). Throws SqliteError. */
export function limitFacts(db: Connection, customerId: number, terms: Terms, day: string): LimitFacts {
  const applications = applicationsOf(db, customerId)
  const grants = grantsFrom(applications)
  const demands = reviewDemandsOf(db, customerId)
  return { applications, grants, demands, today: effectiveLimit(grants, demands, terms, day) }
}

/**
 * The standing limit (分) that an application would leave in force or replace, with what else counts towards the authority: temporary
 * limits that hold on `day` (ISO), begin later or are asked for (rules 2).
 */
export function resultingTotal(
  application: Pick<ApplicationRecord, 'id' | 'kind'>,
  amount: number,
  { applications, grants, today }: LimitFacts,
  day: string,
): number {
  const pendingTemporary = applications
    .filter(other => other.id !== application.id && other.kind === 'temporary' && other.state === 'pending')
    .reduce((sum, other) => sum + (other.amount ?? 0), 0)
  // Of a first limit only a part can be used yet, but all of it was granted.
  const standing = application.kind === 'temporary' ? (today.state === 'inForce' ? today.approved : 0) : amount
  const granted = grants.filter(grant => isLivingTemporary(grant, day)).reduce((sum, grant) => sum + grant.amount, 0)
  const temporary = granted + pendingTemporary + (application.kind === 'temporary' ? amount : 0)
  return standing + temporary
}

/** Whether a grant is a temporary limit that has not ended by a day (ISO), whether it has begun or not. */
export function isLivingTemporary({ kind, to, closedOn }: Grant, day: string): boolean {
  return kind === 'temporary' && (closedOn ?? to) >= day
}
