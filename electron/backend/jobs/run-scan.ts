import { Worker } from 'node:worker_threads'
import type { StoredPair } from '../repositories/duplicate-scan.ts'
import { workerFile } from './worker-file.ts'

/** What the thread of a scan starts with: the database file it reads. */
export interface ScanOrder {
  readonly scan: string
}

/** What it says: how far it is, and at the end what it found. */
export type ScanMessage = { readonly progress: number } | { readonly pairs: readonly StoredPair[] }

/**
 * Looks through the whole file for duplicates in a thread of its own; nothing where it was stopped. Rejects with the error of the
 * thread for what nobody foresaw.
 */
export function runScan(
  workerPath: string,
  order: ScanOrder,
  signal: AbortSignal,
  tell: (progress: number) => void,
): Promise<readonly StoredPair[] | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(workerPath, 'scan-worker'), { workerData: order })
    let pairs: readonly StoredPair[] | undefined
    signal.addEventListener('abort', () => void worker.terminate()) // its end resolves
    worker.on('message', (message: ScanMessage) => {
      if ('pairs' in message) pairs = message.pairs
      else tell(message.progress)
    })
    worker.on('error', reject)
    worker.on('exit', () => resolve(pairs))
  })
}
