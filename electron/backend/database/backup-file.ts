import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { all, type Connection, one } from './connection.ts'
import { applicationId } from './file-state.ts'
import { followLog, type LogBreak } from './log-chain.ts'
import { StartFailure } from './start-failure.ts'

/**
 * Looks at every page of a database that is to be ours.
 * @throws StartFailure `data-foreign` or `data-damaged`
 */
export function checkPages(copy: Connection): void {
  if (copy.pragma('application_id', { simple: true }) !== applicationId)
    throw new StartFailure('data-foreign', 'backup')
  if (copy.pragma('integrity_check', { simple: true }) !== 'ok') throw new StartFailure('data-damaged', 'backup')
}

/**
 * Looks at every page of a backup, at every row of its log and, where the original is at hand, at the number of rows in every table.
 * A log that is broken in the original as well is no fault of the copy: people go on working, and their work has to be safe. Answers where.
 * @throws StartFailure `data-foreign` or `data-damaged`
 */
export function checkBackup(copy: Connection, original?: Connection): LogBreak | undefined {
  checkPages(copy)
  if (original && rowCounts(copy) !== rowCounts(original)) throw new StartFailure('data-damaged', 'backup is not whole')
  return checkLog(copy, original)
}

/**
 * Follows the log of a backup. One that is broken at the same row in the original is no fault of the copy; answers that row.
 * @throws StartFailure `data-damaged`
 */
export function checkLog(copy: Connection, original?: Connection): LogBreak | undefined {
  const { broken } = followLog(copy)
  if (broken && !(original && isSameBreak(broken, followLog(original).broken)))
    throw new StartFailure('data-damaged', `log row ${broken.seq}`)
  return broken
}

function isSameBreak(a: LogBreak, b: LogBreak | undefined): boolean {
  return a.seq === b?.seq && a.cause === b.cause
}

function rowCounts(db: Connection): string {
  const tables = all<{ name: string }>(db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
  return tables.map(({ name }) => `${name} ${rowsIn(db, name)}`).join()
}

/** How many rows a table has; the name comes from the program or the schema. Throws SqliteError. */
export function rowsIn(db: Connection, table: string): number {
  // oxlint-disable-next-line kehu/bound-sql -- a name can not be bound
  return one<{ count: number }>(db, `SELECT count(*) AS count FROM "${table}"`)?.count ?? 0
}

/** Takes the copy out of WAL, so that it is one file which can be read and moved on its own. */
export function settle(file: string): void {
  const db = new Database(file)
  try {
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}

/** Waits until a file is on the disk. */
export function flush(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Copies a backup into the place of a database in one step; `clear` makes the place free once the copy is complete. */
export function copyInto(backup: string, file: string, clear: () => void = () => undefined): void {
  const arriving = `${file}.arriving`
  try {
    copyFileSync(backup, arriving)
    flush(arriving)
    clear()
    renameSync(arriving, file)
  } finally {
    rmSync(arriving, { force: true })
  }
}

const logs = ['-wal', '-shm']

/**
 * Moves a database with its log out of the way, under a name of its own. A log that stayed would be read into whatever file
 * takes the place. Throws what the file system says.
 */
export function setAside(file: string, at: Date): void {
  move(file, at, ['', ...logs])
}

/** Moves only the log of a database out of the way, for a checked copy of both that is about to replace the file. */
export function setLogAside(file: string, at: Date): void {
  move(file, at, logs)
}

function move(file: string, at: Date, parts: readonly string[]): void {
  const aside = `${file.replace(/\.sqlite$/, '')}-damaged-${at.getTime()}.sqlite`
  for (const part of parts) if (existsSync(file + part)) renameSync(file + part, aside + part)
}

const asideName = /^kehu-damaged-\d+\.sqlite(?:-wal|-shm)?$/

/** The files of databases that were moved out of the way in a data folder. Throws what the file system says. */
export function filesAside(dir: string): string[] {
  return readdirSync(dir)
    .filter(name => asideName.test(name))
    .map(name => path.join(dir, name))
}
