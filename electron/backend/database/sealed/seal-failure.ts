import type { ErrorCode } from '../../../../shared/contract/errors.ts'

/** Why a sealed file can not be opened, in the codes of calls. */
export class SealFailure extends Error {
  override readonly name = 'SealFailure'
  readonly code: SealProblem

  constructor(code: SealProblem) {
    super(code)
    this.code = code
  }
}

export type SealProblem = Extract<
  ErrorCode,
  'backup-foreign' | 'backup-newer' | 'backup-cut' | 'backup-damaged' | 'secret-wrong'
>
