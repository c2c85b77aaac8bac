import type { ErrorCode } from '../../../../shared/contract/errors.ts'
import { inTransaction } from '../../database/connection.ts'
import { CallFailure } from '../call-failure.ts'
import type { Context } from '../context.ts'
import { audit } from './audit.ts'

/** Refusals that tell of an attempt, not of a slip of the pen. */
const attempts: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'own-application',
  'signed-already',
  'needed-above',
  'not-your-turn',
  'not-allowed',
  'frozen',
  'needs-key',
  'delegate-unfit',
  'roles-contradict',
])

/** Does `work`; when it is refused for something that should not be tried, the attempt is in the log, also though nothing came of it. */
export function logRefusal<T>(context: Context, what: string, object: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof CallFailure && attempts.has(error.code)) noteRefusal(context, what, object, error.code)
    throw error
  }
}

/** Writes an attempt that was refused into the log, in a transaction of its own. Throws SqliteError. */
export function noteRefusal(context: Context, what: string, object: string, code: ErrorCode): void {
  inTransaction(context.db, () => audit(context, { action: `refused.${what}`, object, facts: { code } }))
}
