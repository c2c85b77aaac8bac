import type { Role } from '../../../shared/domain/roles.ts'
import { all, type Connection, run } from '../database/connection.ts'

/** A role somebody holds, and since when. */
export interface HeldRole {
  readonly role: Role
  readonly since: string
  readonly givenBy: number
}

/** An account with the person behind it. `id` is the person; comparisons go by it, never by the name (rules 1). */
export interface AccountRecord {
  readonly id: number
  readonly name: string
  readonly staffNo: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly bankAccountNo: string | null
  readonly mustChange: boolean
  readonly passwordSetAt: string
  readonly passwordSetBy: number
  readonly lockedUntil: string | null
  readonly disabled: boolean
  readonly lastSignInAt: string | null
  readonly roles: readonly HeldRole[]
}

interface StoredAccount extends Omit<AccountRecord, 'mustChange' | 'disabled' | 'roles'> {
  readonly mustChange: number
  readonly disabledAt: string | null
}

const select = `
  SELECT p.id, p.name, p.staff_no AS staffNo, p.phone, p.address, p.bank_account_no AS bankAccountNo, a.must_change AS mustChange,
    a.password_set_at AS passwordSetAt, a.password_set_by AS passwordSetBy, a.locked_until AS lockedUntil,
    a.disabled_at AS disabledAt, a.last_sign_in_at AS lastSignInAt
  FROM accounts a JOIN actors p ON p.id = a.actor_id ORDER BY p.id`
const selectRoles =
  'SELECT actor_id AS actorId, role, given_at AS since, given_by AS givenBy FROM roles ORDER BY actor_id, role'

/** Every account of the house, the disabled ones included. Throws SqliteError. */
export function allAccounts(db: Connection): AccountRecord[] {
  const held = new Map<number, HeldRole[]>()
  for (const { actorId, ...role } of all<HeldRole & { actorId: number }>(db, selectRoles))
    held.set(actorId, [...(held.get(actorId) ?? []), role])
  return all<StoredAccount>(db, select).map(({ mustChange, disabledAt, ...account }) => ({
    ...account,
    mustChange: mustChange === 1,
    disabled: disabledAt !== null,
    roles: held.get(account.id) ?? [],
  }))
}

/** Gives a role to an account from an instant on; `by` is the person who asked for it. Throws SqliteError. */
export function giveRole(db: Connection, actorId: number, role: Role, at: string, by: number): void {
  run(db, 'INSERT INTO roles (actor_id, role, given_at, given_by) VALUES (?, ?, ?, ?)', [actorId, role, at, by])
}
