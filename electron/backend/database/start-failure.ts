import type { StartProblem } from '../../../shared/contract/errors.ts'

/** Why a data folder could not be opened, in the codes of the contract; `detail` is for whoever helps, `holder` says who has it. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure'
  readonly code: StartProblem
  readonly detail: string
  readonly holder: string | undefined

  constructor(code: StartProblem, detail: string, holder?: string) {
    super(code)
    this.code = code
    this.detail = detail
    this.holder = holder
  }
}

/** Turns whatever went wrong while a folder was opened into the reason that its screen shows. */
export function startFailure(error: unknown): StartFailure {
  if (error instanceof StartFailure) return error
  const code = errorCode(error)
  return new StartFailure(problemOf(code), code)
}

/** The code of an error of SQLite or of the file system (`SQLITE_FULL`, `ENOSPC`), or the name of the error. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

/** Whether SQLite found pages that are not what they should be. */
export function saysDamaged(code: string): boolean {
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB'
}

/** Whether there is no room left to write. */
export function saysFull(code: string): boolean {
  return code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT'
}

function problemOf(code: string): StartProblem {
  if (saysDamaged(code)) return 'data-damaged'
  if (saysFull(code)) return 'disk-full'
  if (code.startsWith('SQLITE_READONLY') || ['EACCES', 'EPERM', 'EROFS'].includes(code)) return 'data-read-only'
  if (code.startsWith('SQLITE_BUSY')) return 'data-in-use'
  return 'data-unreachable'
}
