import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { type Connection, inTransaction } from '../../database/connection.ts'
import { addAccount, giveRole, hasAccounts, setSignedIn } from '../../repositories/accounts.ts'
import { addActor, firstActor, renameActor } from '../../repositories/actors.ts'
import { putSetting } from '../../repositories/settings.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import { now } from '../context.ts'
import type { Session } from '../session.ts'
import { hashPassword } from './passwords.ts'
import { beginSession } from './signed-in.ts'

const firstRoles = ['administrator', 'filler'] as const

/**
 * First run: the company and the first administrator, who is signed in with it and also fills in cards. In a folder from before
 * there were accounts, the person who worked in it gets theirs. Throws CallFailure `not-ready`, `already-set-up`.
 */
export async function setUp(session: Session, input: Checked<'app.setUp'>): Promise<Output<'app.setUp'>> {
  const { ports } = session
  const { db } = ports
  if (hasAccounts(db)) throw new CallFailure('already-set-up')
  const password = await ports.inTurn(() => hashPassword(input.password, ports.passwordCost))
  const token = inTransaction(db, () => {
    if (hasAccounts(db)) throw new CallFailure('already-set-up')
    const at = now(ports)
    putSetting(db, 'company', input.company)
    session.language = input.language
    const id = firstPerson(db, input.person, at)
    addAccount(db, id, { password, mustChange: false, at, by: id })
    setSignedIn(db, id, at)
    for (const role of firstRoles) giveRole(db, id, { role, since: at, givenBy: id })
    const facts = { account: String(id), roles: firstRoles.join(','), language: input.language }
    audit({ ...ports, actor: { id } }, { action: 'app.setUp', object: `account:${id}`, facts })
    return beginSession(db, id, at)
  })
  session.options.logger.event('set-up')
  return { session: token, status: session.status(token) }
}

function firstPerson(db: Connection, name: string, at: string): number {
  const known = firstActor(db)
  if (known && known.name !== name) renameActor(db, { id: known.id, name })
  return known?.id ?? addActor(db, name, at).id
}
