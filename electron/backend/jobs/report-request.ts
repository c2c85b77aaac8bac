import type { Path } from '../../../shared/catalogue/field.ts'
import type { FormName } from '../../../shared/catalogue/layout/layout.ts'
import type { ReportErrorCode } from '../reports/report-error.ts'
import type { ReportContext } from '../reports/report-input.ts'

/** What both reports are told: the database file to read, the customers in their order, where the file goes. */
interface Order {
  readonly database: string
  readonly ids: readonly number[]
  readonly target: string
  readonly context: ReportContext
}

interface FormsRequest extends Order {
  readonly kind: 'forms'
  readonly forms: readonly FormName[]
}

interface RegisterRequest extends Order {
  readonly kind: 'register'
  readonly columns: readonly Path[]
}

/** A report as it is ordered from a worker thread: plain data only. */
export type ReportRequest = FormsRequest | RegisterRequest

/** What a worker thread starts with. The name of the unfinished file comes from outside, so that it can be removed when the thread is stopped. */
export interface ReportOrder {
  readonly request: ReportRequest
  readonly temporary: string
}

/** The answer of a report: how many customers are in the file, or why there is none. */
export type ReportResult =
  | { readonly ok: true; readonly customers: number }
  | { readonly ok: false; readonly code: ReportErrorCode }
