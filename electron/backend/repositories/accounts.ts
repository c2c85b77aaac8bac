import type { Role } from '../../../shared/domain/roles.ts'
import { all, type Connection, one, run } from '../database/connection.ts'

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
    a.locked_until AS lockedUntil, a.disabled_at AS disabledAt, a.last_sign_in_at AS lastSignInAt
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

/** Whether anybody has an account yet. Throws SqliteError. */
export function hasAccounts(db: Connection): boolean {
  return one(db, 'SELECT 1 FROM accounts LIMIT 1') !== undefined
}

/** What a sign-in is checked against; whoever holds it never answers it to a caller. */
export interface PasswordRecord {
  readonly password: string
  readonly failures: number
  readonly lockedUntil: string | null
  readonly disabled: boolean
}

/** The password of an account as it is stored, or nothing where there is no such account. Throws SqliteError. */
export function passwordOf(db: Connection, id: number): PasswordRecord | undefined {
  const sql =
    'SELECT password, failures, locked_until AS lockedUntil, disabled_at AS disabledAt FROM accounts WHERE actor_id = ?'
  const row = one<Omit<PasswordRecord, 'disabled'> & { disabledAt: string | null }>(db, sql, [id])
  if (!row) return undefined
  const { disabledAt, ...record } = row
  return { ...record, disabled: disabledAt !== null }
}

/** A password as somebody set it; `by` is that person. */
export interface NewPassword {
  readonly password: string
  readonly mustChange: boolean
  readonly at: string
  readonly by: number
}

/** Gives a person an account. Throws SqliteError. */
export function addAccount(db: Connection, id: number, { password, mustChange, at, by }: NewPassword): void {
  const sql =
    'INSERT INTO accounts (actor_id, password, must_change, password_set_at, password_set_by) VALUES (?, ?, ?, ?, ?)'
  run(db, sql, [id, password, Number(mustChange), at, by])
}

/** Sets another password and forgets the wrong tries before it. Throws SqliteError. */
export function setPassword(db: Connection, id: number, { password, mustChange, at, by }: NewPassword): void {
  const sql = `UPDATE accounts SET password = ?, must_change = ?, password_set_at = ?, password_set_by = ?, failures = 0,
    locked_until = NULL WHERE actor_id = ?`
  run(db, sql, [password, Number(mustChange), at, by, id])
}

/** Remembers how often in a row a password was wrong, and until when the account rests. Throws SqliteError. */
export function setFailures(db: Connection, id: number, failures: number, lockedUntil: string | null): void {
  run(db, 'UPDATE accounts SET failures = ?, locked_until = ? WHERE actor_id = ?', [failures, lockedUntil, id])
}

/** Remembers when somebody signed in. Throws SqliteError. */
export function setSignedIn(db: Connection, id: number, at: string): void {
  run(db, 'UPDATE accounts SET last_sign_in_at = ? WHERE actor_id = ?', [at, id])
}

/** Closes an account, or opens it again with nothing as its end. Throws SqliteError. */
export function setDisabled(db: Connection, id: number, at: string | null): void {
  run(db, 'UPDATE accounts SET disabled_at = ? WHERE actor_id = ?', [at, id])
}

/** Gives a role to an account; a role held already keeps its day. Throws SqliteError. */
export function giveRole(db: Connection, id: number, { role, since, givenBy }: HeldRole): void {
  const sql = 'INSERT INTO roles (actor_id, role, given_at, given_by) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'
  run(db, sql, [id, role, since, givenBy])
}

/** Takes a role away from an account. Throws SqliteError. */
export function takeRole(db: Connection, id: number, role: Role): void {
  run(db, 'DELETE FROM roles WHERE actor_id = ? AND role = ?', [id, role])
}
