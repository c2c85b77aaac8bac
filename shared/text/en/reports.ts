import type { ReportTexts } from '../zh-CN/reports.ts'

/** The words of the sheets in English. */
export const reports: ReportTexts = {
  number: (form, number) => `${form}  No. ${number}`,
  page: (page, pages) => `Page ${page} of ${pages}`,
  printed: (date, person) => `Printed ${date}, ${person}`,
  log: head => `Log ${head}`,
  withoutDelicate: 'Delicate boxes not printed',
  otherText: (option, text) => `${option}: ${text}`,
  seeNote: number => `See note ${number}`,
  note: (number, box) => `Note ${number} ${box}`,
  formsTitle: 'Customer data cards and credit files',
  registerTitle: 'Customer register',
  total: 'Total',
  inUnit: (box, unit) => `${box} (${unit})`,
}
