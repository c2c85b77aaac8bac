import { rm } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { temporaryBeside } from '../reports/write-beside.ts'
import { answerOf } from './answer-of.ts'
import type { ReportOrder, ReportRequest, ReportResult } from './report-request.ts'

export type { CustomerRequest, ReportRequest, ReportResult } from './report-request.ts'

/**
 * The memory of the thread, in MB. With a small nursery a register of 100,000 customers takes less than half as much at its peak and a
 * seventh longer; the forms of 300 customers need several hundred.
 */
export const reportMemory = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 1024 }

/**
 * Makes a report in a thread of its own and answers when the file is in its place. An aborted report answers `cancelled` and leaves
 * nothing behind. Rejects with the error of the thread for what nobody foresaw.
 */
export async function runReport(
  workerPath: string,
  request: ReportRequest,
  signal: AbortSignal,
): Promise<ReportResult> {
  if (signal.aborted) return { ok: false, code: 'cancelled' }
  const temporary = temporaryBeside(request.target)
  const order: ReportOrder = { request, temporary }
  const worker = new Worker(workerPath, { workerData: order, resourceLimits: reportMemory })
  const stop = () => void worker.terminate() // its end is awaited below
  signal.addEventListener('abort', stop)
  try {
    const result = await answerOf<ReportResult>(worker)
    if (result) return result
    if (signal.aborted) return { ok: false, code: 'cancelled' }
    throw new Error('The report ended without an answer')
  } finally {
    signal.removeEventListener('abort', stop)
    await rm(temporary, { force: true })
  }
}
