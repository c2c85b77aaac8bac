import { Worker } from 'node:worker_threads'
import { SealFailure } from '../database/sealed/seal-failure.ts'
import { StartFailure } from '../database/start-failure.ts'
import { answerOf } from './answer-of.ts'
import type { BackupAnswers, BackupOrder, BackupResult } from './backup-order.ts'
import { workerFile } from './worker-file.ts'

/**
 * Carries an order out in a thread of its own.
 * @throws StartFailure or SealFailure with the reason that the thread gives, and its error for what nobody foresaw
 */
export async function runBackup<O extends BackupOrder>(
  workerPath: string,
  order: O,
): Promise<BackupAnswers[O['kind']]> {
  const worker = new Worker(workerFile(workerPath, 'backup-worker'), { workerData: order })
  const result = await answerOf<BackupResult<O['kind']>>(worker)
  if (!result) throw new Error('The backup ended without an answer')
  if (result.ok) return result.value
  throw 'seal' in result ? new SealFailure(result.seal) : new StartFailure(result.start, result.detail)
}
