import type { Values } from '../../../shared/catalogue/field.ts'
import type { Language } from '../../../shared/text/language.ts'

/** One customer as reports take it: plain values, so that no report asks the database anything. */
export interface ReportedCustomer {
  readonly customerNo: string
  readonly values: Values
}

/** What every report says about itself besides its customers; `today` is the ISO day of printing. */
export interface ReportContext {
  readonly company: string
  readonly person: string
  readonly today: string
  readonly language: Language
  /** Fills in the delicate boxes; the person who exports has to ask for it (forms.md, *P*). */
  readonly withDelicate: boolean
}
