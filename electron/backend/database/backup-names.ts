import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { type BackupReason, backupReasons } from '../../../shared/domain/backups.ts'
import { localDay } from '../../../shared/domain/calendar.ts'

const namePattern = /^kehu-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(\d{3})(?:-([a-z]+))?\.(sqlite|kehubak)$/
const newestKept = 5
const daysKept = 14
const weeksKept = 8
const monthsKept = 24

/** Where the backups of a data folder lie. */
export function backupFolder(dir: string): string {
  return path.join(dir, 'backups')
}

/** Names of the backups of a data folder, newest first. Throws what the file system says. */
export function backupNames(dir: string): string[] {
  return namesIn(backupFolder(dir), '.sqlite')
}

/** Names of the backups in any folder that end so, newest first; none where there is no such folder. Throws what the file system says. */
export function namesIn(folder: string, ending: '.sqlite' | '.kehubak'): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => isBackupName(name) && name.endsWith(ending))
    .sort()
    .reverse()
}

/** Whether a name is one that a backup can have. */
export function isBackupName(name: string): boolean {
  return namePattern.test(name)
}

/** When a backup was taken, by its name. ISO instant in UTC. */
export function backupTime(name: string): string {
  return name.replace(namePattern, '$1-$2-$3T$4:$5:$6.$7Z')
}

/** Why a backup was taken, by its name; nothing for one from before reasons were kept. */
export function backupReason(name: string): BackupReason | null {
  const written = namePattern.exec(name)?.[8]
  return backupReasons.find(reason => reason === written) ?? null
}

/** Backups are told apart by their time; when the clock was set back, the next one follows the newest all the same. */
export function nextName(dir: string, at: Date, reason: BackupReason): string {
  const [newest] = backupNames(dir)
  const earliest = newest === undefined ? 0 : Date.parse(backupTime(newest)) + 1
  const time = new Date(Math.max(at.getTime(), earliest)).toISOString()
  return `kehu-${time.replace(/[-:.Z]/g, '').replace('T', '-')}-${reason}.sqlite`
}

/**
 * Which backups may go, of names that stand newest first: all but the newest five, the newest of each of the last 14 days, 8 weeks and
 * 24 months that have one (rules 20), and while its day is kept, what a restore replaced, which is the way back, and what somebody took by
 * hand, who counts on it. Days are those of the wall clock here; a day of many short sessions does not push out what the days before had.
 */
export function outdatedBackups(names: readonly string[]): string[] {
  const days = newestOf(names, name => localDay(timeOf(name)), daysKept)
  const oldestDay = days.length < daysKept ? '' : localDay(timeOf(days.at(-1) ?? ''))
  const kept = new Set([
    ...names.slice(0, newestKept),
    ...days,
    ...newestOf(names, name => weekOf(timeOf(name)), weeksKept),
    ...newestOf(names, name => localDay(timeOf(name)).slice(0, 7), monthsKept),
    ...names.filter(name => isWanted(backupReason(name)) && localDay(timeOf(name)) >= oldestDay),
  ])
  return names.filter(name => !kept.has(name))
}

const isWanted = (reason: BackupReason | null) => reason === 'restore' || reason === 'manual'

const timeOf = (name: string) => new Date(backupTime(name))

/** The newest name of each of so many periods. */
function newestOf(names: readonly string[], periodOf: (name: string) => string, most: number): string[] {
  const seen = new Map<string, string>()
  for (const name of names) {
    const period = periodOf(name)
    if (!seen.has(period)) seen.set(period, name)
  }
  return [...seen.values()].slice(0, most)
}

/** The last day on which a backup of a day is kept at the latest, where one is taken in every month after it. ISO days. */
export function lastDayKept(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  // The newest of a month goes with the first backup of the month that is so many months later.
  return localDay(new Date(year, month - 1 + monthsKept + 1, 0))
}

/** The Monday of a week tells it from all others. */
function weekOf(time: Date): string {
  const monday = new Date(time.getFullYear(), time.getMonth(), time.getDate() - ((time.getDay() + 6) % 7))
  return localDay(monday)
}
