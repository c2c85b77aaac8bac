import { inTransaction } from '../database/connection.ts'
import { putAnswer, storedAnswer } from '../repositories/answers.ts'
import { type Context, now } from './context.ts'

/**
 * Carries a command out in one transaction, and only once: sent again under the same request id, it gives the answer that it gave
 * then. What `work` throws undoes all of it.
 */
export function once<T>(context: Pick<Context, 'db' | 'clock'>, requestId: string, work: () => T): T {
  return inTransaction(context.db, () => {
    const stored = storedAnswer(context.db, requestId)
    if (stored !== undefined) return JSON.parse(stored) as T
    const answer = work()
    putAnswer(context.db, requestId, now(context), JSON.stringify(answer))
    return answer
  })
}
