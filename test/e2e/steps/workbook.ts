import exceljs from 'exceljs'
import { displayValue } from '../../../shared/catalogue/derive/display.ts'
import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import type { Path, Value } from '../../../shared/catalogue/field.ts'

/** Everything that stands in a sheet, however it is merged: numbers as numbers, the rest as text without blanks. */
export interface SheetContent {
  readonly name: string
  readonly numbers: ReadonlySet<number>
  readonly text: string
}

const withoutBlanks = (text: string) => text.replace(/[\s\u00a0]/g, '')

/** Opens a workbook as an accountant's program does and collects what its sheets say. */
export async function readWorkbook(file: string): Promise<SheetContent[]> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.readFile(file)
  return workbook.worksheets.filter(sheet => sheet.state === 'visible').map(contentOf)
}

function contentOf(sheet: exceljs.Worksheet): SheetContent {
  const numbers = new Set<number>()
  const texts: string[] = []
  sheet.eachRow(row =>
    row.eachCell(cell => {
      if (cell.isMerged && cell.master !== cell) return
      const { value } = cell
      if (typeof value === 'number') numbers.add(value)
      else if (value instanceof Date) texts.push(value.toISOString().slice(0, 10))
      else if (value !== null) texts.push(cell.text)
    }),
  )
  return { name: sheet.name, numbers, text: withoutBlanks(texts.join('\n')) }
}

/** Whether a sheet says what a box holds: amounts as numbers or in words with their unit, options by their tick. */
export function says(sheet: SheetContent, path: Path, value: Value): boolean {
  const field = boxAt(path)?.field
  if (!field || value === null) throw new Error(`Nothing to look for: ${path}`)
  const shown = withoutBlanks(displayValue(field, value, 'zh-CN'))
  if (typeof value === 'number')
    return sheet.numbers.has(field.kind === 'money' ? value / 100 : value) || sheet.text.includes(shown)
  if (field.kind === 'tick') return sheet.text.includes(`☑${field.label['zh-CN']}`)
  // What the paper does not print stands behind what it belongs to: 4,800,000.00 元/年.
  if (field.key === 'turnoverPeriod') return sheet.text.includes(`/${shown}`)
  if (!field.options) return sheet.text.includes(shown)
  return field.options
    .filter(option => value === option.code || (Array.isArray(value) && value.includes(option.code)))
    .every(option =>
      new RegExp(`☑${option.letter ?? ''}(${option.letter ?? ''})?${option.label['zh-CN']}`).test(sheet.text),
    )
}
