import { Worker } from 'node:worker_threads'
import type { PacketRefusal } from '../../../shared/contract/packet-calls.ts'
import type { PlainSheet } from '../reports/packet/packet-cells.ts'
import type { PacketContent } from '../reports/packet/packet-content.ts'
import type { PacketFile } from '../reports/packet/read-packet.ts'
import { refusal } from '../reports/packet/refusal.ts'
import { answerOf, ranOutOfMemory } from './answer-of.ts'

/** What the worker thread is told when it is to read a packet instead of making a report. */
export interface ReadingOrder {
  readonly packet: Uint8Array
}

/** What it is told when it is to hold the sheets of a packet that came back against what went out. */
export interface ComparingOrder {
  readonly compared: PacketContent
  readonly sheets: readonly PlainSheet[]
}

const patience = 30_000 // ms
const mostMemory = 512 // MB

/**
 * Reads a file that came from outside in a thread of its own, which is stopped when it takes too long or too much memory: a file that
 * can do that is none of ours. Rejects only when the thread can not be started.
 */
export async function readPacketFile(workerPath: string, bytes: Uint8Array): Promise<PacketFile> {
  const order: ReadingOrder = { packet: bytes }
  return (await askThread<PacketFile>(workerPath, order)) ?? { ok: false, code: 'unreadable' }
}

/** Holds the sheets of a packet against what went out, likewise in a thread; answers what differs. */
export async function comparePacketSheets(
  workerPath: string,
  content: PacketContent,
  sheets: readonly PlainSheet[],
): Promise<readonly PacketRefusal[]> {
  const order: ComparingOrder = { compared: content, sheets }
  return (await askThread<readonly PacketRefusal[]>(workerPath, order)) ?? [refusal('unreadable')]
}

/** The answer of the thread once it has ended; nothing when it was stopped or ran out of memory. */
async function askThread<T>(workerPath: string, workerData: ReadingOrder | ComparingOrder): Promise<T | undefined> {
  const worker = new Worker(workerPath, { workerData, resourceLimits: { maxOldGenerationSizeMb: mostMemory } })
  const timer = setTimeout(() => void worker.terminate(), patience)
  try {
    return await answerOf<T>(worker)
  } catch (error) {
    if (ranOutOfMemory(error)) return undefined
    throw error
  } finally {
    clearTimeout(timer)
  }
}
