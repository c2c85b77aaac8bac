import type { Context } from '../context.ts'
import { checkPassword } from './check-password.ts'

/**
 * Lets the person who asks confirm with the password that it is really they. Comes before the transaction of a command.
 * @throws CallFailure `password-wrong`, `too-many-tries`, `account-disabled`
 */
export function confirmPassword(context: Context, password: string): Promise<void> {
  return checkPassword(context, context.actor.id, password, 'confirm')
}
