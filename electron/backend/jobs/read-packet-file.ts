import { Worker } from 'node:worker_threads'
import type { PacketFile } from '../reports/packet/read-packet.ts'

/** What the worker thread is told when it is to read a packet instead of making a report. */
export interface ReadingOrder {
  readonly packet: Uint8Array
}

const patience = 30_000 // ms
const mostMemory = 512 // MB

/**
 * Reads a file that came from outside in a thread of its own, which is stopped when it takes too long or too much memory: a file that
 * can do that is none of ours. Rejects only when the thread can not be started.
 */
export async function readPacketFile(workerPath: string, bytes: Uint8Array): Promise<PacketFile> {
  const workerData: ReadingOrder = { packet: bytes }
  const worker = new Worker(workerPath, { workerData, resourceLimits: { maxOldGenerationSizeMb: mostMemory } })
  const timer = setTimeout(() => void worker.terminate(), patience)
  try {
    return (await answerOf(worker)) ?? { ok: false, code: 'unreadable' }
  } finally {
    clearTimeout(timer)
  }
}

/** The answer of the thread once it has ended; nothing when it was stopped or ran out of memory. */
function answerOf(worker: Worker): Promise<PacketFile | undefined> {
  return new Promise((resolve, reject) => {
    let answer: PacketFile | undefined
    worker.on('message', (file: PacketFile) => {
      answer = file
    })
    worker.on('error', error => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(undefined)
      else reject(error)
    })
    worker.on('exit', () => resolve(answer))
  })
}
