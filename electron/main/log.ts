import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import log from 'electron-log/node'

/** Writes down that something failed; facts are numbers, booleans and codes, never what a person typed. */
export type LogFailure = (event: string, facts?: Readonly<Record<string, number | boolean | null | string>>) => void

/** What went wrong around the data process and the pages. */
export interface WindowLog {
  readonly failed: LogFailure
  /** The newest lines, for a report to whoever helps. */
  tail(lines: number): string[]
}

/** Opens the log of the window, apart from the one of the data process so that no file has two writers. */
export function openLog(windowDir: string): WindowLog {
  const file = path.join(windowDir, 'logs', 'window.log')
  const logger = log.create({ logId: 'window' })
  logger.transports.console.level = false
  logger.transports.file.resolvePathFn = () => file
  logger.transports.file.maxSize = 1024 * 1024
  return {
    failed: (event, facts = {}) => logger.error(event, facts),
    tail: lines => (existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split(/\r?\n/).slice(-lines) : []),
  }
}
