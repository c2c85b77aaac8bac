import Database from 'better-sqlite3'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import path from 'node:path'
import { makePrivateFile, privateMode } from './private.ts'
import { errorCode, StartFailure } from './start-failure.ts'

/** A data folder that belongs to this process. `orphaned` tells that its last owner did not get to close it, `wasOpen` that it had the database open. */
export interface FolderLock {
  readonly orphaned: boolean
  readonly wasOpen: boolean
  /** Notes whether the database is open, so that whoever comes after a crash knows that there was a log beside it. */
  note(isOpen: boolean): void
  /** Gives the folder back; `clean` says that its database was closed or never touched. */
  release(clean: boolean): void
}

interface Owner {
  readonly pid: number
  readonly host: string
  readonly user: string
  readonly since: string
  /** The database is open: what was saved last may stand in its log only. */
  readonly isOpen?: boolean
}

/**
 * Takes a data folder for this process. The lock is one of SQLite's on an empty file of its own: the operating system lets go of it
 * when the process dies, however it dies, and a lock file that was left behind could not be told from a living owner.
 * @throws StartFailure `data-in-use` with the holder when another process has the folder
 */
export function lockFolder(dir: string, since: Date): FolderLock {
  const ownerFile = path.join(dir, 'owner.json')
  const lockFile = path.join(dir, 'lock.sqlite')
  makePrivateFile(lockFile)
  const db = new Database(lockFile, { timeout: 0 })
  try {
    db.exec('BEGIN EXCLUSIVE')
    // The name alone counts: after a power cut the file may be there and empty.
    const orphaned = existsSync(ownerFile)
    const wasOpen = orphaned && readOwner(ownerFile)?.isOpen === true
    const owner: Owner = { pid: process.pid, host: hostname(), user: userName(), since: since.toISOString() }
    const note = (isOpen: boolean) =>
      writeFileSync(ownerFile, JSON.stringify({ ...owner, isOpen } satisfies Owner), { mode: privateMode })
    // Until it is open again, the folder stays what it was.
    note(wasOpen)
    return {
      orphaned,
      wasOpen,
      note,
      release(clean) {
        if (clean) rmSync(ownerFile, { force: true })
        db.close()
      },
    }
  } catch (error) {
    db.close()
    const code = errorCode(error)
    if (code.startsWith('SQLITE_BUSY')) throw new StartFailure('data-in-use', code, holder(ownerFile))
    throw error
  }
}

function holder(ownerFile: string): string {
  const owner = readOwner(ownerFile)
  return owner ? `${owner.user} @ ${owner.host} (${owner.pid})` : '?'
}

function readOwner(ownerFile: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(ownerFile, 'utf8')) as Owner
  } catch (error) {
    // The file only says who; it may be missing or half written without harm.
    if (error instanceof SyntaxError || errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

function userName(): string {
  try {
    return userInfo().username
  } catch (error) {
    // A user without an entry in the system's list has no name.
    if (error instanceof Error) return String(process.getuid?.() ?? '?')
    throw error
  }
}
