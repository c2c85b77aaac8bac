import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Backup } from '../../../shared/contract/shapes.ts'
import { checkBackup, flush, rowsIn, settle } from './backup-file.ts'
import type { Connection } from './connection.ts'
import { logHead } from './log-chain.ts'
import { openReadOnly } from './open.ts'
import { makePrivateFile, makePrivateFolder } from './private.ts'
import { errorCode } from './start-failure.ts'

const daysKept = 14
const newestKept = 5
const namePattern = /^kehu-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(\d{3})\.sqlite$/

/** Where the backups of a data folder lie. */
export function backupFolder(dir: string): string {
  return path.join(dir, 'backups')
}

/**
 * Copies a database while it is in use, checks the copy (integrity, its log, the same number of rows in every table) and lets outdated ones go.
 * Answers the name of the file; a copy that fails leaves nothing behind.
 */
export async function takeBackup(db: Connection, dir: string, at: Date): Promise<string> {
  const folder = backupFolder(dir)
  makePrivateFolder(folder)
  const name = nameAfter(dir, at)
  const unfinished = path.join(folder, `${name}.part`)
  try {
    rmSync(unfinished, { force: true })
    makePrivateFile(unfinished)
    await db.backup(unfinished)
    settle(unfinished)
    const copy = openReadOnly(unfinished)
    try {
      checkBackup(copy, db)
    } finally {
      copy.close()
    }
    flush(unfinished)
    renameSync(unfinished, path.join(folder, name))
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  for (const old of outdatedBackups(backupNames(dir))) rmSync(path.join(folder, old), { force: true })
  return name
}

/**
 * Which backups may go, of names that stand newest first: all but the newest five and the newest of each of the last fourteen days
 * that have one, so that a day of many short sessions does not push out what the days before had.
 */
export function outdatedBackups(names: readonly string[]): string[] {
  const dayOf = (name: string) => backupTime(name).slice(0, 10)
  const ofDays = names.filter((name, place) => place === 0 || dayOf(name) !== dayOf(names[place - 1] ?? ''))
  const kept = new Set([...names.slice(0, newestKept), ...ofDays.slice(0, daysKept)])
  return names.filter(name => !kept.has(name))
}

/** Removes what a backup that was cut short by a power cut left behind; what can not be removed is in nobody's way. */
export function dropUnfinished(dir: string): void {
  const folder = backupFolder(dir)
  try {
    for (const name of readdirSync(folder)) if (name.includes('.part')) rmSync(path.join(folder, name), { force: true })
  } catch (error) {
    if (!errorCode(error).startsWith('E')) throw error
  }
}

/** Backups are told apart by their time; when the clock was set back, the next one follows the newest all the same. */
function nameAfter(dir: string, at: Date): string {
  const [newest] = backupNames(dir)
  const earliest = newest === undefined ? 0 : Date.parse(backupTime(newest)) + 1
  const time = new Date(Math.max(at.getTime(), earliest)).toISOString()
  return `kehu-${time.replace(/[-:.Z]/g, '').replace('T', '-')}.sqlite`
}

/** Names of the backups, newest first. */
export function backupNames(dir: string): string[] {
  const folder = backupFolder(dir)
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter(isBackupName).sort().reverse()
}

/** Whether a name is one that a backup can have. */
export function isBackupName(name: string): boolean {
  return namePattern.test(name)
}

/** When a backup was taken, by its name. ISO instant in UTC. */
export function backupTime(name: string): string {
  return name.replace(namePattern, '$1-$2-$3T$4:$5:$6.$7Z')
}

/** The backups that open and are ours, newest first. Whether every page is sound is checked when one is put back. */
export function listBackups(dir: string): Backup[] {
  return backupNames(dir).flatMap(name => {
    const file = path.join(backupFolder(dir), name)
    try {
      return [{ file: name, at: backupTime(name), bytes: statSync(file).size, ...contentOf(file) }]
    } catch (error) {
      if (errorCode(error).startsWith('SQLITE_')) return []
      throw error
    }
  })
}

function contentOf(file: string): Pick<Backup, 'customers' | 'logHead'> {
  const db = openReadOnly(file)
  try {
    return { customers: rowsIn(db, 'customers'), logHead: logHead(db) }
  } finally {
    db.close()
  }
}
