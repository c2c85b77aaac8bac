import type { CallName } from '../../../../shared/contract/contract.ts'
import type { ServiceTable } from '../service-table.ts'
import { addAccount } from './add-account.ts'
import { changeAccount } from './change-account.ts'
import { listAccounts, listPeople, listSignIns } from './list-accounts.ts'
import { resetPassword } from './reset-password.ts'
import { changePassword, lock, signIn, signOut, stay, unlock } from './sign-in.ts'

type AccountCall = Extract<CallName, `session.${string}` | `accounts.${string}`>

/** Signing in, and the accounts. */
export const accountServices = {
  'session.people': listSignIns,
  'session.signIn': signIn,
  'session.unlock': unlock,
  'session.lock': lock,
  'session.stay': stay,
  'session.signOut': signOut,
  'session.changePassword': changePassword,
  'accounts.people': listPeople,
  'accounts.list': listAccounts,
  'accounts.add': addAccount,
  'accounts.change': changeAccount,
  'accounts.resetPassword': resetPassword,
} satisfies Pick<ServiceTable, AccountCall>
