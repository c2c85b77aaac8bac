import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { setPassword } from '../../repositories/accounts.ts'
import { endSessionsOf } from '../../repositories/sessions.ts'
import { audit } from '../audit/audit.ts'
import { type Context, now } from '../context.ts'
import { once } from '../once.ts'
import { accountAnswer, accountOf } from './account-answer.ts'
import { hashPassword } from './passwords.ts'

/** Sets a password for somebody who forgot theirs; they have to change it, and whoever was signed in is so no longer. Throws CallFailure `not-found`. */
export async function resetPassword(
  context: Context,
  { requestId, id, password: chosen }: Checked<'accounts.resetPassword'>,
): Promise<Output<'accounts.resetPassword'>> {
  const { db, actor } = context
  const password = await context.inTurn(() => hashPassword(chosen, context.passwordCost))
  return once(context, requestId, () => {
    accountOf(db, id)
    setPassword(db, id, { password, mustChange: true, at: now(context), by: actor.id })
    endSessionsOf(db, id)
    audit(context, { action: 'account.password', object: `account:${id}`, facts: { account: String(id), reset: '1' } })
    return accountAnswer(accountOf(db, id))
  })
}
