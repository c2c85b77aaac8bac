import { importSignals } from '../../jobs/import-signals.ts'
import { ImportTooLarge, runImport } from '../../jobs/run-import.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now } from '../context.ts'
import type { ImportAnswers, ImportOrder, ImportResult, WritingOrder } from './import-order.ts'

/**
 * Carries an order out in the thread of imports, where it can be followed and stopped under its request id.
 * @throws CallFailure with what the thread refuses, `busy` where the request is under way already
 */
export async function inImportThread<K extends keyof ImportAnswers>(
  { imports, work, workerPath, writing }: Context,
  requestId: string,
  order: Extract<ImportOrder, { kind: K }>,
): Promise<ImportAnswers[K]> {
  const signals = importSignals()
  const answer = work.run(`import ${requestId.toLowerCase()}`, signal => {
    signal.addEventListener('abort', () => signals.cancel())
    return imports.follow(requestId, signals, () =>
      runImport(workerPath, order, signals, written => writing.whileClosed(written)),
    )
  })
  const result = (await answer.catch((error: unknown) => {
    if (error instanceof ImportTooLarge) throw new CallFailure('import-unreadable', { fields: ['unpacks-too-large'] })
    throw error
  })) as ImportResult<K> | undefined
  if (!result) throw new Error('The import ended without an answer')
  if (!result.ok) throw new CallFailure(result.code, result.fields.length > 0 ? { fields: result.fields } : {})
  return result.value
}

/** What every order that writes says about itself. */
export function writingOrder(context: Context, requestId: string): WritingOrder {
  const { file, dataDir, actor, machine, call } = context
  return { database: file, dataDir, actorId: actor.id, machine, call, requestId, at: now(context) }
}
