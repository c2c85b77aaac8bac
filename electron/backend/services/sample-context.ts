import { rightsOf } from '../../../shared/domain/roles.ts'
import { allAccounts } from '../repositories/accounts.ts'
import type { Context, Ports } from './context.ts'

/** Somebody of the sample company at work. Throws Error for a name that nobody there has. */
export function sampleContext(ports: Ports, name: string): Context {
  const account = allAccounts(ports.db).find(candidate => candidate.name === name)
  if (!account) throw new Error(`the sample company has no ${name}`)
  const roles = account.roles.map(({ role }) => role)
  const actor = { id: account.id, name, roles, rights: [...rightsOf(roles)], mustChangePassword: false }
  return { ...ports, actor, call: 'sample' }
}
