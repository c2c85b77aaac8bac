import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import type { packetCalls } from '../../../../shared/contract/packet-calls.ts'
import { ownerOfKey, registerKey } from '../../repositories/signing-keys.ts'
import { accountOf } from '../accounts/account-answer.ts'
import { checkPassword } from '../accounts/check-password.ts'
import { confirmPassword } from '../accounts/confirm-password.ts'
import { audit } from '../audit/audit.ts'
import { sha256 } from '../audit/canonical-json.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now } from '../context.ts'
import { once } from '../once.ts'
import type { ServiceTable } from '../service-table.ts'
import { readPublicKey } from './answer-signature.ts'
import { ownKey } from './own-key.ts'

/** The public key of the person who asks, made on first use. Throws CallFailure `password-wrong`, `too-many-tries`. */
async function myKey(context: Context, { password }: Checked<'keys.mine'>): Promise<Output<'keys.mine'>> {
  await confirmPassword(context, password)
  const { publicKey } = await ownKey(context, password)
  return { publicKey }
}

/**
 * Takes down the public key that an approver has handed over in person, which the approver's own password shows: a key that an
 * administrator could register alone would sign for every post of the house.
 * @throws CallFailure `password-wrong`, `too-many-tries`, `account-disabled`; `password-expired` for a password that somebody else has
 *   set; `invalid-input` for what is no such key or is somebody else's
 */
async function register(context: Context, input: Checked<'keys.register'>): Promise<Output<'keys.register'>> {
  const { db, actor } = context
  await checkPassword(context, input.account, input.password, 'confirm')
  return once(context, input.requestId, () => {
    if (accountOf(db, input.account).mustChange) throw new CallFailure('password-expired')
    const publicKey = readPublicKey(input.publicKey)
    const owner = publicKey === undefined ? undefined : ownerOfKey(db, publicKey)
    if (publicKey === undefined || (owner !== undefined && owner !== input.account))
      throw new CallFailure('invalid-input', { fields: ['publicKey'] })
    registerKey(db, { personId: input.account, publicKey, at: now(context), by: actor.id })
    audit(context, {
      action: 'key.register',
      object: `account:${input.account}`,
      facts: { account: String(input.account), key: sha256(publicKey) },
    })
    return {}
  })
}

/** Keys with which packets are signed. */
export const keyServices = {
  'keys.mine': myKey,
  'keys.register': register,
} satisfies Pick<ServiceTable, Extract<keyof typeof packetCalls, `keys.${string}`>>
