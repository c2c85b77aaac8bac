import { textAt } from '../../../shared/catalogue/derive/value.ts'
import { forms } from '../../../shared/catalogue/layout/forms.ts'
import type { FormName } from '../../../shared/catalogue/layout/layout.ts'
import type { ExtraBox } from '../../../shared/domain/extra-box.ts'
import { reportTexts } from '../../../shared/text/reports.ts'
import { addExtraSheet } from './extra-sheet.ts'
import { addFormSheet } from './form-sheet.ts'
import type { ReportContext, ReportedCustomer } from './report-input.ts'
import { ReportError } from './report-error.ts'
import { sheetName } from './sheet-name.ts'
import { shortName } from './short-name.ts'
import { newWorkbook, type Workbook } from './workbook.ts'

/**
 * The chosen forms of a selection of customers as one workbook, a sheet each, named like "KH001 杭州明珠商贸"; where the company has
 * extra boxes, a second page of KH001 holds them.
 * @throws ReportError report-empty when the selection is empty.
 */
export function formsWorkbook(
  customers: Iterable<ReportedCustomer>,
  formNames: readonly FormName[],
  context: ReportContext,
  extras: readonly ExtraBox[] = [],
): Workbook {
  const { company, person, today, language } = context
  const workbook = newWorkbook({ title: reportTexts[language].formsTitle, company, creator: person, created: today })
  const taken: string[] = []
  const nameOf = (sheet: string, { values, customerNo }: ReportedCustomer) => {
    const name = sheetName(`${sheet} ${shortName(textAt(values, 'customer.name')) || customerNo}`, taken)
    taken.push(name)
    return name
  }
  for (const customer of customers) {
    for (const form of formNames) {
      const name = nameOf(form, customer)
      addFormSheet(workbook, name, forms[form], customer, context)
      if (form === 'KH001' && extras.length > 0)
        addExtraSheet(workbook, nameOf('KH001-2', customer), customer, extras, context)
    }
  }
  if (taken.length === 0) throw new ReportError('report-empty')
  return workbook
}
