import { parentPort, workerData } from 'node:worker_threads'
import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import type { Values } from '../../../shared/catalogue/field.ts'
import type { RecordName } from '../../../shared/catalogue/records.ts'
import { extraPath } from '../../../shared/domain/extra-box.ts'
import type { Connection } from '../database/connection.ts'
import { openReadOnly } from '../database/open.ts'
import { loadCustomerValues } from '../repositories/customer-files.ts'
import { extraAnswersOf } from '../repositories/extra-boxes.ts'
import { comparePacket } from '../reports/packet/compare-packet.ts'
import { readPacket } from '../reports/packet/read-packet.ts'
import { makeReport } from './make-report.ts'
import type { ComparingOrder, ReadingOrder } from './read-packet-file.ts'
import type { ScanMessage, ScanOrder } from './run-scan.ts'
import { scanPairs } from './scan-pairs.ts'
import type { CustomerRequest, ReportOrder } from './report-request.ts'

/** The worker thread of one report: where it is about customers it reads them through a connection of its own; it answers once and ends. */
async function work(order: ReportOrder): Promise<void> {
  const { request } = order
  if (!('database' in request)) {
    parentPort?.postMessage(await makeReport(order, () => undefined))
    return
  }
  const db = openReadOnly(request.database)
  try {
    // One transaction, so that every row of the report is of the same moment.
    db.exec('BEGIN')
    const load = (id: number) => customerValues(db, id, recordsOf(request), request.extras !== undefined)
    parentPort?.postMessage(await makeReport(order, load))
  } finally {
    db.close()
  }
}

/** What a report tells of: a register reads no table that none of its columns comes from. */
function recordsOf(request: CustomerRequest): ReadonlySet<RecordName> | undefined {
  if (request.kind === 'forms') return undefined
  return new Set(request.columns.flatMap(path => boxAt(path)?.record ?? []))
}

/** What is known of a customer, with the answers in extra boxes where a report tells them. */
function customerValues(
  db: Connection,
  id: number,
  records: ReadonlySet<RecordName> | undefined,
  withExtras: boolean,
): Values | undefined {
  const values = loadCustomerValues(db, id, records)
  if (!values || !withExtras) return values
  const answers = Object.entries(extraAnswersOf(db, id)).map(([boxId, value]) => [extraPath(Number(boxId)), value])
  return { ...values, ...Object.fromEntries(answers) }
}

/** The worker thread that reads one packet: the file comes from outside and may be anything. */
async function read({ packet }: ReadingOrder): Promise<void> {
  parentPort?.postMessage(await readPacket(Buffer.from(packet)))
}

/** The worker thread that draws a packet anew and holds one that came back against it. */
function compare({ compared, sheets }: ComparingOrder): void {
  parentPort?.postMessage(comparePacket(compared, sheets))
}

/** The worker thread that looks for duplicates through a connection of its own. */
async function look({ scan }: ScanOrder): Promise<void> {
  const db = openReadOnly(scan)
  try {
    const say = (message: ScanMessage) => parentPort?.postMessage(message)
    say({ pairs: scanPairs(db, progress => say({ progress })) })
  } finally {
    db.close()
  }
}

async function carryOut(order: ReportOrder | ReadingOrder | ComparingOrder | ScanOrder): Promise<void> {
  if ('packet' in order) await read(order)
  else if ('compared' in order) compare(order)
  else if ('scan' in order) await look(order)
  else await work(order)
}

// A rejection ends the thread and reaches the caller as an error of the worker.
void carryOut(workerData as ReportOrder | ReadingOrder | ComparingOrder | ScanOrder)
