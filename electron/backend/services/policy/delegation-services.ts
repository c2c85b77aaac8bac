import type { accountCalls, Delegation } from '../../../../shared/contract/account-calls.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { addDays } from '../../../../shared/domain/calendar.ts'
import { type AccountRecord, allAccounts } from '../../repositories/accounts.ts'
import {
  delegationById,
  type DelegationRecord,
  delegationsSince,
  endDelegation,
  insertDelegation,
} from '../../repositories/delegations.ts'
import { audit } from '../audit/audit.ts'
import { logRefusals } from '../audit/log-refusals.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now, today } from '../context.ts'
import { once } from '../once.ts'
import type { ServiceTable } from '../service-table.ts'
import { refuseDelegation } from './check-delegation.ts'
import { policyOn } from './current-policy.ts'
import { personOf } from './person-of.ts'

const daysShown = 90

/** Who stands in for whom now and later, and who did in the last 90 days. */
function list(context: Context): Output<'delegations.list'> {
  const accounts = allAccounts(context.db)
  const day = today(context)
  const records = delegationsSince(context.db, addDays(day, -daysShown))
  return { delegations: records.map(record => answer(record, accounts, day)) }
}

/**
 * Lets somebody sign in the stead of whoever asks, who has to hold the post; an attempt to give away another's is logged.
 * @throws CallFailure as `refuseDelegation`
 */
function add(context: Context, input: Checked<'delegations.add'>): Output<'delegations.add'> {
  const { db, actor } = context
  const { requestId, post, to, fromOn, toOn } = input
  const facts = { post, delegate: String(to), fromOn, toOn }
  const refused = { action: 'refused.delegation-add', object: `account:${actor.id}`, facts }
  return logRefusals(context, refused, () =>
    once(context, requestId, () => {
      const accounts = allAccounts(db)
      const day = today(context)
      const wanted = { actorId: actor.id, post, delegateId: to, fromOn, toOn }
      const mostDays = policyOn(db, day).terms.delegationDays
      refuseDelegation({ ...wanted, mostDays, today: day }, accounts, delegationsSince(db, day))
      const id = insertDelegation(db, { ...wanted, createdAt: now(context) })
      audit(context, { action: 'delegation.add', object: `delegation:${id}`, facts })
      return answer({ ...wanted, id, endedAt: null }, accounts, day)
    }),
  )
}

/**
 * Ends a delegation before its time; ending one that is over changes nothing.
 * @throws CallFailure `not-found`, `not-allowed` for whoever neither gave nor received it
 */
function end(context: Context, { requestId, id, reason }: Checked<'delegations.end'>): Output<'delegations.end'> {
  const { db, actor } = context
  const object = `delegation:${id}`
  return logRefusals(context, { action: 'refused.delegation-end', object }, () =>
    once(context, requestId, () => {
      const delegation = delegationById(db, id)
      if (!delegation) throw new CallFailure('not-found')
      const { actorId, delegateId, endedAt, toOn } = delegation
      if (actor.id !== actorId && actor.id !== delegateId) throw new CallFailure('not-allowed')
      if (endedAt !== null || toOn < today(context)) return {}
      endDelegation(db, id, now(context))
      audit(context, { action: 'delegation.end', object, reason })
      return {}
    }),
  )
}

function answer(record: DelegationRecord, accounts: readonly AccountRecord[], day: string): Delegation {
  const { id, actorId, delegateId, post, fromOn, toOn, endedAt } = record
  const ended = endedAt !== null || toOn < day
  return { id, from: personOf(accounts, actorId), to: personOf(accounts, delegateId), post, fromOn, toOn, ended }
}

/** The calls about who stands in for whom. */
export const delegationServices = {
  'delegations.list': list,
  'delegations.add': add,
  'delegations.end': end,
} satisfies Pick<ServiceTable, Extract<keyof typeof accountCalls, `delegations.${string}`>>
