import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import log from 'electron-log/node'
import type { CallName } from '../../../shared/contract/contract.ts'
import type { ErrorCode, StartProblem } from '../../../shared/contract/errors.ts'
import { frames } from './frames.ts'

/** What may stand in the log besides numbers and ticks: words of the program itself, never words of a customer. */
export interface Facts {
  readonly call?: CallName | 'upload'
  readonly code?: ErrorCode | StartProblem
  /** Tells the lines of one call apart and is shown with its error. */
  readonly trace?: string
  readonly customers?: number
  readonly milliseconds?: number
}

/** Everything worth a line. */
export type EventName = 'opened' | 'set-up' | 'sample-filled' | 'read-anew' | 'restored' | 'damaged' | 'closed'

/** A log that can not hold customer data: it takes events with facts, and errors without their messages. */
export interface Logger {
  event(name: EventName, facts?: Facts): void
  /** The name, the code and the places in the code of an error; its message may quote what was typed and stays out. */
  failure(facts: Facts, error: unknown): void
  /** The newest lines, for a report to whoever helps. */
  tail(lines: number): string[]
}

/** Writes to logs/kehu.log of a data folder; at 1 MB the file becomes kehu.old.log and a new one begins. */
export function createLogger(dir: string, id: string): Logger {
  const file = path.join(dir, 'logs', 'kehu.log')
  const writer = log.create({ logId: id })
  const { transports } = writer
  // Without a name it looks for a package.json, and beside a bundle there may be none.
  transports.file.setAppName('kehu')
  transports.file.resolvePathFn = () => file
  transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  transports.file.format = '{iso} {level} {text}'
  // Standard output belongs to the host; electron-log itself says on the console when it can not write.
  transports.console.level = false
  transports.console.writeFn = () => {
    process.stderr.write('kehu: the log can not be written\n')
  }
  return {
    event: (name, facts = {}) => writer.info(`${name} ${JSON.stringify(facts)}`),
    failure: (facts, error) => writer.error(`failure ${JSON.stringify({ ...facts, ...describe(error) })}`),
    tail: lines => (existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split(/\r?\n/).slice(-lines) : []),
  }
}

function describe(error: unknown): { error: string; cause?: string; at: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return { error: word(error.name), ...(code && { cause: word(code) }), at: frames(error) }
}

/** Names of errors and their codes are words of programs; whatever else stands there is not for the log. */
function word(text: string): string {
  return /^\w{1,60}$/.test(text) ? text : '?'
}
