import { textAt, valueAt } from '../../../shared/catalogue/derive/value.ts'
import { forms } from '../../../shared/catalogue/layout/forms.ts'
import { type ExtraBox, extraField, extraLabel, extraPath } from '../../../shared/domain/extra-box.ts'
import { reportTexts } from '../../../shared/text/reports.ts'
import { headerFooter, pageCount, pageNumber, watermark } from './header-footer.ts'
import { lookBook, type LookWish, typeface } from './look.ts'
import { columnsOf } from './measure.ts'
import { registerCell, registerFormat } from './register-cells.ts'
import type { ReportContext, ReportedCustomer } from './report-input.ts'
import { type Frame, put, type Workbook } from './workbook.ts'

const widths = [28, 58] // digits; together they fill an A4 page
const lineHeight = 14 // points
const frame: Frame = { top: 'thin', left: 'thin', bottom: 'thin', right: 'thin' }

/** How many lines a cell needs that is so many digits wide, two of which its indent takes. */
function linesOf(value: unknown, width: number): number {
  return typeof value === 'string' ? Math.max(1, Math.ceil(columnsOf(value) / (width - 2))) : 1
}

/** Draws page 2 of KH001, 其他资料: the extra boxes of the company in their order, answered or not. */
export function addExtraSheet(
  workbook: Workbook,
  name: string,
  { values }: ReportedCustomer,
  boxes: readonly ExtraBox[],
  context: ReportContext,
): void {
  const { language, company, today, person, logHead } = context
  const texts = reportTexts[language]
  const looks = lookBook(language)
  const sheet = workbook.addWorksheet(name, { views: [{ showGridLines: false }] })
  sheet.columns = widths.map(width => ({ width }))
  const draw = (row: number, left: number, right: number, value: Parameters<typeof put>[2], look: LookWish) =>
    put(sheet, { top: row, bottom: row, left, right }, value, looks(look), row > 2 ? frame : undefined)

  const number = textAt(values, forms.KH001.numberPath)
  draw(1, 1, 2, texts.extraTitle, { role: 'title', align: 'center', size: 16 })
  draw(2, 1, 1, company, { role: 'caption', align: 'left', size: 9 })
  draw(2, 2, 2, `${texts.number('KH001', number)}  ${textAt(values, 'customer.name')}`, {
    role: 'caption',
    align: 'right',
    size: 9,
  })
  boxes.forEach((box, index) => {
    const row = index + 3
    const field = extraField(box)
    const value = registerCell(field, valueAt(values, extraPath(box.id)), language)
    const label = extraLabel(box, language)
    draw(row, 1, 1, label, { role: 'head', align: 'left', size: 10, indent: 1, format: '@' })
    draw(row, 2, 2, value, { role: 'value', align: 'left', size: 10, indent: 1, format: registerFormat(field) })
    const lines = [label, value].map((text, column) => linesOf(text, widths[column] ?? 1))
    sheet.getRow(row).height = 8 + Math.max(...lines) * lineHeight
  })
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: '1:2',
  } satisfies Partial<typeof sheet.pageSetup>)
  sheet.headerFooter.oddHeader = watermark(context)
  sheet.headerFooter.oddFooter = headerFooter(
    {
      left: number,
      centre: texts.page(pageNumber, pageCount),
      right: `${texts.printed(today, person)}  ${texts.log(logHead)}`,
    },
    typeface(language),
  )
}
