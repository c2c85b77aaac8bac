import { daysBetween } from '../../../../shared/domain/calendar.ts'
import { mayStandIn } from '../../../../shared/domain/roles.ts'
import type { AccountRecord } from '../../repositories/accounts.ts'
import type { DelegationRecord } from '../../repositories/delegations.ts'
import { CallFailure } from '../call-failure.ts'

/** A delegation that is asked for, with what it is measured by: the days it may last, and today. ISO days. */
export interface WantedDelegation extends Omit<DelegationRecord, 'id' | 'endedAt'> {
  readonly mostDays: number
  readonly today: string
}

/**
 * Refuses a delegation that rules 14 do not allow; `present` are those of today and later.
 * @throws CallFailure `not-allowed` for a post that is not one's own, `period-invalid`, `not-found`, `delegate-unfit`
 */
export function refuseDelegation(
  wanted: WantedDelegation,
  accounts: readonly AccountRecord[],
  present: readonly DelegationRecord[],
): void {
  const { actorId, post, delegateId, fromOn, toOn, mostDays, today } = wanted
  const giver = accounts.find(({ id }) => id === actorId)
  if (!giver?.roles.some(({ role }) => role === post)) throw new CallFailure('not-allowed', { fields: ['post'] })
  const delegate = accounts.find(({ id }) => id === delegateId)
  if (!delegate) throw new CallFailure('not-found')
  const held = delegate.roles.map(({ role }) => role)
  if (delegateId === actorId || delegate.disabled || !mayStandIn(post, held))
    throw new CallFailure('delegate-unfit', { fields: ['to'] })
  const days = daysBetween(fromOn, toOn) + 1
  if (fromOn < today || days < 1 || days > mostDays)
    throw new CallFailure('period-invalid', { fields: ['fromOn', 'toOn'] })
  const overlaps = present.some(
    other =>
      other.endedAt === null &&
      other.actorId === actorId &&
      other.post === post &&
      other.fromOn <= toOn &&
      other.toOn >= fromOn,
  )
  if (overlaps) throw new CallFailure('period-invalid', { fields: ['fromOn', 'toOn'] })
}
