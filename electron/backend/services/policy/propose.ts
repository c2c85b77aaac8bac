import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import type { PolicyChange } from '../../../../shared/contract/policy-calls.ts'
import { allAccounts } from '../../repositories/accounts.ts'
import { allProposals, insertProposal } from '../../repositories/proposals.ts'
import { audit } from '../audit/audit.ts'
import { canonicalJson, digestOf } from '../audit/canonical-json.ts'
import { logRefusals } from '../audit/log-refusals.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now, today } from '../context.ts'
import { once } from '../once.ts'
import { approveChange } from './approve-change.ts'
import { refuseChange } from './check-change.ts'
import { activeHolders } from './deciders.ts'
import { knownProposal } from './known-proposal.ts'
import { proposalAnswer } from './proposal-answer.ts'

/**
 * Proposes a change of the rules of the house. While no active account holds any post there is nobody who could decide, so a post is
 * then given at once, which the log says (rules 1, 2). A post for somebody who can not hold it is refused, and the attempt is logged.
 * @throws CallFailure `period-invalid`, `invalid-input`, `not-found`, `roles-contradict`, `already-proposed`
 */
export function propose(context: Context, input: Checked<'policy.propose'>): Output<'policy.propose'> {
  const { db, actor } = context
  const { change } = input
  const refused = { action: 'refused.policy-propose', object: 'proposal', facts: factsOf(change) }
  return logRefusals(context, refused, () =>
    once(context, input.requestId, () => {
      const accounts = allAccounts(db)
      refuseChange(accounts, change, today(context))
      const same = canonicalJson(change)
      if (allProposals(db).some(({ state, change: open }) => state === 'open' && canonicalJson(open) === same))
        throw new CallFailure('already-proposed')
      const reason = input.reason || null
      const id = insertProposal(db, { change, proposedBy: actor.id, proposedAt: now(context), reason })
      audit(context, {
        action: 'policy.propose',
        object: `proposal:${id}`,
        reason: input.reason,
        afterDigest: digestOf(change),
        facts: factsOf(change),
      })
      if (change.kind === 'post' && activeHolders(accounts).length === 0)
        approveChange(context, knownProposal(db, id), {
          decidedBy: null,
          decisionReason: null,
          facts: { withoutApproval: 'first-post' },
        })
      return proposalAnswer(knownProposal(db, id), allAccounts(db), actor.id)
    }),
  )
}

function factsOf(change: PolicyChange): Record<string, string> {
  return change.kind === 'post'
    ? { kind: change.kind, account: String(change.account), post: change.post }
    : { kind: change.kind, startsOn: change.startsOn }
}
