import { parentPort, workerData } from 'node:worker_threads'
import { openReadOnly } from '../database/open.ts'
import { loadCustomerValues } from '../repositories/customer-files.ts'
import { readPacket } from '../reports/packet/read-packet.ts'
import { makeReport } from './make-report.ts'
import type { ReadingOrder } from './read-packet-file.ts'
import type { ReportOrder } from './report-request.ts'

/** The worker thread of one report: it reads through a connection of its own, answers once and ends. */
async function work(order: ReportOrder): Promise<void> {
  const db = openReadOnly(order.request.database)
  try {
    // One transaction, so that every row of the report is of the same moment.
    db.exec('BEGIN')
    parentPort?.postMessage(await makeReport(order, id => loadCustomerValues(db, id)))
  } finally {
    db.close()
  }
}

/** The worker thread that reads one packet: the file comes from outside and may be anything. */
async function read({ packet }: ReadingOrder): Promise<void> {
  parentPort?.postMessage(await readPacket(Buffer.from(packet)))
}

const order = workerData as ReportOrder | ReadingOrder
// A rejection ends the thread and reaches the caller as an error of the worker.
void ('packet' in order ? read(order) : work(order))
