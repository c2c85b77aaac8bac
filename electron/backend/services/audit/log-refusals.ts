import type { ErrorCode } from '../../../../shared/contract/errors.ts'
import { inTransaction } from '../../database/connection.ts'
import { CallFailure } from '../call-failure.ts'
import type { Context } from '../context.ts'
import { audit, type AuditEvent } from './audit.ts'

/** Refusals that tell of something nobody should try; all others are slips of typing. */
const attempts: readonly ErrorCode[] = [
  'not-allowed',
  'name-taken',
  'own-application',
  'signed-already',
  'needed-above',
  'not-your-turn',
  'step-changed',
  'frozen',
  'needs-key',
  'delegate-unfit',
  'roles-contradict',
]

/**
 * Carries `work` out. When it refuses something that should not be tried, the refusal is logged in a transaction of its own, since
 * that of the work was rolled back, and thrown on.
 */
export function logRefusals<T>(context: Context, event: AuditEvent, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof CallFailure && attempts.includes(error.code)) {
      const facts = { ...event.facts, code: error.code }
      inTransaction(context.db, () => audit(context, { ...event, facts }))
    }
    throw error
  }
}
