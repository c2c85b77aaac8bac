/** Why a report could not be handed out; the same codes as the contract's errors. */
export type ReportErrorCode =
  | 'target-locked'
  | 'target-not-writable'
  | 'disk-full'
  | 'report-empty'
  | 'cancelled'
  | 'unexpected'

/** A report that failed for a reason a person can act on. */
export class ReportError extends Error {
  readonly code: ReportErrorCode

  constructor(code: ReportErrorCode, cause?: unknown) {
    super(code, { cause })
    this.name = 'ReportError'
    this.code = code
  }
}
