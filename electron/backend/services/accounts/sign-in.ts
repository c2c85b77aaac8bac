import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { inTransaction } from '../../database/connection.ts'
import { setPassword, setSignedIn } from '../../repositories/accounts.ts'
import { endSession, endSessionsOf } from '../../repositories/sessions.ts'
import { putOwnKey } from '../../repositories/signing-keys.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import { now } from '../context.ts'
import { relockedKey } from '../packets/own-key.ts'
import type { Session } from '../session.ts'
import { checkPassword } from './check-password.ts'
import { hashPassword } from './passwords.ts'
import { beginSession, tokenDigest } from './signed-in.ts'

/**
 * Signs a person in; whoever was in this window before is so no longer.
 * @throws CallFailure `not-ready`, `password-wrong`, `too-many-tries`, `account-disabled`
 */
export async function signIn(
  session: Session,
  { id, password }: Checked<'session.signIn'>,
  before: string | undefined,
): Promise<Output<'session.signIn'>> {
  const { ports } = session
  await checkPassword({ ...ports, actor: null }, id, password, 'signIn')
  const token = inTransaction(ports.db, () => {
    const at = now(ports)
    if (before !== undefined) endSession(ports.db, tokenDigest(before))
    setSignedIn(ports.db, id, at)
    audit({ ...ports, actor: { id } }, { action: 'session.signIn', object: `account:${id}` })
    return beginSession(ports.db, id, at)
  })
  return { session: token, status: session.status(token) }
}

/** Takes the lock away for whoever has the password. Throws CallFailure `not-signed-in`, `password-wrong`, `too-many-tries`. */
export async function unlock(
  session: Session,
  { password }: Checked<'session.unlock'>,
  token: string | undefined,
): Promise<Output<'session.unlock'>> {
  const { ports } = session
  const presence = session.attendance.find(ports.db, token)
  if (!presence) throw new CallFailure('not-signed-in')
  await checkPassword({ ...ports, actor: null }, presence.actor.id, password, 'unlock')
  session.attendance.unlock(ports.db, presence)
  return session.status(token)
}

/** Locks a session until its password is given again; where nobody has signed in there is nothing to lock. */
export function lock(session: Session, _: Checked<'session.lock'>, token: string | undefined): Output<'session.lock'> {
  const { db } = session.folder
  const presence = session.attendance.find(db, token)
  if (presence) session.attendance.lock(db, presence)
  return session.status(token)
}

/** Notes that somebody is here who makes no other call. Throws CallFailure `not-signed-in`, `session-locked`. */
export function stay(session: Session, _: Checked<'session.stay'>, token: string | undefined): Output<'session.stay'> {
  session.stay(token)
  return {}
}

/** Ends a session. */
export function signOut(
  session: Session,
  _: Checked<'session.signOut'>,
  token: string | undefined,
): Output<'session.signOut'> {
  if (token !== undefined) endSession(session.folder.db, tokenDigest(token))
  return session.status(token)
}

/**
 * Sets a password that the person has chosen; other windows in which they have signed in end.
 * @throws CallFailure `not-signed-in`, `session-locked`, `password-wrong`, `too-many-tries`, `invalid-input` for the same one again
 */
export async function changePassword(
  session: Session,
  input: Checked<'session.changePassword'>,
  token: string | undefined,
): Promise<Output<'session.changePassword'>> {
  const { ports } = session
  const { actor, tokenDigest: mine } = session.presence(token)
  if (input.newPassword === input.password) throw new CallFailure('invalid-input', { fields: ['newPassword'] })
  await checkPassword({ ...ports, actor }, actor.id, input.password, 'changePassword')
  const password = await ports.inTurn(() => hashPassword(input.newPassword, ports.passwordCost))
  const key = await ports.inTurn(() => relockedKey(ports, actor.id, { from: input.password, to: input.newPassword }))
  inTransaction(ports.db, () => {
    // While it was being hashed, somebody may have set another one or closed the account: a reset ends every session.
    session.presence(token)
    setPassword(ports.db, actor.id, { password, mustChange: false, at: now(ports), by: actor.id })
    if (key) putOwnKey(ports.db, actor.id, key, now(ports))
    endSessionsOf(ports.db, actor.id, mine)
    audit({ ...ports, actor }, { action: 'account.password', object: `account:${actor.id}` })
  })
  return session.status(token)
}
