import type { ErrorCode, PresentRecord } from '../../../shared/contract/errors.ts'
import { errorCode, saysDamaged, saysFull } from '../database/start-failure.ts'

/** Why a use case refuses, in the codes of the contract; the dispatcher turns it into an answer. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure'
  readonly code: ErrorCode
  readonly fields: readonly string[] | undefined
  readonly present: PresentRecord | undefined

  constructor(code: ErrorCode, facts: { fields?: readonly string[]; present?: PresentRecord } = {}) {
    super(code)
    this.code = code
    this.fields = facts.fields
    this.present = facts.present
  }
}

/** The code that a call answers when something other than a refusal went wrong: trouble of the machine by its name, all else `unexpected`. */
export function callCode(error: unknown): ErrorCode {
  const cause = errorCode(error)
  if (saysDamaged(cause)) return 'not-ready'
  if (saysFull(cause)) return 'disk-full'
  return cause.startsWith('SQLITE_BUSY') || cause.startsWith('SQLITE_LOCKED') ? 'busy' : 'unexpected'
}
