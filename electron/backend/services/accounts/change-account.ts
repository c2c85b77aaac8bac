import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import type { Role } from '../../../../shared/domain/roles.ts'
import { type AccountRecord, allAccounts, giveRole, setDisabled, takeRole } from '../../repositories/accounts.ts'
import { renameActor, setStaffFacts } from '../../repositories/actors.ts'
import { endSessionsOf } from '../../repositories/sessions.ts'
import { audit } from '../audit/audit.ts'
import { logRefusals } from '../audit/log-refusals.ts'
import { type Context, now } from '../context.ts'
import { once } from '../once.ts'
import { accountAnswer, accountOf } from './account-answer.ts'
import { refuseLastAdministrator, refuseRoles, refuseTakenName } from './account-rules.ts'

type Wanted = Checked<'accounts.change'>

/**
 * Changes who a person is, what they may be, and whether the account is open. Posts can be taken away here, not given.
 * @throws CallFailure `not-found`, `name-taken`, `roles-contradict`, `not-allowed` for a post, `last-administrator`
 */
export function changeAccount(context: Context, input: Wanted): Output<'accounts.change'> {
  const { db } = context
  const object = `account:${input.id}`
  const refused = { action: 'refused.account', object, facts: { roles: input.roles.join(',') } }
  return logRefusals(context, refused, () =>
    once(context, input.requestId, () => {
      const account = accountOf(db, input.id)
      const held = account.roles.map(({ role }) => role)
      refuseRoles(held, input.roles)
      refuseTakenName(allAccounts(db), input)
      if (!input.roles.includes('administrator') || input.disabled) refuseIfLast(context, account)
      changeFacts(context, account, input)
      changeRoles(context, input.id, held, input.roles)
      changeAccess(context, account, input.disabled)
      return accountAnswer(accountOf(db, input.id))
    }),
  )
}

function refuseIfLast({ db }: Context, { id, disabled, roles }: AccountRecord): void {
  if (!disabled && roles.some(({ role }) => role === 'administrator')) refuseLastAdministrator(allAccounts(db), id)
}

const factNames = ['name', 'staffNo', 'phone', 'address', 'bankAccountNo'] as const

function changeFacts(context: Context, account: AccountRecord, wanted: Wanted): void {
  const { db } = context
  const changed = factNames.filter(name => account[name] !== wanted[name])
  if (changed.length === 0) return
  renameActor(db, wanted)
  setStaffFacts(db, account.id, wanted)
  note(context, account.id, { changed: changed.join(',') })
}

function changeRoles(context: Context, id: number, held: readonly Role[], wanted: readonly Role[]): void {
  const given = wanted.filter(role => !held.includes(role))
  const taken = held.filter(role => !wanted.includes(role))
  if (given.length === 0 && taken.length === 0) return
  const since = now(context)
  // A post is laid down before its holder becomes administrator.
  for (const role of taken) takeRole(context.db, id, role)
  for (const role of given) giveRole(context.db, id, { role, since, givenBy: context.actor.id })
  note(context, id, { given: given.join(','), taken: taken.join(',') })
}

function changeAccess(context: Context, { id, disabled }: AccountRecord, wanted: boolean): void {
  if (disabled === wanted) return
  setDisabled(context.db, id, wanted ? now(context) : null)
  if (wanted) endSessionsOf(context.db, id)
  note(context, id, { disabled: wanted ? '1' : '0' })
}

function note(context: Context, id: number, facts: Readonly<Record<string, string>>): void {
  audit(context, { action: 'account.change', object: `account:${id}`, facts: { account: String(id), ...facts } })
}
