import { rmSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { filesAside } from '../../database/backup-file.ts'
import type { Connection } from '../../database/connection.ts'
import { StartFailure } from '../../database/start-failure.ts'
import { runBackup } from '../../jobs/run-backup.ts'
import { indexingSegment, stalestSegment } from '../../repositories/search-index.ts'
import { dropSetting, putSetting, setting } from '../../repositories/settings.ts'
import { dropFile, type KeptFile } from '../attachments/attachment-files.ts'
import type { Ports } from '../context.ts'

/** Remembers in the transaction of an erasure that the file and its neighbours have to be cleared after it. Throws SqliteError. */
export function noteTraces(db: Connection, files: readonly KeptFile[]): void {
  putSetting(db, 'erasedTraces', JSON.stringify([...left(db), ...files]))
}

function left(db: Connection): KeptFile[] {
  return JSON.parse(setting(db, 'erasedTraces') ?? '[]') as KeptFile[]
}

/**
 * Clears what an erasure leaves outside its rows: kept files, a damaged database that was put aside, what waits to be taken away or was
 * checked for an import, the pieces of texts in the search index, and every freed page of the database and of its log. Answers whether all of it was done; what was not is
 * done when the folder is opened again. Throws SqliteError.
 */
export async function clearTraces(
  ports: Pick<Ports, 'db' | 'file' | 'dataDir' | 'inbox' | 'outbox' | 'imports' | 'workerPath'>,
): Promise<boolean> {
  const { db, file, dataDir, inbox, outbox, imports, workerPath } = ports
  if (setting(db, 'erasedTraces') === undefined) return true
  for (const paper of left(db)) dropFile(dataDir, paper)
  for (const aside of filesAside(dataDir)) rmSync(aside)
  inbox.empty()
  outbox.empty()
  imports.empty()
  for (let segment = stalestSegment(db); segment !== undefined; segment = stalestSegment(db))
    for (const step of indexingSegment(db, segment)) await setImmediate(step)
  try {
    await runBackup(workerPath, { kind: 'compact', database: file })
  } catch (error) {
    // A disk that is full for a copy of the file is tried again; what was erased stays erased.
    if (error instanceof StartFailure) return false
    throw error
  }
  dropSetting(db, 'erasedTraces')
  return true
}
