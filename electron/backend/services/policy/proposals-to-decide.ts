import type { Proposal } from '../../../../shared/contract/policy-calls.ts'
import { allAccounts } from '../../repositories/accounts.ts'
import { allProposals } from '../../repositories/proposals.ts'
import type { Context } from '../context.ts'
import { proposalAnswer } from './proposal-answer.ts'

/** The open proposals that the person who asks may decide. Throws SqliteError. */
export function proposalsToDecide({ db, actor }: Pick<Context, 'db' | 'actor'>): Proposal[] {
  const accounts = allAccounts(db)
  return allProposals(db)
    .filter(({ state }) => state === 'open')
    .map(proposal => proposalAnswer(proposal, accounts, actor.id))
    .filter(({ mayDecide }) => mayDecide)
}
