import { accessSync, constants, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { dropUnfinished, takeBackup } from './backup.ts'
import { copyInto, setLogAside } from './backup-file.ts'
import { backupFolder, backupNames } from './backup-names.ts'
import { type Connection, one } from './connection.ts'
import { applicationId, fileState } from './file-state.ts'
import { type FolderLock, lockFolder } from './lock.ts'
import { migrate, versionOf } from './migrate.ts'
import { migrations as allMigrations } from './migrations/index.ts'
import { restoreBackup } from './restore.ts'
import { openForWriting, openReadOnly } from './open.ts'
import { makePrivateFolder } from './private.ts'
import { refuseUnfitPlace } from './unfit-place.ts'
import { errorCode, saysDamaged, saysFull, StartFailure, startFailure } from './start-failure.ts'

/** An opened data folder: the writing connection, the file behind it, and the way to give both back. */
export interface DataFolder {
  readonly db: Connection
  readonly file: string
  /** The process before this one died with the database open, and the log beside it is gone: what was saved last may be missing. */
  readonly isLogLost: boolean
  /** Tells one state of the database from another, whichever connection changed it. */
  mark(): string
  /** Whether the file that was opened still stands in its place; a file that was taken away goes on taking writes that nobody will find. */
  isInPlace(): boolean
  /** Closes everything and gives the folder back. */
  close(): void
  /** Lets go of a damaged database as it is, so that the next opening looks at every page. */
  abandon(): void
}

/** The name of the database in its folder, and in a sealed file. */
export const databaseName = 'kehu.sqlite'

/** The database of a data folder. */
export function databaseFile(dir: string): string {
  return path.join(dir, databaseName)
}

/**
 * Takes a data folder, checks its database and brings it up to the present version; makes both where there is nothing yet, unless it
 * is known that there was something (`hasBeen`).
 * @throws StartFailure with the reason that the start screen shows; the folder is then free and the database as it was
 */
export async function openDataFolder(
  dir: string,
  clock: () => Date,
  migrations = allMigrations,
  hasBeen = false,
): Promise<DataFolder> {
  let lock: FolderLock | undefined
  try {
    refuseUnfitPlace(dir)
    if (hasBeen && !existsSync(databaseFile(dir))) throw new StartFailure('data-unreachable', 'gone')
    makeFolder(dir)
    lock = lockFolder(dir, clock())
    const file = databaseFile(dir)
    // Looking into the database makes a new log.
    const isLogLost = lock.wasOpen && existsSync(file) && !existsSync(`${file}-wal`)
    inspect(dir, file, lock, migrations.length)
    dropUnfinished(backupFolder(dir))
    const db = await upToDate(dir, file, clock, migrations)
    lock.note(true)
    return folder(file, db, lock, isLogLost)
  } catch (error) {
    // A folder that was left open stays marked: a damage that was found has to be found again.
    lock?.release(!lock.orphaned)
    throw startFailure(error)
  }
}

function folder(file: string, db: Connection, lock: FolderLock, isLogLost: boolean): DataFolder {
  const place = placeOf(file)
  return {
    db,
    file,
    isLogLost,
    isInPlace: () => placeOf(file) === place,
    mark: () => `${changesOf(db)} ${String(db.pragma('data_version', { simple: true }))}`,
    close() {
      try {
        db.pragma('optimize')
        db.pragma('wal_checkpoint(TRUNCATE)')
        // From here on a missing log is none that was lost.
        lock.note(false)
      } finally {
        db.close()
        lock.release(true)
      }
    },
    abandon() {
      db.close()
      lock.release(false)
    },
  }
}

/** What tells one file from another, whatever it is called. */
function placeOf(file: string): string | undefined {
  try {
    const found = statSync(file, { throwIfNoEntry: false })
    return found && `${found.dev} ${found.ino}`
  } catch (error) {
    // A disk that was pulled out answers in many ways.
    if (errorCode(error).startsWith('E')) return undefined
    throw error
  }
}

/**
 * Puts a backup in the place of the database of a folder that is not open: of a damaged one, which stays beside it, or of one that is
 * itself in a backup.
 * @throws StartFailure `data-in-use`, `disk-full`, or `data-damaged` for the backup
 */
export function restoreFolder(dir: string, backup: string, clock: () => Date, put = restoreBackup): void {
  const lock = lockFolder(dir, clock())
  try {
    put(dir, backup, databaseFile(dir), clock())
    lock.note(false)
  } catch (error) {
    throw startFailure(error)
  } finally {
    lock.release(!lock.orphaned)
  }
}

const changesOf = (db: Connection) => one<{ changes: number }>(db, 'SELECT total_changes() AS changes')?.changes ?? 0

function makeFolder(dir: string): void {
  makePrivateFolder(dir)
  accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK)
}

/** Looks at the file before anything could change it. A full check of 100,000 customers takes half a second, so it is for the cases in doubt. */
function inspect(dir: string, file: string, { orphaned, wasOpen }: FolderLock, newest: number): void {
  const state = fileState(file)
  if (state.kind !== 'database') {
    // Where there are backups, or somebody had it open, there was a database: beginning a new one would look as if everything were lost.
    if (wasOpen || backupNames(dir).length > 0) throw new StartFailure('data-damaged', state.kind)
    return
  }
  accessSync(file, constants.R_OK | constants.W_OK)
  if (state.applicationId !== applicationId && (state.applicationId !== 0 || isForeign(file)))
    throw new StartFailure('data-foreign', `application ${state.applicationId}`)
  if (state.userVersion > newest) throw new StartFailure('data-newer', `version ${state.userVersion}`)
  if (orphaned) quickCheck(file)
}

/** A database that was made and then lost its power before its first checkpoint has its mark in the log only. */
function isForeign(file: string): boolean {
  const db = openReadOnly(file)
  try {
    const tables = one<{ count: number }>(db, 'SELECT count(*) AS count FROM sqlite_schema')?.count ?? 0
    return tables > 0 && db.pragma('application_id', { simple: true }) !== applicationId
  } finally {
    db.close()
  }
}

function quickCheck(file: string): void {
  const db = openReadOnly(file)
  try {
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new StartFailure('data-damaged', 'quick_check')
  } finally {
    db.close()
  }
}

async function upToDate(
  dir: string,
  file: string,
  clock: () => Date,
  migrations: readonly string[],
): Promise<Connection> {
  const db = openForWriting(file)
  let backup: string | undefined
  try {
    const version = versionOf(db)
    if (version > 0 && version < migrations.length) backup = await takeBackup(file, dir, clock(), 'update')
    migrate(db, migrations)
    return db
  } catch (error) {
    db.close()
    if (error instanceof StartFailure && error.code === 'data-newer') throw error
    // The transaction has taken everything back already; the checked copy makes sure of it.
    if (backup !== undefined) copyInto(path.join(backupFolder(dir), backup), file, () => setLogAside(file, clock()))
    const code = errorCode(error)
    if (saysDamaged(code) || saysFull(code)) throw error
    throw new StartFailure('migration-failed', code)
  }
}
