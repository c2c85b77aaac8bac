import type { ErrorCode, PresentRecord } from '../../../shared/contract/errors.ts'

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
