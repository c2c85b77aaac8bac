import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { returnById, settleReturn } from '../../repositories/packets.ts'
import { confirmPassword } from '../accounts/confirm-password.ts'
import { recordSignature } from '../applications/sign.ts'
import { audit } from '../audit/audit.ts'
import { logRefusals } from '../audit/log-refusals.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now } from '../context.ts'
import { once } from '../once.ts'
import { refuseBystanders } from './packet-rights.ts'
import { signatureFrom } from './signature-from.ts'
import { contentOfReturn, mayConfirm } from './waiting-returns.ts'

/**
 * A second person has compared sheet and signed paper: the signature counts, or the answer is given back.
 * @throws CallFailure `not-allowed`, `password-wrong`, `too-many-tries`, `not-found`, `wrong-state` where it is settled already,
 *   `own-application`, and whatever a signature is refused for
 */
export async function confirmReturn(
  context: Context,
  { requestId, id, accept, password }: Checked<'packets.confirm'>,
): Promise<Output<'packets.confirm'>> {
  const { db, actor } = context
  refuseBystanders(context)
  await confirmPassword(context, password)
  const event = { action: 'refused.packet', object: `return:${id}` }
  return logRefusals(context, event, () =>
    once(context, requestId, () => {
      const found = returnById(db, id)
      if (!found) throw new CallFailure('not-found')
      if (found.state !== 'waiting') throw new CallFailure('wrong-state')
      const content = contentOfReturn(context, found)
      if (!mayConfirm(context, found, content)) throw new CallFailure('own-application')
      const state = accept ? 'recorded' : 'refused'
      settleReturn(db, id, { state, by: actor.id, at: now(context) })
      audit(context, {
        action: 'packet.confirm',
        object: `packet:${found.packetId}`,
        facts: {
          application: String(content.applicationId),
          return: String(id),
          state,
          importer: String(found.importedBy),
        },
      })
      if (accept) recordSignature(context, signatureFrom(content, found.answer, found.signerId, found.evidence))
      return {}
    }),
  )
}
