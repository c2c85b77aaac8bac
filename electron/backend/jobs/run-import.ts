import { Worker } from 'node:worker_threads'
import { ranOutOfMemory } from './answer-of.ts'
import type { ImportSignals } from './import-signals.ts'
import { workerFile } from './worker-file.ts'

/**
 * The memory of the thread, in MB. With a small nursery an import holds 200 less at its peak and takes no longer; a file that needs
 * more of the rest is none of ours.
 */
const memory = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 384 }

/**
 * Carries an order out in a thread of its own and gives back what it answers. When the thread is about to write, it waits until
 * `whileWriting` has begun, which lasts until the thread has ended. Rejects with the error of the thread for what nobody foresaw.
 */
export async function runImport(
  workerPath: string,
  order: unknown,
  signals: ImportSignals,
  whileWriting: (written: () => Promise<void>) => Promise<void>,
): Promise<unknown> {
  const worker = new Worker(workerFile(workerPath, 'import-worker'), {
    workerData: { order, memory: signals.memory },
    resourceLimits: memory,
  })
  let answer: unknown
  let guarded: Promise<void> | undefined
  const end = new Promise<void>((resolve, reject) => {
    worker.once('error', error => reject(ranOutOfMemory(error) ? new ImportTooLarge() : error))
    worker.once('exit', () => resolve())
  })
  worker.on('message', message => {
    if (message !== 'ready') {
      answer = message
      return
    }
    guarded = whileWriting(async () => {
      worker.postMessage('go')
      await end.catch(() => undefined)
    })
    // Where another import is writing, this one ends without having begun.
    guarded.catch(() => void worker.terminate())
  })
  await end
  await guarded
  return answer
}

/** The thread was stopped for the memory that a file took. */
export class ImportTooLarge extends Error {
  override readonly name = 'ImportTooLarge'
}
