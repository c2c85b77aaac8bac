import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { addAccount as storeAccount, allAccounts, giveRole } from '../../repositories/accounts.ts'
import { addActor, setStaffFacts } from '../../repositories/actors.ts'
import { audit } from '../audit/audit.ts'
import { logRefusals } from '../audit/log-refusals.ts'
import { type Context, now } from '../context.ts'
import { once } from '../once.ts'
import { accountAnswer, accountOf } from './account-answer.ts'
import { refuseRoles, refuseTakenName } from './account-rules.ts'
import { hashPassword } from './passwords.ts'

/**
 * Gives a person an account, with a first password that has to be changed.
 * @throws CallFailure `name-taken`, `roles-contradict`, `not-allowed` for a post, which is given by a proposal
 */
export async function addAccount(context: Context, input: Checked<'accounts.add'>): Promise<Output<'accounts.add'>> {
  const { db, actor } = context
  const { requestId, name, roles, password: chosen, ...facts } = input
  const password = await context.inTurn(() => hashPassword(chosen, context.passwordCost))
  const refused = { action: 'refused.account', object: 'account', facts: { roles: roles.join(',') } }
  return logRefusals(context, refused, () =>
    once(context, requestId, () => {
      refuseRoles([], roles)
      refuseTakenName(allAccounts(db), { name, staffNo: facts.staffNo })
      const at = now(context)
      const { id } = addActor(db, name, at)
      setStaffFacts(db, id, facts)
      storeAccount(db, id, { password, mustChange: true, at, by: actor.id })
      for (const role of roles) giveRole(db, id, { role, since: at, givenBy: actor.id })
      const object = `account:${id}`
      audit(context, { action: 'account.add', object, facts: { account: String(id), roles: roles.join(',') } })
      return accountAnswer(accountOf(db, id))
    }),
  )
}
