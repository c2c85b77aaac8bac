import { parentPort, workerData } from 'node:worker_threads'
import { openReadOnly } from '../database/open.ts'
import type { ScanMessage, ScanOrder } from './run-scan.ts'
import { scanPairs } from './scan-pairs.ts'

/** The worker thread that looks for duplicates through a connection of its own; apart from the reports, which need no pinyin. */
function look({ scan }: ScanOrder): void {
  const db = openReadOnly(scan)
  try {
    const say = (message: ScanMessage) => parentPort?.postMessage(message)
    say({ pairs: scanPairs(db, progress => say({ progress })) })
  } finally {
    db.close()
  }
}

// What is thrown ends the thread and reaches the caller as an error of the worker.
look(workerData as ScanOrder)
