import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import type { Backup } from '../../../shared/contract/shapes.ts'
import Database from 'better-sqlite3'
import { all, type Connection, one } from './connection.ts'
import { applicationId } from './file-state.ts'
import { openReadOnly } from './open.ts'
import { errorCode, StartFailure } from './start-failure.ts'

const kept = 14
const namePattern = /^kehu-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(\d{3})\.sqlite$/

/** Where the backups of a data folder lie. */
export function backupFolder(dir: string): string {
  return path.join(dir, 'backups')
}

/**
 * Copies a database while it is in use, checks the copy (integrity, the same number of rows in every table) and keeps the newest 14.
 * Answers the name of the file; a copy that fails leaves nothing behind.
 */
export async function takeBackup(db: Connection, dir: string, at: Date): Promise<string> {
  const folder = backupFolder(dir)
  mkdirSync(folder, { recursive: true })
  const name = nameAfter(dir, at)
  const unfinished = path.join(folder, `${name}.part`)
  try {
    rmSync(unfinished, { force: true })
    await db.backup(unfinished)
    settle(unfinished)
    const copy = openReadOnly(unfinished)
    try {
      check(copy, db)
    } finally {
      copy.close()
    }
    flush(unfinished)
    renameSync(unfinished, path.join(folder, name))
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  for (const old of backupNames(dir).slice(kept)) rmSync(path.join(folder, old), { force: true })
  return name
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
  return readdirSync(folder)
    .filter(name => namePattern.test(name))
    .sort()
    .reverse()
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
      return [{ file: name, at: backupTime(name), bytes: statSync(file).size, customers: customersIn(file) }]
    } catch (error) {
      if (errorCode(error).startsWith('SQLITE_')) return []
      throw error
    }
  })
}

/**
 * Puts a backup in the place of `file`. What was there stays beside it under a name of its own; it is
 * moved only when the copy is complete.
 * @throws StartFailure `data-damaged` when the backup itself is damaged or not there
 */
export function restoreBackup(dir: string, name: string, file: string, at: Date): void {
  const source = path.join(backupFolder(dir), name)
  const arriving = `${file}.arriving`
  if (!namePattern.test(name) || !existsSync(source)) throw new StartFailure('data-damaged', 'no such backup')
  checkBackup(source)
  copyFileSync(source, arriving)
  flush(arriving)
  const aside = `${file.replace(/\.sqlite$/, '')}-damaged-${at.getTime()}.sqlite`
  for (const part of ['', '-wal', '-shm']) if (existsSync(file + part)) renameSync(file + part, aside + part)
  renameSync(arriving, file)
}

function checkBackup(source: string): void {
  try {
    const db = openReadOnly(source)
    try {
      check(db)
    } finally {
      db.close()
    }
  } catch (error) {
    throw new StartFailure('data-damaged', errorCode(error))
  }
}

function check(copy: Connection, original?: Connection): void {
  if (copy.pragma('application_id', { simple: true }) !== applicationId)
    throw new StartFailure('data-foreign', 'backup')
  if (copy.pragma('integrity_check', { simple: true }) !== 'ok') throw new StartFailure('data-damaged', 'backup')
  if (original && rowCounts(copy) !== rowCounts(original)) throw new StartFailure('data-damaged', 'backup is not whole')
}

function rowCounts(db: Connection): string {
  const tables = all<{ name: string }>(db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
  return tables.map(({ name }) => `${name} ${rowsIn(db, name)}`).join()
}

function rowsIn(db: Connection, table: string): number {
  return one<{ count: number }>(db, `SELECT count(*) AS count FROM "${table}"`)?.count ?? 0
}

function customersIn(file: string): number {
  const db = openReadOnly(file)
  try {
    return rowsIn(db, 'customers')
  } finally {
    db.close()
  }
}

/** Takes the copy out of WAL, so that it is one file which can be read and moved on its own. */
function settle(file: string): void {
  const db = new Database(file)
  try {
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
