import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { moved } from '../../../../shared/domain/moves.ts'
import { saysWhy } from '../../../../shared/domain/policy.ts'
import { updateProgress } from '../../repositories/applications.ts'
import { voidOpenSteps } from '../../repositories/approval-steps.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now, today } from '../context.ts'
import { once } from '../once.ts'
import { loadCase } from './load-case.ts'
import { shownState } from './rows.ts'

/**
 * Takes an application back: at once while nobody has signed, later by asking whoever's turn it is to give it back (rules 14).
 * @throws CallFailure `not-found`, `wrong-state`, `reason-missing`; `not-allowed` for anybody but who begun or submitted it
 */
export function withdrawApplication(
  context: Context,
  input: Checked<'applications.withdraw'>,
): Output<'applications.withdraw'> {
  const { db, actor } = context
  return once(context, input.requestId, () => {
    const day = today(context)
    const { application, submission, steps } = loadCase(db, input.id, day)
    if (application.begunBy !== actor.id && submission?.submittedBy !== actor.id) throw new CallFailure('not-allowed')
    const state = moved(application.state, 'withdraw')
    // What was never submitted is a draft: there is nothing to take back.
    if (!state || !submission) throw new CallFailure('wrong-state')
    if (!saysWhy(input.reason)) throw new CallFailure('reason-missing')
    const asks = application.state === 'pending' && steps.some(step => step.state === 'signed')
    if (asks) updateProgress(db, input.id, { withdrawalAskedAt: now(context), withdrawalReason: input.reason })
    else {
      voidOpenSteps(db, submission.id)
      updateProgress(db, input.id, { state, decidedAt: now(context) })
    }
    audit(context, {
      action: asks ? 'application.askWithdrawal' : 'application.withdraw',
      object: `application:${input.id}`,
      reason: input.reason,
    })
    return { state: asks ? shownState(application, day) : state }
  })
}
