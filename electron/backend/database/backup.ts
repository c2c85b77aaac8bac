import { readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Backup } from '../../../shared/contract/shapes.ts'
import type { BackupReason } from '../../../shared/domain/backups.ts'
import { checkBackup, flush, rowsIn, settle } from './backup-file.ts'
import { backupFolder, backupNames, backupReason, backupTime, nextName, outdatedBackups } from './backup-names.ts'
import { type Connection, tableExists } from './connection.ts'
import { type LogBreak, logHead } from './log-chain.ts'
import { openReadOnly } from './open.ts'
import { makePrivateFile, makePrivateFolder } from './private.ts'
import { errorCode } from './start-failure.ts'

/** All pages at once: whoever else writes meanwhile would make a copy in steps begin anew. */
const allPages = 0x7fffffff

/** A checked backup: the name of its file, and where the log of the database is broken, and that of the backup with it. */
export interface TakenBackup {
  readonly file: string
  readonly broken: LogBreak | undefined
}

/** As `backUp`, for whoever has nobody to tell of a broken log; answers the name of the file. */
export async function takeBackup(file: string, dir: string, at: Date, reason: BackupReason): Promise<string> {
  return (await backUp(file, dir, at, reason)).file
}

/**
 * Copies a database while it is in use, checks the copy (integrity, its log, the same number of rows in every table) and lets outdated ones go.
 * A copy that fails leaves nothing behind. Blocks for as long as the copying and the checking take.
 */
export async function backUp(file: string, dir: string, at: Date, reason: BackupReason): Promise<TakenBackup> {
  const folder = backupFolder(dir)
  makePrivateFolder(folder)
  const name = nextName(dir, at, reason)
  const unfinished = path.join(folder, `${name}.part`)
  let broken: LogBreak | undefined
  try {
    rmSync(unfinished, { force: true })
    makePrivateFile(unfinished)
    broken = await copyAndCheck(file, unfinished)
    flush(unfinished)
    renameSync(unfinished, path.join(folder, name))
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  for (const old of outdatedBackups(backupNames(dir))) rmSync(path.join(folder, old), { force: true })
  return { file: name, broken }
}

/** Copies and counts in one reading: people go on writing meanwhile, and what they write is not missing from a copy begun before. */
async function copyAndCheck(file: string, unfinished: string): Promise<LogBreak | undefined> {
  const original = openReadOnly(file)
  try {
    // The reading begins with the first thing that is read, not with its announcement.
    original.exec('BEGIN; SELECT count(*) FROM sqlite_schema')
    await original.backup(unfinished, { progress: () => allPages })
    settle(unfinished)
    const copy = openReadOnly(unfinished)
    try {
      return checkBackup(copy, original)
    } finally {
      copy.close()
    }
  } finally {
    original.close()
  }
}

/** Removes what a backup that was cut short by a power cut left behind; what can not be removed is in nobody's way. */
export function dropUnfinished(folder: string): void {
  try {
    for (const name of readdirSync(folder)) if (name.includes('.part')) rmSync(path.join(folder, name), { force: true })
  } catch (error) {
    if (!errorCode(error).startsWith('E')) throw error
  }
}

/** What a backup holds, by its file: a backup is never changed once it is there. */
export type BackupContents = Map<string, BackupContent | null>
type BackupContent = Pick<Backup, 'customers' | 'applications' | 'logHead'>

/**
 * The backups that open and are ours, newest first. Whether every page is sound is checked when one is put back.
 * @param known keeps what was read, for the next time
 */
export function listBackups(dir: string, known: BackupContents = new Map()): Backup[] {
  return backupNames(dir).flatMap(name => {
    const file = path.join(backupFolder(dir), name)
    const bytes = statSync(file, { throwIfNoEntry: false })?.size
    const content = known.get(name) ?? (bytes === undefined ? null : readContent(file))
    known.set(name, content)
    if (!content || bytes === undefined) return []
    return [{ file: name, at: backupTime(name), reason: backupReason(name), bytes, ...content }]
  })
}

function readContent(file: string): BackupContent | null {
  try {
    const db = openReadOnly(file)
    try {
      return contentOf(db)
    } finally {
      db.close()
    }
  } catch (error) {
    if (errorCode(error).startsWith('SQLITE_')) return null
    throw error
  }
}

/** How much is in a database; one from before there were applications has none. Throws SqliteError. */
function contentOf(db: Connection): BackupContent {
  const applications = tableExists(db, 'applications') ? rowsIn(db, 'applications') : 0
  return { customers: rowsIn(db, 'customers'), applications, logHead: logHead(db) }
}
