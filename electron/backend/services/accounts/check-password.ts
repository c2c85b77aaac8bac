import { inTransaction } from '../../database/connection.ts'
import { passwordOf, setFailures } from '../../repositories/accounts.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import type { Context } from '../context.ts'
import { passwordMatches } from './passwords.ts'

const mostTries = 5
const rest = 5 * 60_000 // ms

/** What a password is asked for. */
export type PasswordUse = 'signIn' | 'unlock' | 'changePassword' | 'confirm'

/** What a check works with; `actor` is who is signed in, if anybody is. */
export type Checking = Pick<Context, 'db' | 'clock' | 'machine' | 'inTurn'> & { readonly actor: { id: number } | null }

/**
 * Checks the password of an account. Wrong tries are counted and logged; after five the account rests for five minutes.
 * @throws CallFailure `password-wrong`, also where there is no such account; `account-disabled`, `too-many-tries`
 */
export function checkPassword(checking: Checking, id: number, password: string, use: PasswordUse): Promise<void> {
  return checking.inTurn(async () => {
    const { db, clock } = checking
    const account = passwordOf(db, id)
    if (!account) throw new CallFailure('password-wrong')
    if (account.disabled) throw new CallFailure('account-disabled')
    if (isResting(account.lockedUntil, clock())) throw new CallFailure('too-many-tries')
    if (await passwordMatches(password, account.password)) {
      if (account.failures > 0) setFailures(db, id, 0, null)
      return
    }
    const failures = account.failures + 1
    const lockedUntil = failures < mostTries ? null : new Date(clock().getTime() + rest).toISOString()
    inTransaction(db, () => {
      setFailures(db, id, lockedUntil ? 0 : failures, lockedUntil)
      const facts = { use, tries: String(failures), ...(lockedUntil && { restsUntil: lockedUntil }) }
      audit(checking, { action: 'refused.sign-in', object: `account:${id}`, facts })
    })
    throw new CallFailure(lockedUntil ? 'too-many-tries' : 'password-wrong')
  })
}

/** A clock that was set back must not keep anybody out for longer than the rest itself. */
function isResting(lockedUntil: string | null, instant: Date): boolean {
  const left = lockedUntil === null ? 0 : Date.parse(lockedUntil) - instant.getTime()
  return left > 0 && left <= rest
}
