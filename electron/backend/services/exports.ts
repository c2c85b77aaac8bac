import { masking } from '../../../shared/catalogue/derive/masking.ts'
import { type SecondLines, secondLines } from '../../../shared/catalogue/derive/second-lines.ts'
import { readable } from '../../../shared/catalogue/derive/sections.ts'
import { textAt } from '../../../shared/catalogue/derive/value.ts'
import type { Checked, Output } from '../../../shared/contract/contract.ts'
import type { Delivered } from '../../../shared/contract/shapes.ts'
import type { Language } from '../../../shared/text/language.ts'
import { reportTexts } from '../../../shared/text/reports.ts'
import { inTransaction } from '../database/connection.ts'
import type { CustomerRequest } from '../jobs/run-report.ts'
import { loadCustomerValues } from '../repositories/customer-files.ts'
import { usualOrder } from '../repositories/customer-list.ts'
import { customerHead } from '../repositories/customers.ts'
import { extraBoxesInUse } from '../repositories/extra-boxes.ts'
import { logExport } from '../repositories/export-log.ts'
import { doneRequest, putRequest } from '../repositories/requests.ts'
import { limitFacts } from './applications/limit-facts.ts'
import { audit } from './audit/audit.ts'
import { CallFailure } from './call-failure.ts'
import { type Context, now, today } from './context.ts'
import { type Asked, deliverReport, type Order } from './deliver-report.ts'
import { refuseDelicate } from './field-rights.ts'
import { idsOf } from './grid/customer-list.ts'
import { policyOn } from './policy/current-policy.ts'

/**
 * KH001 and KH002 of the chosen customers as one workbook.
 * @throws CallFailure `report-empty` where none of them exists, `not-allowed`, `cancelled`, `busy`, `disk-full`
 */
export function exportForms(context: Context, input: Checked<'exports.forms'>): Promise<Output<'exports.forms'>> {
  refuseDelicate(context, 'exports.forms', input)
  const { ids, language } = input
  const forms = [...new Set(input.forms)]
  const [only] = ids.length === 1 ? ids : []
  const name = only && textAt(loadCustomerValues(context.db, only) ?? {}, 'customer.name')
  const title = name ? [...forms, name] : [reportTexts[language].formsTitle]
  return deliver(context, input, title, {
    kind: 'forms',
    ids,
    forms,
    extras: extraBoxesInUse(context.db),
    secondLines: forms.includes('KH002') ? temporaryLines(context, ids, language) : {},
  })
}

/** The temporary limits of today, as they stand on the KH002 of whoever has one. */
function temporaryLines(
  context: Context,
  ids: readonly number[],
  language: Language,
): Readonly<Record<number, SecondLines>> {
  const day = today(context)
  const { terms } = policyOn(context.db, day)
  const lines = ids.map(id => [id, secondLines(limitFacts(context.db, id, terms, day).today, language)] as const)
  return Object.fromEntries(lines.filter(([, line]) => Object.keys(line).length > 0))
}

/**
 * 客户名册: one row per customer with the chosen columns.
 * @throws CallFailure `report-empty` where nobody is chosen, `not-allowed`, `cancelled`, `busy`, `disk-full`
 */
export function exportRegister(
  context: Context,
  input: Checked<'exports.register'>,
): Promise<Output<'exports.register'>> {
  refuseDelicate(context, 'exports.register', input)
  const { selection, columns, language } = input
  const ids = 'ids' in selection ? selection.ids : chosen(context, selection)
  return deliver(context, input, [reportTexts[language].registerTitle], {
    kind: 'register',
    ids,
    columns,
    ...(input.withExtra && { extras: extraBoxesInUse(context.db) }),
  })
}

/** Notes a print from the screen like an export and answers what is printed; asking twice notes it once. Throws CallFailure `not-found`, `not-allowed`. */
export function notePrint(context: Context, input: Checked<'exports.printed'>): Output<'exports.printed'> {
  const { db, actor } = context
  const { requestId, id, forms, withDelicate } = input
  refuseDelicate(context, 'exports.printed', input)
  return inTransaction(db, () => {
    const head = customerHead(db, id)
    const values = loadCustomerValues(db, id)
    if (!head || !values) throw new CallFailure('not-found')
    const printed = masking(readable(values, actor.rights), () => withDelicate)
    if (doneRequest(db, requestId)) return { values: printed.values }
    const at = now(context)
    logExport(db, { at, by: actor.id, kind: 'print', customers: 1, withDelicate })
    const facts = { forms: forms.join(','), withDelicate: withDelicate ? '1' : '0' }
    audit(context, { action: 'export.print', object: `customer:${id}`, facts, ...saidWhy(input) })
    putRequest(db, requestId, { customerId: id, revision: head.revision, at })
    return { values: printed.values }
  })
}

/** Stops an export; what it had written is gone. */
export function cancelExport({ work }: Context, { requestId }: Checked<'exports.cancel'>): Output<'exports.cancel'> {
  work.stop(requestId.toLowerCase())
  return {}
}

type Filtered = Extract<Checked<'exports.register'>['selection'], { filter: unknown }>

function chosen(context: Context, { filter, except }: Filtered): number[] {
  const excepted = new Set(except)
  return [...idsOf(context, filter, usualOrder)].filter(id => !excepted.has(id))
}

/** Why delicate boxes leave the house, where they do. */
interface Why {
  readonly withDelicate: boolean
  readonly reason?: string | undefined
}

function saidWhy({ withDelicate, reason }: Why): { reason?: string } {
  return withDelicate && reason !== undefined ? { reason } : {}
}

/** What tells one request from another. */
type OwnParts<R> = R extends CustomerRequest ? Omit<R, keyof Order | 'database'> : never

/** Makes the report of an export and notes what was handed out, both in the list of what left the house and in the log. */
function deliver(
  context: Context,
  asked: Asked & Why,
  title: readonly string[],
  parts: OwnParts<CustomerRequest>,
): Promise<Delivered> {
  const { db, actor, file: database } = context
  const { withDelicate } = asked
  const { kind, ids } = parts
  const [only] = ids.length === 1 ? ids : []
  return deliverReport(context, asked, {
    title,
    request: order => ({ ...order, ...parts, database }),
    note: customers => {
      const object = only === undefined ? 'customers' : `customer:${only}`
      const facts = { customers: String(customers), withDelicate: withDelicate ? '1' : '0' }
      inTransaction(db, () => {
        logExport(db, { at: now(context), by: actor.id, kind, customers, withDelicate })
        audit(context, { action: `export.${kind}`, object, facts, ...saidWhy(asked) })
      })
    },
  })
}
