import type { Values } from '../../../shared/catalogue/field.ts'
import type { SecondLines } from '../../../shared/catalogue/derive/second-lines.ts'
import type { PrintContext } from '../../../shared/catalogue/derive/box-content.ts'

/** One customer as reports take it: plain values, so that no report asks the database anything. */
export interface ReportedCustomer {
  readonly customerNo: string
  readonly values: Values
  readonly secondLines?: SecondLines
}

/** What every report says about itself besides its customers; `today` is the ISO day of printing, `time` the time of it, such as 17:42. */
export interface ReportContext extends PrintContext {
  readonly company: string
  readonly person: string
  readonly today: string
  readonly time: string
  /** The beginning of the newest hash of the audit log, which every print carries outside (rules 6). */
  readonly logHead: string
}
