import type { GivenAnswers } from '../../../../shared/contract/duplicate-calls.ts'
import { shortestOverride } from '../../../../shared/domain/duplicates.ts'
import { rightsOf } from '../../../../shared/domain/roles.ts'
import { allAccounts } from '../../repositories/accounts.ts'
import { checkPassword } from '../accounts/check-password.ts'
import { CallFailure } from '../call-failure.ts'
import type { Context } from '../context.ts'

/** Who lets a certain duplicate through, and why. */
export interface Permission {
  readonly by: number
  readonly reason: string
}

/**
 * The sales manager lets a certain duplicate through at the filler's place, with their own password (rules 8). Comes before the
 * transaction of a command.
 * @throws CallFailure `reason-missing`, `not-allowed`; `password-wrong`, `too-many-tries`, `account-disabled`
 */
export async function permissionIn(context: Context, given: GivenAnswers | undefined): Promise<Permission | undefined> {
  if (!given?.override) return undefined
  const { by, password, reason } = given.override
  if (Array.from(reason).length < shortestOverride) throw new CallFailure('reason-missing')
  const account = allAccounts(context.db).find(({ id }) => id === by)
  if (!account || !rightsOf(account.roles.map(({ role }) => role)).has('duplicate.override'))
    throw new CallFailure('not-allowed')
  await checkPassword(context, by, password, 'confirm')
  return { by, reason }
}
