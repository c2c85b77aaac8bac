import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { confirmStep } from '../../repositories/approval-steps.ts'
import { confirmPassword } from '../accounts/confirm-password.ts'
import { audit } from '../audit/audit.ts'
import { logRefusals } from '../audit/log-refusals.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, today } from '../context.ts'
import { once } from '../once.ts'
import { loadCase } from './load-case.ts'
import { owesConfirmation } from './rows.ts'
import { factsDigest } from './snapshot.ts'

/**
 * Whoever has signed stands by the signature although the card was changed since (rules 14).
 * @throws CallFailure `password-wrong`, `too-many-tries`, `not-found`; `own-application` for whoever changed it themselves, which is logged;
 * `wrong-state` where there is nothing to confirm
 */
export async function confirmChanges(
  context: Context,
  input: Checked<'applications.confirmChanges'>,
): Promise<Output<'applications.confirmChanges'>> {
  const { db, actor } = context
  await confirmPassword(context, input.password)
  const object = `application:${input.id}`
  return logRefusals(context, { action: 'refused.confirm', object }, () =>
    once(context, input.requestId, () => {
      const found = loadCase(db, input.id, today(context))
      if (found.barred.has(actor.id)) throw new CallFailure('own-application')
      if (!owesConfirmation(context, found)) throw new CallFailure('wrong-state')
      const digest = factsDigest(found.values)
      for (const step of found.steps)
        if (step.signerId === actor.id && step.state === 'signed') confirmStep(db, step, digest)
      audit(context, { action: 'application.confirm', object, afterDigest: digest })
      return {}
    }),
  )
}
