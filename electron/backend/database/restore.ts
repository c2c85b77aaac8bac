import { existsSync } from 'node:fs'
import path from 'node:path'
import { backupFolder, isBackupName } from './backup.ts'
import { checkBackup, copyInto, setAside } from './backup-file.ts'
import { openReadOnly } from './open.ts'
import { errorCode, StartFailure } from './start-failure.ts'

/**
 * Puts a backup in the place of `file`. What was there stays beside it under a name of its own; it is
 * moved only when the copy is complete.
 * @throws StartFailure `data-damaged` when the backup itself is damaged or not there
 */
export function restoreBackup(dir: string, name: string, file: string, at: Date): void {
  const source = path.join(backupFolder(dir), name)
  if (!isBackupName(name) || !existsSync(source)) throw new StartFailure('data-damaged', 'no such backup')
  lookInto(source)
  copyInto(source, file, () => setAside(file, at))
}

function lookInto(source: string): void {
  try {
    const db = openReadOnly(source)
    try {
      checkBackup(db)
    } finally {
      db.close()
    }
  } catch (error) {
    throw new StartFailure('data-damaged', errorCode(error))
  }
}
