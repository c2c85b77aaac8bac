import type { Checked } from '../../../shared/contract/contract.ts'
import type { Status } from '../../../shared/contract/shapes.ts'
import { listBackups } from '../database/backup.ts'
import { restoreFolder } from '../database/data-folder.ts'
import { startFailure } from '../database/start-failure.ts'
import { inTransaction } from '../database/connection.ts'
import { addActor, firstActor } from '../repositories/actors.ts'
import { putSetting } from '../repositories/settings.ts'
import { CallFailure } from './call-failure.ts'
import { helperReport } from './helper-report.ts'
import type { Session } from './session.ts'

/** First run: the company, the person who fills in, the language. Throws CallFailure `not-ready`, `already-set-up`. */
export function setUp(session: Session, input: Checked<'app.setUp'>): Status {
  const { db } = session.folder
  inTransaction(db, () => {
    if (firstActor(db)) throw new CallFailure('already-set-up')
    putSetting(db, 'company', input.company)
    addActor(db, input.person, session.options.clock().toISOString())
    session.language = input.language
  })
  session.options.logger.event('set-up')
  return session.status()
}

/** Changes the language of every screen. */
export function setLanguage(session: Session, { language }: Checked<'app.setLanguage'>): Status {
  session.language = language
  return session.status()
}

/** Tries once more to open a folder that could not be opened. */
export async function reopen(session: Session): Promise<Status> {
  if (session.failure) await session.open()
  return session.status()
}

/** The backups of the folder, newest first. */
export function backups(session: Session) {
  return { backups: listBackups(session.options.dataDir) }
}

/**
 * Puts a backup in the place of a database that can not be opened.
 * @throws CallFailure `not-ready` where the database is sound, newer, or somebody else's; `backup-damaged`, `disk-full`, `busy`
 */
export async function restore(session: Session, { file }: Checked<'app.restore'>): Promise<Status> {
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
  return session.status()
}

/** A report for whoever helps. */
export function report(session: Session): { text: string } {
  return { text: helperReport(session) }
}
