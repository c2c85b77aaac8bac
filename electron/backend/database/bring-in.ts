import { createHash, type KeyObject } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { attachmentHash, namedAttachments } from './attachment-names.ts'
import { checkLog, checkPages, flush } from './backup-file.ts'
import { backupFolder, nextName } from './backup-names.ts'
import { backupSettings, putBackupSettings } from './backup-settings.ts'
import { databaseName } from './data-folder.ts'
import { versionOf } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { openReadOnly } from './open.ts'
import { makePrivateFolder } from './private.ts'
import { SealFailure } from './sealed/seal-failure.ts'
import { openLock } from './sealed/seal-lock.ts'
import { readSealed, type SealReader } from './sealed/sealed-file.ts'
import { openParcel } from './sealed/sealed-parcel.ts'

/** A backup that came in: its name here, and how many kept files it speaks of that are neither here nor came with it. */
export interface BroughtIn {
  readonly file: string
  readonly missing: number
}

/**
 * Opens a sealed backup with its passphrase or recovery code and makes it one of the backups of a data folder, with the kept files in
 * it or beside it; nothing of the open database is touched.
 * @throws SealFailure for a file that is none of ours, newer, cut off or damaged, and for a wrong secret
 */
export async function bringIn(source: string, secret: string, dir: string, at: Date): Promise<BroughtIn> {
  const reader = readSealed(source)
  try {
    const key = await openLock(reader.lock, secret)
    const file = unpack(reader, key, dir, at)
    const missing = fetchBeside(source, reader, key, dir, missingOf(dir, file))
    if (!backupSettings(dir).lock) putBackupSettings(dir, { lock: reader.lock })
    return { file, missing }
  } finally {
    reader.close()
  }
}

function unpack(reader: SealReader, key: KeyObject, dir: string, at: Date): string {
  makePrivateFolder(backupFolder(dir))
  const file = nextName(dir, at, 'brought')
  const unfinished = path.join(backupFolder(dir), `${file}.part`)
  const arriving = createArriving(dir)
  let isWhole = false
  try {
    openParcel(reader.pieces(key), name => {
      if (name !== databaseName) return arriving.placeOf(name)
      isWhole = true
      return unfinished
    })
    if (!isWhole) throw new SealFailure('backup-damaged')
    checkDatabase(unfinished)
    flush(unfinished)
    arriving.keep()
    renameSync(unfinished, path.join(backupFolder(dir), file))
    return file
  } finally {
    rmSync(unfinished, { force: true })
    arriving.drop()
  }
}

function checkDatabase(file: string): void {
  const db = openReadOnly(file)
  try {
    checkPages(db)
    checkLog(db)
    if (versionOf(db) > migrations.length) throw new SealFailure('backup-newer')
  } finally {
    db.close()
  }
}

/** Kept files that are being unpacked: each gets its name once all of it is here and is what its name says. */
function createArriving(dir: string) {
  const places = new Map<string, string>()
  return {
    placeOf(name: string): string | undefined {
      const hash = attachmentHash(name)
      if (hash === undefined) throw new SealFailure('backup-damaged')
      const place = path.join(dir, name)
      if (existsSync(place)) return undefined
      makePrivateFolder(path.dirname(place))
      places.set(place, hash)
      return `${place}.part`
    },
    keep() {
      for (const [place, hash] of places) {
        const found = createHash('sha256')
          .update(readFileSync(`${place}.part`))
          .digest('hex')
        if (found !== hash) throw new SealFailure('backup-damaged')
        chmodSync(`${place}.part`, 0o400)
        renameSync(`${place}.part`, place)
      }
    },
    drop() {
      for (const place of places.keys()) rmSync(`${place}.part`, { force: true })
    },
  }
}

function missingOf(dir: string, file: string): string[] {
  const db = openReadOnly(path.join(backupFolder(dir), file))
  try {
    return namedAttachments(db).filter(name => !existsSync(path.join(dir, name)))
  } finally {
    db.close()
  }
}

/** In a second place the kept files lie beside the copies; answers how many are not there either. */
function fetchBeside(
  source: string,
  { lock }: SealReader,
  key: KeyObject,
  dir: string,
  names: readonly string[],
): number {
  let missing = 0
  for (const name of names) {
    const beside = path.join(path.dirname(source), `${name}.kehubak`)
    if (!existsSync(beside)) {
      missing++
      continue
    }
    const reader = readSealed(beside)
    const arriving = createArriving(dir)
    try {
      // A copy from before the passphrase was changed has a key of its own.
      if (reader.lock.publicKey !== lock.publicKey) missing++
      else {
        openParcel(reader.pieces(key), each => arriving.placeOf(each))
        arriving.keep()
      }
    } finally {
      arriving.drop()
      reader.close()
    }
  }
  return missing
}
