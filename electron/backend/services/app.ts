import type { Checked } from '../../../shared/contract/contract.ts'
import type { Status } from '../../../shared/contract/shapes.ts'
import { inTransaction } from '../database/connection.ts'
import { restoreFolder } from '../database/data-folder.ts'
import { startFailure } from '../database/start-failure.ts'
import { audit } from './audit/audit.ts'
import { CallFailure } from './call-failure.ts'
import { helperReport } from './helper-report.ts'
import type { Session } from './session.ts'

/** Changes the language of every screen. */
export function setLanguage(
  session: Session,
  { language }: Checked<'app.setLanguage'>,
  token: string | undefined,
): Status {
  session.language = language
  if (!session.failure) note(session, 'app.language', token, { language })
  return session.status(token)
}

/** Tries once more to open a folder that could not be opened. */
export async function reopen(session: Session, _: Checked<'app.reopen'>, token: string | undefined): Promise<Status> {
  if (session.failure) await session.open()
  return session.status(token)
}

/** The backups of the folder, newest first. */
export function backups(session: Session) {
  return { backups: session.backups.list() }
}

/**
 * Puts a backup in the place of a database that can not be opened.
 * @throws CallFailure `not-ready` where the database is sound, newer, or somebody else's; `backup-damaged`, `disk-full`, `busy`
 */
export async function restore(
  session: Session,
  { file }: Checked<'app.restore'>,
  token: string | undefined,
): Promise<Status> {
  const { dataDir, clock, logger } = session.options
  const { failure } = session
  if (!failure || !['data-damaged', 'data-foreign', 'migration-failed'].includes(failure.code))
    throw new CallFailure('not-ready')
  try {
    restoreFolder(dataDir, file, clock)
  } catch (error) {
    const { code } = startFailure(error)
    if (code === 'data-damaged') throw new CallFailure('backup-damaged')
    if (code === 'disk-full') throw new CallFailure('disk-full')
    if (code === 'data-in-use') throw new CallFailure('busy')
    throw error
  }
  logger.event('restored')
  await session.open()
  if (!session.failure) note(session, 'app.restore', token, { file })
  return session.status(token)
}

/** Who is signed in, if anybody is, has done something to the whole folder. */
function note(session: Session, action: string, token: string | undefined, facts: Record<string, string>): void {
  const { ports } = session
  const actor = session.attendance.find(ports.db, token)?.actor ?? null
  inTransaction(ports.db, () => audit({ ...ports, actor }, { action, object: 'app', facts }))
}

/** A report for whoever helps. */
export async function report(session: Session): Promise<{ text: string }> {
  return { text: await helperReport(session) }
}
