import { textAt } from '../../../shared/catalogue/derive/value.ts'
import type { Checked, Output } from '../../../shared/contract/contract.ts'
import type { Delivered } from '../../../shared/contract/shapes.ts'
import { localDay } from '../../../shared/domain/calendar.ts'
import type { Language } from '../../../shared/text/language.ts'
import { reportTexts } from '../../../shared/text/reports.ts'
import { inTransaction } from '../database/connection.ts'
import { type ReportRequest, runReport } from '../jobs/run-report.ts'
import { loadCustomerValues } from '../repositories/customer-files.ts'
import { everyId } from '../repositories/customer-list.ts'
import { customerHead } from '../repositories/customers.ts'
import { logExport } from '../repositories/export-log.ts'
import { doneRequest, putRequest } from '../repositories/requests.ts'
import { searchWords } from '../search/search-text.ts'
import { audit, auditHead, shownHash } from './audit/audit.ts'
import { CallFailure } from './call-failure.ts'
import { type Context, now } from './context.ts'
import { refuseDelicate } from './field-rights.ts'
import { fileName } from './file-name.ts'

/**
 * KH001 and KH002 of the chosen customers as one workbook.
 * @throws CallFailure `not-found` where none of them exists, `not-allowed`, `cancelled`, `busy`, `disk-full`
 */
export function exportForms(context: Context, input: Checked<'exports.forms'>): Promise<Output<'exports.forms'>> {
  refuseDelicate(context, 'exports.forms', input.withDelicate)
  const { ids, language } = input
  const forms = [...new Set(input.forms)]
  const [only] = ids.length === 1 ? ids : []
  const name = only && textAt(loadCustomerValues(context.db, only) ?? {}, 'customer.name')
  const title = name ? [...forms, name] : [reportTexts[language].formsTitle]
  return deliver(context, input, title, order => ({ ...order, kind: 'forms', ids, forms }))
}

/**
 * 客户名册: one row per customer with the chosen columns.
 * @throws CallFailure `not-found` where nobody is chosen, `not-allowed`, `cancelled`, `busy`, `disk-full`
 */
export function exportRegister(
  context: Context,
  input: Checked<'exports.register'>,
): Promise<Output<'exports.register'>> {
  refuseDelicate(context, 'exports.register', input.withDelicate)
  const { selection, columns, language } = input
  const ids = 'ids' in selection ? selection.ids : chosen(context, selection)
  return deliver(context, input, [reportTexts[language].registerTitle], order => ({
    ...order,
    kind: 'register',
    ids,
    columns,
  }))
}

/** Notes a print from the screen like an export; asking twice notes it once. Throws CallFailure `not-found`, `not-allowed`. */
export function notePrint(context: Context, input: Checked<'exports.printed'>): Output<'exports.printed'> {
  const { db, actor } = context
  const { requestId, id, forms, withDelicate } = input
  refuseDelicate(context, 'exports.printed', withDelicate)
  return inTransaction(db, () => {
    if (doneRequest(db, requestId)) return {}
    const head = customerHead(db, id)
    if (!head) throw new CallFailure('not-found')
    const at = now(context)
    logExport(db, { at, by: actor.id, kind: 'print', customers: 1, withDelicate })
    const facts = { forms: forms.join(','), withDelicate: withDelicate ? '1' : '0' }
    audit(context, { action: 'export.print', object: `customer:${id}`, facts })
    putRequest(db, requestId, { customerId: id, revision: head.revision, at })
    return {}
  })
}

/** Stops an export; what it had written is gone. */
export function cancelExport({ work }: Context, { requestId }: Checked<'exports.cancel'>): Output<'exports.cancel'> {
  work.stop(requestId.toLowerCase())
  return {}
}

type Filtered = Extract<Checked<'exports.register'>['selection'], { filter: unknown }>

function chosen({ db }: Context, { filter: { search, archived }, except }: Filtered): number[] {
  const excepted = new Set(except)
  return everyId(db, { words: searchWords(search), archived }).filter(id => !excepted.has(id))
}

/** What an export is asked for, whichever it is. */
interface Asked {
  readonly requestId: string
  readonly withDelicate: boolean
  readonly language: Language
}

type Order = Pick<ReportRequest, 'database' | 'target' | 'context'>

function deliver(
  context: Context,
  { requestId, withDelicate, language }: Asked,
  title: readonly string[],
  request: (order: Order) => ReportRequest,
): Promise<Delivered> {
  const { company, actor, file: database, outbox, workerPath } = context
  const download = requestId.toLowerCase()
  const today = localDay(context.clock())
  const name = fileName([...title, today], 'xlsx')
  return context.work.run(download, async signal => {
    const target = outbox.place(download, name)
    const logHead = auditHead(context.db).slice(0, shownHash)
    const said = { company, person: actor.name, today, logHead, language, withDelicate }
    const order = request({ database, target, context: said })
    try {
      const result = await runReport(workerPath, order, signal)
      if (!result.ok) throw new CallFailure(result.code)
      if (result.customers === 0) throw new CallFailure('not-found')
      note(context, order, { customers: result.customers, withDelicate })
      return { fileName: name, download }
    } catch (error) {
      outbox.drop(download)
      throw error
    }
  })
}

/** Notes what was handed out, both in the list of what left the house and in the log. */
function note(
  context: Context,
  { kind, ids }: ReportRequest,
  { customers, withDelicate }: { customers: number; withDelicate: boolean },
): void {
  const { db, actor } = context
  const [only] = ids.length === 1 ? ids : []
  const facts = { customers: String(customers), withDelicate: withDelicate ? '1' : '0' }
  inTransaction(db, () => {
    logExport(db, { at: now(context), by: actor.id, kind, customers, withDelicate })
    audit(context, { action: `export.${kind}`, object: only === undefined ? 'customers' : `customer:${only}`, facts })
  })
}
