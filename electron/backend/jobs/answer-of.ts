import type { Worker } from 'node:worker_threads'

/** The last thing that a thread said, once it has ended; nothing when it was stopped before. Rejects with the error that ended it. */
export function answerOf<T>(worker: Worker): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    let answer: T | undefined
    worker.on('message', (message: T) => {
      answer = message
    })
    worker.on('error', reject)
    worker.on('exit', () => resolve(answer))
  })
}

/** Whether a thread was ended for the memory that it took. */
export function ranOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
