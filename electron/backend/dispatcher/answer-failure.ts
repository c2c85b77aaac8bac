import type { CallName } from '../../../shared/contract/contract.ts'
import type { Outcome } from '../../../shared/contract/errors.ts'
import { failed } from '../../../shared/contract/failed.ts'
import { CallFailure, callCode } from '../services/call-failure.ts'
import type { Session } from '../services/session.ts'

/** Turns an exception into an answer: refusals as they are, trouble of the machine by its name, all else logged as unexpected. */
export function answerFailure(
  session: Session,
  call: CallName | 'upload',
  trace: string,
  error: unknown,
): Outcome<never> {
  if (error instanceof CallFailure) {
    const { code, fields, present } = error
    return {
      ok: false,
      error: { code, traceId: trace, ...(fields && { fields: [...fields] }), ...(present && { present }) },
    }
  }
  const code = callCode(error)
  session.options.logger.failure({ call, code, trace }, error)
  if (code === 'not-ready') session.markDamaged(error)
  return failed(code, trace)
}
