import type { Delivered } from '../../../shared/contract/shapes.ts'
import type { Language } from '../../../shared/text/language.ts'
import { inTransaction } from '../database/connection.ts'
import type { CustomerRequest, ReportRequest } from '../jobs/report-request.ts'
import { runReport } from '../jobs/run-report.ts'
import type { PlainTable } from '../reports/plain-table.ts'
import { audit, auditHead, type AuditEvent, shownHash } from './audit/audit.ts'
import { CallFailure } from './call-failure.ts'
import { type Context, today } from './context.ts'
import { fileName } from './file-name.ts'

/** What a report is asked for, whichever it is. */
export interface Asked {
  readonly requestId: string
  readonly withDelicate: boolean
  readonly language: Language
}

/** What every report request is told. */
export type Order = Pick<CustomerRequest, 'target' | 'context'>

/** A report that is to be made: the words of its file name, its request, and what is noted once it is there; `count` is of customers or rows. */
export interface Report {
  readonly title: readonly string[]
  readonly request: (order: Order) => ReportRequest
  readonly note: (count: number) => void
}

/**
 * Makes a report in a thread of its own and puts it into the outbox.
 * @throws CallFailure `report-empty` where there is nothing to report, `cancelled`, `busy`, `disk-full`
 */
export function deliverReport(
  context: Context,
  { requestId, withDelicate, language }: Asked,
  { title, request, note }: Report,
): Promise<Delivered> {
  const { company, actor, outbox, workerPath } = context
  const download = requestId.toLowerCase()
  const day = today(context)
  const time = context.clock().toTimeString().slice(0, 5)
  const name = fileName([...title, day], 'xlsx')
  const logHead = auditHead(context.db).slice(0, shownHash)
  return context.work.run(download, async signal => {
    const target = outbox.place(download, name)
    const order = request({
      target,
      context: { company, person: actor.name, today: day, time, logHead, language, withDelicate },
    })
    try {
      const result = await runReport(workerPath, order, signal)
      if (!result.ok) throw new CallFailure(result.code)
      if (result.customers === 0) throw new CallFailure('report-empty')
      await context.writing.pass()
      note(result.customers)
      return { fileName: name, download }
    } catch (error) {
      outbox.drop(download)
      throw error
    }
  })
}

/**
 * Makes a workbook of a plain table, and logs it as `event` with the number of its rows.
 * @throws CallFailure `report-empty` where there is no row, `cancelled`, `busy`, `disk-full`
 */
export function deliverTable(
  context: Context,
  { requestId, language, withDelicate = false }: Omit<Asked, 'withDelicate'> & Partial<Asked>,
  { event, title, further = [], ...table }: Omit<PlainTable, 'title'> & TableTitle,
): Promise<Delivered> {
  return deliverReport(
    context,
    { requestId, language, withDelicate },
    {
      title,
      request: order => ({ ...order, kind: 'table', table: { ...table, title: title[0] }, further }),
      note: count => {
        const facts = { ...event.facts, rows: String(count) }
        inTransaction(context.db, () => audit(context, { ...event, facts }))
      },
    },
  )
}

/** What a table is called, its first word alone on the sheet and all of them in the file name, and what the log says of it. */
interface TableTitle {
  readonly title: readonly [string, ...string[]]
  readonly event: AuditEvent
  /** More tables, on sheets of their own. */
  readonly further?: readonly PlainTable[]
}
