import { textAt } from '../../../shared/catalogue/derive/value.ts'
import type { Values } from '../../../shared/catalogue/field.ts'
import { formsWorkbook } from '../reports/forms-workbook.ts'
import { importTemplate } from '../reports/import-template.ts'
import { packetWorkbook } from '../reports/packet/packet-workbook.ts'
import { writePlainTables } from '../reports/plain-table.ts'
import { writeRegister } from '../reports/register.ts'
import { ReportError } from '../reports/report-error.ts'
import type { ReportedCustomer } from '../reports/report-input.ts'
import { type Workbook, writeWorkbook } from '../reports/workbook.ts'
import { writeBeside } from '../reports/write-beside.ts'
import type { CustomerRequest, Drawing, ReportOrder, ReportResult } from './report-request.ts'

/** Makes one report. `load` reads a customer and gives nothing for one that is gone. Throws only for what nobody foresaw. */
export async function makeReport(
  { request, temporary }: ReportOrder,
  load: (id: number) => Values | undefined,
): Promise<ReportResult> {
  let customers = 0
  function* chosen(from: CustomerRequest): Generator<ReportedCustomer> {
    for (const id of from.ids) {
      const values = load(id)
      if (!values) continue
      customers += 1
      const secondLines = from.kind === 'forms' ? (from.secondLines[id] ?? {}) : {}
      yield { customerNo: textAt(values, 'customer.customerNo'), values, secondLines }
    }
  }
  try {
    if (request.kind === 'table') {
      const { target, table, further = [], context } = request
      await writeBeside(target, file => writePlainTables(file, [table, ...further], context), temporary)
      return { ok: true, customers: [table, ...further].reduce((sum, { rows }) => sum + rows.length, 0) }
    }
    if (request.kind === 'packet' || request.kind === 'template') {
      await writeBeside(request.target, file => writeWorkbook(file, drawn(request)), temporary)
      return { ok: true, customers: 1 }
    }
    await writeBeside(request.target, file => writeCustomers(file, request, chosen(request)), temporary)
    return { ok: true, customers }
  } catch (error) {
    if (error instanceof ReportError) return { ok: false, code: error.code }
    throw error
  }
}

function drawn(drawing: Drawing): Workbook {
  if (drawing.kind === 'packet') return packetWorkbook(drawing.content, drawing.filling)
  return importTemplate(drawing.about, drawing.language)
}

function writeCustomers(file: string, request: CustomerRequest, customers: Iterable<ReportedCustomer>): Promise<void> {
  if (request.kind === 'register') {
    const { ids, columns, extras = [] } = request
    return writeRegister(file, { customers, count: ids.length, columns, extras }, request.context)
  }
  return writeWorkbook(file, formsWorkbook(customers, request.forms, request.context, request.extras))
}
