import type { Output } from '../../../../shared/contract/contract.ts'
import { allAccounts } from '../../repositories/accounts.ts'
import { personReadings } from '../../search/pinyin.ts'
import type { Context } from '../context.ts'
import type { Session } from '../session.ts'
import { accountAnswer } from './account-answer.ts'

/** Every account, the closed ones included. */
export function listAccounts({ db }: Context): Output<'accounts.list'> {
  return { accounts: allAccounts(db).map(accountAnswer) }
}

/** People to choose from: whose account is open, with what they are. */
export function listPeople({ db }: Context): Output<'accounts.people'> {
  const open = allAccounts(db).filter(({ disabled }) => !disabled)
  return {
    people: open.map(({ id, name, roles }) => {
      const { initials, pinyin } = personReadings(name)
      return { id, name, roles: roles.map(({ role }) => role), readings: [...initials, ...pinyin] }
    }),
  }
}

/** Names to choose from when signing in, the one that did last first. */
export function listSignIns(session: Session): Output<'session.people'> {
  const open = allAccounts(session.folder.db).filter(({ disabled }) => !disabled)
  const last = (at: string | null) => (at === null ? 0 : Date.parse(at))
  open.sort((a, b) => last(b.lastSignInAt) - last(a.lastSignInAt) || a.id - b.id)
  return { people: open.map(({ id, name, staffNo }) => ({ id, name, staffNo })) }
}
