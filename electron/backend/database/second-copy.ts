import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { attachmentNames, namedAttachments } from './attachment-names.ts'
import { dropUnfinished } from './backup.ts'
import { backupFolder, backupTime, namesIn, outdatedBackups } from './backup-names.ts'
import { databaseName } from './data-folder.ts'
import { openReadOnly } from './open.ts'
import type { SealLock } from './sealed/seal-lock.ts'
import { sealParcel } from './sealed/sealed-parcel.ts'

/** What is sealed, with what. */
export interface Sealing {
  readonly dataDir: string
  /** The name of a checked backup. */
  readonly file: string
  readonly lock: SealLock
}

/** Papers of a second place that are kept no more, such as an erased one, each with the time of the first backup that does not name it. */
export type GonePapers = Readonly<Record<string, string>>

/**
 * Puts a sealed copy of a backup into a second place and beside it, each once, the kept files; lets outdated copies there go, and with
 * the last of them that could name it, a paper that is kept no more. Answers such papers as are left, to be told the next time. Every file
 * that is written is read back to its end. Throws what the file system says.
 */
export function copyToPlace({ dataDir, file, lock }: Sealing, place: string, gone: GonePapers): GonePapers {
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
  return dropGone(place, gone, backupTime(file), new Set([...attachmentNames(dataDir), ...namedIn(dataDir, file)]))
}

function dropGone(place: string, gone: GonePapers, at: string, kept: ReadonlySet<string>): GonePapers {
  const times = namesIn(place, '.kehubak').map(backupTime)
  const left: Record<string, string> = {}
  for (const name of attachmentNames(place, '.kehubak')) {
    if (kept.has(name)) continue
    const since = gone[name] ?? at
    if (times.some(time => time < since)) left[name] = since
    else rmSync(path.join(place, `${name}.kehubak`), { force: true })
  }
  return left
}

function namedIn(dataDir: string, file: string): string[] {
  const db = openReadOnly(path.join(backupFolder(dataDir), file))
  try {
    return namedAttachments(db)
  } finally {
    db.close()
  }
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
