import type { Output } from '../../../../shared/contract/contract.ts'
import type { policyCalls } from '../../../../shared/contract/policy-calls.ts'
import { allAccounts } from '../../repositories/accounts.ts'
import { allProposals } from '../../repositories/proposals.ts'
import { type Context, today } from '../context.ts'
import type { ServiceTable } from '../service-table.ts'
import { policyOn } from './current-policy.ts'
import { decide } from './decide.ts'
import { proposalAnswer } from './proposal-answer.ts'
import { propose } from './propose.ts'

/** The rules that hold today and every proposal, newest first. */
function current(context: Context): Output<'policy.current'> {
  const { db, actor } = context
  const accounts = allAccounts(db)
  const proposals = allProposals(db).map(record => proposalAnswer(record, accounts, actor.id))
  return { ...policyOn(db, today(context)), proposals }
}

/** The calls about the rules of the house. */
export const policyServices = {
  'policy.current': current,
  'policy.propose': propose,
  'policy.decide': decide,
} satisfies Pick<ServiceTable, keyof typeof policyCalls>
