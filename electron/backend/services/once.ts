import { inTransaction } from '../database/connection.ts'
import { putAnswer, storedAnswer } from '../repositories/answers.ts'
import { type Context, now } from './context.ts'

/* oxlint-disable typescript/no-unnecessary-type-parameters -- the answer has no other place to get its type from */

/** What a command answered under this request id; for commands that have something to do before their transaction. */
export function answeredBefore<T>({ db }: Pick<Context, 'db'>, requestId: string): T | undefined {
  const stored = storedAnswer(db, requestId)
  return stored === undefined ? undefined : (JSON.parse(stored) as T)
}

/* oxlint-enable typescript/no-unnecessary-type-parameters */

/**
 * Carries a command out in one transaction, and only once: sent again under the same request id, it gives the answer that it gave
 * then. What `work` throws undoes all of it.
 */
export function once<T>(context: Pick<Context, 'db' | 'clock'>, requestId: string, work: () => T): T {
  return inTransaction(context.db, () => {
    const answered = answeredBefore<T>(context, requestId)
    if (answered !== undefined) return answered
    const answer = work()
    putAnswer(context.db, requestId, now(context), JSON.stringify(answer))
    return answer
  })
}
