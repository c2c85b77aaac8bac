import type { ErrorCode } from '../../../../shared/contract/errors.ts'
import { SealFailure } from '../../database/sealed/seal-failure.ts'
import { StartFailure } from '../../database/start-failure.ts'
import { CallFailure } from '../call-failure.ts'

const codes: Partial<Record<StartFailure['code'], ErrorCode>> = {
  'disk-full': 'disk-full',
  'data-in-use': 'busy',
  'data-damaged': 'backup-damaged',
  'data-foreign': 'backup-damaged',
  'data-read-only': 'target-not-writable',
  'data-unreachable': 'target-not-writable',
}

/** Does something with backups, and says in the codes of calls why it can not be done. Throws CallFailure. */
export async function orRefuse<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof SealFailure) throw new CallFailure(error.code)
    const code = error instanceof StartFailure ? codes[error.code] : undefined
    throw code ? new CallFailure(code) : error
  }
}
