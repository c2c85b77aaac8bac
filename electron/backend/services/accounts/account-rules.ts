import { isSameName } from '../../../../shared/domain/names.ts'
import { isPost, type Role, rolesContradict } from '../../../../shared/domain/roles.ts'
import type { AccountRecord } from '../../repositories/accounts.ts'
import { CallFailure } from '../call-failure.ts'

/** A person as they are to be stored; `id` is missing while they have no account. */
interface Candidate {
  readonly id?: number
  readonly name: string
  readonly staffNo: string | null
}

/**
 * One account a person: the same name is only taken twice where both have different staff numbers, and no staff number is.
 * @throws CallFailure `name-taken`, also for the name of an account that is closed
 */
export function refuseTakenName(accounts: readonly AccountRecord[], { id, name, staffNo }: Candidate): void {
  const others = accounts.filter(account => account.id !== id)
  if (staffNo !== null && others.some(account => account.staffNo === staffNo))
    throw new CallFailure('name-taken', { fields: ['staffNo'] })
  const namesakes = others.filter(account => isSameName(account.name, name))
  if (namesakes.some(account => account.staffNo === null || staffNo === null))
    throw new CallFailure('name-taken', { fields: ['name'] })
}

/**
 * Posts are given by a proposal that the general manager approves, never here; and who manages accounts holds no post.
 * @throws CallFailure `not-allowed`, `roles-contradict`
 */
export function refuseRoles(held: readonly Role[], wanted: readonly Role[]): void {
  if (wanted.some(role => isPost(role) && !held.includes(role)))
    throw new CallFailure('not-allowed', { fields: ['roles'] })
  if (rolesContradict(wanted)) throw new CallFailure('roles-contradict')
}

/** Somebody must always be able to manage the accounts. Throws CallFailure `last-administrator`. */
export function refuseLastAdministrator(accounts: readonly AccountRecord[], without: number): void {
  const left = accounts.filter(
    ({ id, disabled, roles }) => id !== without && !disabled && roles.some(({ role }) => role === 'administrator'),
  )
  if (left.length === 0) throw new CallFailure('last-administrator')
}
