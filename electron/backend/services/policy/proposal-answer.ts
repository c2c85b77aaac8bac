import type { Proposal } from '../../../../shared/contract/policy-calls.ts'
import type { AccountRecord } from '../../repositories/accounts.ts'
import type { ProposalRecord } from '../../repositories/proposals.ts'
import { decidersOf } from './deciders.ts'
import { personOf } from './person-of.ts'

/** A proposal as the screens show it to somebody: with names, the first day on which it really holds, and whether they may decide it. */
export function proposalAnswer(record: ProposalRecord, accounts: readonly AccountRecord[], reader: number): Proposal {
  const { id, change, state, proposedBy, proposedAt, decidedBy, decidedAt, startsOn, reason, decisionReason } = record
  return {
    id,
    change: change.kind === 'post' ? change : { ...change, startsOn: startsOn ?? change.startsOn },
    person: change.kind === 'post' ? personOf(accounts, change.account) : null,
    state,
    proposedBy: personOf(accounts, proposedBy),
    proposedAt,
    decidedBy: decidedBy === null ? null : personOf(accounts, decidedBy),
    decidedAt,
    reason,
    decisionReason,
    mayDecide: state === 'open' && decidersOf(accounts, record).has(reader),
  }
}
