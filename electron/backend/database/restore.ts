import { existsSync } from 'node:fs'
import path from 'node:path'
import { checkLog, checkPages, copyInto, setAside, setLogAside } from './backup-file.ts'
import { backupFolder, isBackupName } from './backup-names.ts'
import type { Connection } from './connection.ts'
import { openReadOnly } from './open.ts'
import { errorCode, StartFailure } from './start-failure.ts'

/**
 * Puts a backup in the place of a database that can not be used, which stays beside it under a name of its own; it is moved only when
 * the copy is complete.
 * @throws StartFailure `data-damaged` when the backup itself is damaged or not there
 */
export function restoreBackup(dir: string, name: string, file: string, at: Date): void {
  checkStored(dir, name)
  copyInto(storedBackup(dir, name), file, () => setAside(file, at))
}

/**
 * Puts a backup that was checked in the place of a database that was closed and is itself in a backup.
 * @throws StartFailure `data-damaged` when the backup is not there
 */
export function exchangeBackup(dir: string, name: string, file: string, at: Date): void {
  copyInto(storedBackup(dir, name), file, () => setLogAside(file, at))
}

/**
 * Looks at every page and every log row of a backup; what is wrong with the log of the `original` in the same way is no fault of it.
 * @throws StartFailure `data-damaged` when it is damaged or not there
 */
export function checkStored(dir: string, name: string, original?: Connection): void {
  const source = storedBackup(dir, name)
  try {
    const db = openReadOnly(source)
    try {
      checkPages(db)
      checkLog(db, original)
    } finally {
      db.close()
    }
  } catch (error) {
    throw new StartFailure('data-damaged', errorCode(error))
  }
}

function storedBackup(dir: string, name: string): string {
  const source = path.join(backupFolder(dir), name)
  if (!isBackupName(name) || !existsSync(source)) throw new StartFailure('data-damaged', 'no such backup')
  return source
}
