import type { Account } from '../../../../shared/contract/account-calls.ts'
import type { Connection } from '../../database/connection.ts'
import { type AccountRecord, allAccounts } from '../../repositories/accounts.ts'
import { CallFailure } from '../call-failure.ts'

/** An account as whoever manages them sees it; nothing of its password. */
export function accountAnswer({ roles, mustChange, ...record }: AccountRecord): Account {
  const { id, name, staffNo, phone, address, bankAccountNo, disabled, lockedUntil, lastSignInAt } = record
  const facts = { id, name, staffNo, phone, address, bankAccountNo, disabled, lockedUntil, lastSignInAt }
  return { ...facts, roles: roles.map(({ role, since }) => ({ role, since })), mustChangePassword: mustChange }
}

/** The account of a person. Throws CallFailure `not-found`. */
export function accountOf(db: Connection, id: number): AccountRecord {
  const account = allAccounts(db).find(candidate => candidate.id === id)
  if (!account) throw new CallFailure('not-found')
  return account
}
