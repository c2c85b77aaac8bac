import type exceljs from 'exceljs'
import { displayValue, labelOf } from '../../../shared/catalogue/derive/display.ts'
import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import type { Path, Value } from '../../../shared/catalogue/field.ts'
import { reopen } from '../../excel/read-back.ts'

/** Opens a register of one customer as an accountant's program does: what stands below each head, days as ISO text. */
export async function readRegister(file: string): Promise<Map<string, exceljs.CellValue>> {
  const [sheet] = (await reopen(file)).worksheets
  if (!sheet) throw new Error('The register has no sheet')
  const columns = Array.from({ length: sheet.columnCount }, (_, index) => index + 1)
  return new Map(columns.map(column => [sheet.getCell(1, column).text, dayAsText(sheet.getCell(2, column).value)]))
}

const dayAsText = (value: exceljs.CellValue) => (value instanceof Date ? value.toISOString().slice(0, 10) : value)

/** The head of a column: the full name of its box, with its unit. */
export function registerHead(path: Path): string {
  const unit = boxAt(path)?.field.unit?.['zh-CN']
  return unit ? `${labelOf(path, 'zh-CN')}(${unit})` : labelOf(path, 'zh-CN')
}

/** What a column holds: amounts in yuan, numbers as numbers, options by their wording, texts as they were typed. */
export function registerAnswer(path: Path, value: Value): string | number | null {
  const field = boxAt(path)?.field
  if (!field) throw new Error(`No such box: ${path}`)
  if (typeof value === 'number') return field.kind === 'money' ? value / 100 : value
  return typeof value === 'string' && !field.options ? value : displayValue(field, value, 'zh-CN')
}

/** The names of the sheets of a workbook in their order. */
export async function sheetsOf(file: string): Promise<string[]> {
  return (await reopen(file)).worksheets.map(({ name }) => name)
}
