import type { SecondLines } from '../../../shared/catalogue/derive/second-lines.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import type { FormName } from '../../../shared/catalogue/layout/layout.ts'
import type { ExtraBox } from '../../../shared/domain/extra-box.ts'
import type { PacketContent } from '../reports/packet/packet-content.ts'
import type { PacketFilling } from '../reports/packet/packet-workbook.ts'
import type { PlainTable } from '../reports/plain-table.ts'
import type { ReportErrorCode } from '../reports/report-error.ts'
import type { ReportContext } from '../reports/report-input.ts'
import type { Properties } from '../reports/workbook.ts'
import type { Language } from '../../../shared/text/language.ts'

/** What every report is told: where the file goes, and what it says about itself. */
interface Order {
  readonly target: string
  readonly context: ReportContext
}

/** What reports of customers are told besides: the database file to read, the customers in their order. */
interface CustomersOrder extends Order {
  readonly database: string
  readonly ids: readonly number[]
  /** Extra boxes of the company that are told along, in their order. */
  readonly extras?: readonly ExtraBox[]
}

interface FormsRequest extends CustomersOrder {
  readonly kind: 'forms'
  readonly forms: readonly FormName[]
  /** By the id of the customer, where there are any. */
  readonly secondLines: Readonly<Record<number, SecondLines>>
}

interface RegisterRequest extends CustomersOrder {
  readonly kind: 'register'
  readonly columns: readonly Path[]
}

/** A report that reads customers out of the database. */
export type CustomerRequest = FormsRequest | RegisterRequest

/** A report whose rows are handed over with it. */
interface TableRequest extends Order {
  readonly kind: 'table'
  readonly table: PlainTable
  /** More of them, on sheets of their own. */
  readonly further?: readonly PlainTable[]
}

/** A workbook that is drawn from what is handed over alone: an approval packet, or the template of an import. */
export type Drawing =
  | { readonly kind: 'packet'; readonly content: PacketContent; readonly filling?: PacketFilling }
  | { readonly kind: 'template'; readonly about: Omit<Properties, 'title'>; readonly language: Language }

/** A drawing and where its file goes. */
export type DrawingRequest = Drawing & { readonly target: string }

/** A report as it is ordered from a worker thread: plain data only. */
export type ReportRequest = CustomerRequest | TableRequest | DrawingRequest

/** What a worker thread starts with. The name of the unfinished file comes from outside, so that it can be removed when the thread is stopped. */
export interface ReportOrder {
  readonly request: ReportRequest
  readonly temporary: string
}

/** The answer of a report: how many customers or rows are in the file, or why there is none. */
export type ReportResult =
  | { readonly ok: true; readonly customers: number }
  | { readonly ok: false; readonly code: ReportErrorCode }
