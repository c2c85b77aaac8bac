import { inTransaction } from '../database/connection.ts'
import { putAnswer, storedAnswer } from '../repositories/answers.ts'
import { type Context, now } from './context.ts'

type Asking = Pick<Context, 'db' | 'actor' | 'call'>

/* oxlint-disable typescript/no-unnecessary-type-parameters -- the answer has no other place to get its type from */

/**
 * What this call answered this person under this request id; for commands that have something to do before their transaction. A
 * request id counts for one person and one call: nobody is told what somebody else was answered.
 */
export function answeredBefore<T>({ db, actor, call }: Asking, requestId: string): T | undefined {
  const stored = storedAnswer(db, { requestId, actorId: actor.id, call })
  return stored === undefined ? undefined : (JSON.parse(stored) as T)
}

/* oxlint-enable typescript/no-unnecessary-type-parameters */

/**
 * Carries a command out in one transaction, and only once: sent again under the same request id, it gives the answer that it gave
 * then. What `work` throws undoes all of it.
 */
export function once<T>(context: Asking & Pick<Context, 'clock'>, requestId: string, work: () => T): T {
  return inTransaction(context.db, () => {
    const answered = answeredBefore<T>(context, requestId)
    if (answered !== undefined) return answered
    const answer = work()
    const { db, actor, call } = context
    putAnswer(db, { requestId, actorId: actor.id, call, at: now(context), answer: JSON.stringify(answer) })
    return answer
  })
}
