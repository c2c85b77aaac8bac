import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { saysWhy } from '../../../../shared/domain/policy.ts'
import { inTransaction } from '../../database/connection.ts'
import { actorName } from '../../repositories/actors.ts'
import { endAllSessions } from '../../repositories/sessions.ts'
import { confirmPassword } from '../accounts/confirm-password.ts'
import { audit, auditHead } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import type { Context } from '../context.ts'
import { orRefuse } from './backup-failure.ts'

/**
 * Puts a backup in the place of the data (rules 20). The data as they stand become a backup first, with the row in their log that says
 * who replaced them and why; the log of what is put back goes on with a row that names both. Everybody has to sign in again.
 * @throws CallFailure `password-wrong`, `reason-missing`, `backup-damaged`, `disk-full`, `busy`, `not-ready` where what was put back can not be opened
 */
export async function restoreOverData(
  context: Context,
  { file, password, reason }: Checked<'backups.restore'>,
): Promise<Output<'backups.restore'>> {
  const { db, actor, backups } = context
  await confirmPassword(context, password)
  if (!saysWhy(reason)) throw new CallFailure('reason-missing')
  await orRefuse(() => backups.check(file))
  inTransaction(db, () => audit(context, { action: 'backup.restore', object: 'app', reason, facts: { backup: file } }))
  const replacedHead = auditHead(db)
  const { savedAs, ports } = await orRefuse(() => context.exchange(file))
  inTransaction(ports.db, () => {
    endAllSessions(ports.db)
    // Who came after the backup was taken is not known in it.
    const known = actorName(ports.db, actor.id) === actor.name ? { id: actor.id } : null
    const facts = { backup: file, savedAs, replacedHead, person: actor.name }
    audit({ ...ports, actor: known }, { action: 'app.restore', object: 'app', reason, facts })
  })
  return {}
}
