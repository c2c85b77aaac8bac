import { parentPort, workerData } from 'node:worker_threads'
import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import type { Path, Values } from '../../../shared/catalogue/field.ts'
import { extraPath } from '../../../shared/domain/extra-box.ts'
import { numberPath } from '../../../shared/domain/imports.ts'
import type { Connection } from '../database/connection.ts'
import { openReadOnly } from '../database/open.ts'
import { cardReader, loadCustomerValues } from '../repositories/customer-files.ts'
import { extraAnswersOf } from '../repositories/extra-boxes.ts'
import { comparePacket } from '../reports/packet/compare-packet.ts'
import { readPacket } from '../reports/packet/read-packet.ts'
import { makeReport } from './make-report.ts'
import type { ComparingOrder, ReadingOrder } from './read-packet-file.ts'
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
    parentPort?.postMessage(await makeReport(order, loaderFor(db, request)))
  } finally {
    db.close()
  }
}

/** Reads what a report tells of a customer; a register reads no table and no box that none of its columns comes from. */
function loaderFor(db: Connection, request: CustomerRequest): (id: number) => Values | undefined {
  const load = request.kind === 'forms' ? (id: number) => loadCustomerValues(db, id) : listLoader(db, request.columns)
  return request.extras === undefined ? load : withExtras(db, load)
}

function listLoader(db: Connection, columns: readonly Path[]): (id: number) => Values | undefined {
  const records = new Set(columns.flatMap(path => boxAt(path)?.record ?? []))
  records.delete('customer')
  // The number is told of every customer, whether or not a column has it.
  return records.size === 0 ? cardReader(db, [numberPath, ...columns]) : id => loadCustomerValues(db, id, records)
}

/** The same with the answers in extra boxes. */
function withExtras(db: Connection, load: (id: number) => Values | undefined): (id: number) => Values | undefined {
  return id => {
    const values = load(id)
    if (!values) return undefined
    const answers = Object.entries(extraAnswersOf(db, id)).map(([boxId, value]) => [extraPath(Number(boxId)), value])
    return { ...values, ...Object.fromEntries(answers) }
  }
}

/** The worker thread that reads one packet: the file comes from outside and may be anything. */
async function read({ packet }: ReadingOrder): Promise<void> {
  parentPort?.postMessage(await readPacket(Buffer.from(packet)))
}

/** The worker thread that draws a packet anew and holds one that came back against it. */
function compare({ compared, sheets }: ComparingOrder): void {
  parentPort?.postMessage(comparePacket(compared, sheets))
}

async function carryOut(order: ReportOrder | ReadingOrder | ComparingOrder): Promise<void> {
  if ('packet' in order) await read(order)
  else if ('compared' in order) compare(order)
  else await work(order)
}

// A rejection ends the thread and reaches the caller as an error of the worker.
void carryOut(workerData as ReportOrder | ReadingOrder | ComparingOrder)
