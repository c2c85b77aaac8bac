import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { saysWhy } from '../../../../shared/domain/policy.ts'
import { allAccounts } from '../../repositories/accounts.ts'
import { decideProposal } from '../../repositories/proposals.ts'
import { confirmPassword } from '../accounts/confirm-password.ts'
import { audit } from '../audit/audit.ts'
import { logRefusals } from '../audit/log-refusals.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now } from '../context.ts'
import { once } from '../once.ts'
import { approveChange } from './approve-change.ts'
import { decidersOf } from './deciders.ts'
import { knownProposal } from './known-proposal.ts'
import { proposalAnswer } from './proposal-answer.ts'

/**
 * Approves or refuses a proposal. Whoever proposed it or would get the post by it is refused, and the attempt is logged (rules 1, 2).
 * @throws CallFailure `not-found`, `not-allowed`, `wrong-state` where it is decided, `reason-missing` for a refusal without one,
 *   `roles-contradict`; `password-wrong`, `too-many-tries`
 */
export async function decide(
  context: Context,
  { requestId, id, approve, reason, password }: Checked<'policy.decide'>,
): Promise<Output<'policy.decide'>> {
  await confirmPassword(context, password)
  const { db, actor } = context
  const object = `proposal:${id}`
  return logRefusals(context, { action: 'refused.policy-decide', object }, () =>
    once(context, requestId, () => {
      const proposal = knownProposal(db, id)
      if (!decidersOf(allAccounts(db), proposal).has(actor.id)) throw new CallFailure('not-allowed')
      if (proposal.state !== 'open') throw new CallFailure('wrong-state')
      if (!approve && !saysWhy(reason)) throw new CallFailure('reason-missing')
      const decisionReason = reason || null
      audit(context, {
        action: 'policy.decide',
        object,
        reason,
        facts: { decision: approve ? 'approved' : 'refused', kind: proposal.change.kind },
      })
      if (approve) approveChange(context, proposal, { decidedBy: actor.id, decisionReason })
      else {
        const decidedAt = now(context)
        decideProposal(db, id, { state: 'refused', decidedBy: actor.id, decidedAt, startsOn: null, decisionReason })
      }
      return proposalAnswer(knownProposal(db, id), allAccounts(db), actor.id)
    }),
  )
}
