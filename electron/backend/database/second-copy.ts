import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { attachmentNames } from './attachment-names.ts'
import { dropUnfinished } from './backup.ts'
import { backupFolder, namesIn, outdatedBackups } from './backup-names.ts'
import { databaseName } from './data-folder.ts'
import type { SealLock } from './sealed/seal-lock.ts'
import { sealParcel } from './sealed/sealed-parcel.ts'

/** What is sealed, with what. */
export interface Sealing {
  readonly dataDir: string
  /** The name of a checked backup. */
  readonly file: string
  readonly lock: SealLock
}

/**
 * Puts a sealed copy of a backup into a second place and beside it, each once, the kept files; lets outdated copies there go. Every file
 * that is written is read back to its end. Throws what the file system says.
 */
export function copyToPlace({ dataDir, file, lock }: Sealing, place: string): void {
  const sealedName = file.replace(/\.sqlite$/, '.kehubak')
  dropUnfinished(place)
  for (const name of attachmentNames(dataDir)) {
    const target = path.join(place, `${name}.kehubak`)
    if (existsSync(target)) continue
    mkdirSync(path.dirname(target), { recursive: true })
    sealParcel(target, lock, [{ name, file: path.join(dataDir, name) }])
  }
  sealParcel(path.join(place, sealedName), lock, [databaseOf(dataDir, file)])
  for (const old of outdatedBackups(namesIn(place, '.kehubak'))) rmSync(path.join(place, old), { force: true })
}

/** Seals a backup with all kept files into one file, to be taken along. Throws what the file system says. */
export function packAll({ dataDir, file, lock }: Sealing, target: string): void {
  const kept = attachmentNames(dataDir).map(name => ({ name, file: path.join(dataDir, name) }))
  sealParcel(target, lock, [databaseOf(dataDir, file), ...kept])
}

const databaseOf = (dataDir: string, file: string) => ({
  name: databaseName,
  file: path.join(backupFolder(dataDir), file),
})
