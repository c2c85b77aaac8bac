import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { inTransaction } from '../../database/connection.ts'
import { hasAccounts } from '../../repositories/accounts.ts'
import { endAllSessions } from '../../repositories/sessions.ts'
import { confirmPassword } from '../accounts/confirm-password.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, today } from '../context.ts'
import { fileName } from '../file-name.ts'
import type { Session } from '../session.ts'
import { orRefuse } from './backup-failure.ts'

/** All data and papers in one sealed file. Throws CallFailure `password-wrong`, `passphrase-missing`, `disk-full`. */
export async function takeAlong(
  context: Context,
  { requestId, password }: Checked<'backups.takeAlong'>,
): Promise<Output<'backups.takeAlong'>> {
  const { db, outbox, backups, company } = context
  await confirmPassword(context, password)
  const download = requestId.toLowerCase()
  const name = fileName(['Kehu', company, today(context)], 'kehubak')
  return context.work.run(download, async () => {
    try {
      await orRefuse(() => backups.pack(outbox.place(download, name)))
      inTransaction(db, () => audit(context, { action: 'backup.takeAlong', object: 'app' }))
      return { fileName: name, download }
    } catch (error) {
      outbox.drop(download)
      throw error
    }
  })
}

/** Opens a sealed file into the backups. Throws CallFailure `upload-gone`, `secret-wrong`, `backup-foreign`, `backup-cut`, … */
export async function bringIn(
  context: Context,
  { upload, secret }: Checked<'backups.bringIn'>,
): Promise<Output<'backups.bringIn'>> {
  const { db, inbox, backups } = context
  const brought = await orRefuse(() => backups.bringIn(inbox.place(upload), secret))
  inbox.drop(upload)
  inTransaction(db, () => audit(context, { action: 'backup.bringIn', object: 'app', facts: { backup: brought.file } }))
  return brought
}

/**
 * Makes a sealed file the data of a folder that nobody has begun to use: moving to another computer.
 * @throws CallFailure `already-set-up`, `upload-gone`, `secret-wrong`, `backup-foreign`, `backup-cut`, `backup-damaged`, `disk-full`
 */
export async function bringInFirst(
  session: Session,
  { upload, secret }: Checked<'app.bringIn'>,
): Promise<Output<'app.bringIn'>> {
  const { db, inbox, backups } = session.ports
  if (hasAccounts(db)) throw new CallFailure('already-set-up')
  const { file, missing } = await orRefuse(() => backups.bringIn(inbox.place(upload), secret))
  inbox.drop(upload)
  if (hasAccounts(db)) throw new CallFailure('already-set-up')
  const { ports } = await orRefuse(() => session.exchange(file, false))
  inTransaction(ports.db, () => {
    endAllSessions(ports.db)
    audit({ ...ports, actor: null }, { action: 'app.bringIn', object: 'app', facts: { backup: file } })
  })
  return { status: session.status(), missing }
}
