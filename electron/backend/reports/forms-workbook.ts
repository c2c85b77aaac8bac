import { textAt } from '../../../shared/catalogue/derive/value.ts'
import { forms } from '../../../shared/catalogue/layout/forms.ts'
import type { FormName } from '../../../shared/catalogue/layout/layout.ts'
import { reportTexts } from '../../../shared/text/reports.ts'
import { addFormSheet } from './form-sheet.ts'
import type { ReportContext, ReportedCustomer } from './report-input.ts'
import { ReportError } from './report-error.ts'
import { sheetName } from './sheet-name.ts'
import { newWorkbook, type Workbook } from './workbook.ts'

const legalForms = /(股份|有限)?(责任|責任)?(有限)?公司$/

/**
 * The chosen forms of a selection of customers as one workbook, a sheet each, named like "KH001 杭州明珠商贸".
 * @throws ReportError not-found when the selection is empty.
 */
export function formsWorkbook(
  customers: Iterable<ReportedCustomer>,
  formNames: readonly FormName[],
  context: ReportContext,
): Workbook {
  const { company, person, today, language } = context
  const workbook = newWorkbook({ title: reportTexts[language].formsTitle, company, creator: person, created: today })
  const taken: string[] = []
  for (const customer of customers) {
    for (const form of formNames) {
      const name = sheetName(
        `${form} ${shortName(textAt(customer.values, 'customer.name')) || customer.customerNo}`,
        taken,
      )
      taken.push(name)
      addFormSheet(workbook, name, forms[form], customer, context)
    }
  }
  if (taken.length === 0) throw new ReportError('not-found')
  return workbook
}

/** A company's name without its legal form, which every name has and which uses up a tab. */
export function shortName(name: string): string {
  return name.trim().replace(legalForms, '') || name.trim()
}
