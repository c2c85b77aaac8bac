import { inTransaction } from '../../database/connection.ts'
import { ownKeyOf, putOwnKey } from '../../repositories/signing-keys.ts'
import { audit } from '../audit/audit.ts'
import { type Context, now } from '../context.ts'
import { newKeyPair } from './answer-signature.ts'
import { lockSecret, unlockSecret } from './locked-secret.ts'

/** A key pair that is ready to sign. */
export interface ReadyKey {
  readonly publicKey: string
  readonly privateKey: string
}

/**
 * The key pair of the person who asks, made on first use. One that the password does not open, because somebody else has set it
 * since, is lost and a new one is made. The password has been checked before.
 */
export function ownKey(context: Context, password: string): Promise<ReadyKey> {
  const { db, actor, inTurn, passwordCost } = context
  return inTurn(async () => {
    const kept = ownKeyOf(db, actor.id)
    const opened = kept && (await unlockSecret(kept.privateKey, password))
    if (kept && opened !== undefined) return { publicKey: kept.publicKey, privateKey: opened }
    const pair = newKeyPair()
    const locked = await lockSecret(pair.privateKey, password, passwordCost)
    inTransaction(db, () => {
      putOwnKey(db, actor.id, { publicKey: pair.publicKey, privateKey: locked }, now(context))
      audit(context, { action: 'key.make', object: `account:${actor.id}` })
    })
    return pair
  })
}

/** Locks the key of a person with a new password, when they change it themselves; answers what is to be stored, if there is a key. */
export async function relockedKey(
  { db, passwordCost }: Pick<Context, 'db' | 'passwordCost'>,
  personId: number,
  passwords: { readonly from: string; readonly to: string },
): Promise<{ publicKey: string; privateKey: string } | undefined> {
  const kept = ownKeyOf(db, personId)
  const opened = kept && (await unlockSecret(kept.privateKey, passwords.from))
  if (!kept || opened === undefined) return undefined
  return { publicKey: kept.publicKey, privateKey: await lockSecret(opened, passwords.to, passwordCost) }
}
