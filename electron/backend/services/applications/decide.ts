import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { applicationById } from '../../repositories/applications.ts'
import { confirmPassword } from '../accounts/confirm-password.ts'
import { logRefusals } from '../audit/log-refusals.ts'
import type { Context } from '../context.ts'
import { today } from '../context.ts'
import { once } from '../once.ts'
import { shownState } from './rows.ts'
import { recordSignature } from './sign.ts'

/**
 * Signs, lowers, gives back or refuses the open step, as the person who is signed in: evidence 甲.
 * @throws CallFailure `password-wrong`, `too-many-tries` and whatever a signature is refused for; refusals are in the log
 */
export async function decideStep(
  context: Context,
  input: Checked<'applications.decide'>,
): Promise<Output<'applications.decide'>> {
  await confirmPassword(context, input.password)
  return logRefusals(context, { action: 'refused.signature', object: `application:${input.id}` }, () =>
    once(context, input.requestId, () => {
      recordSignature(context, {
        ...input,
        applicationId: input.id,
        signerId: context.actor.id,
        evidence: 'jia',
        packetId: null,
      })
      const application = applicationById(context.db, input.id)
      if (!application) throw new Error('an application went away while it was signed')
      return { state: shownState(application, today(context)) }
    }),
  )
}
