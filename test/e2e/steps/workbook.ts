import { readFileSync, writeFileSync } from 'node:fs'
import type exceljs from 'exceljs'
import { unpack } from '../../../electron/backend/files/unpack.ts'
import { zipEntries } from '../../../electron/backend/files/zip-entries.ts'
import { displayValue, labelOf } from '../../../shared/catalogue/derive/display.ts'
import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import type { Path, Value } from '../../../shared/catalogue/field.ts'
import { reopen } from '../../excel/read-back.ts'
import { zipWith } from '../../fixtures/zip-of.ts'

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

const mostBytes = 2 ** 30

/**
 * Writes a register again with other texts in some cells, which stand below a head, by the numbers of their rows. It works on the XML
 * of the one sheet: a program for spreadsheets would need minutes for 100,000 rows. Answers what the cells said before, in their order.
 */
export function editRegister(
  file: string,
  target: string,
  head: string,
  texts: ReadonlyMap<number, string>,
): readonly string[] {
  const bytes = readFileSync(file)
  const parts = (zipEntries(bytes) ?? []).map(entry => ({ name: entry.name, content: unpack(bytes, entry, mostBytes) }))
  const sheet = parts.find(({ name }) => name.endsWith('/sheet1.xml'))
  if (!sheet) throw new Error('the register has no sheet')
  const { content, old } = withTexts(sheet.content, head, texts)
  writeFileSync(target, zipWith(parts.map(part => (part === sheet ? { ...part, content } : part))))
  return old
}

// As our own register has its texts.
const [before, behind] = ['<t xml:space="preserve">', '</t>']

/** Only the pieces that change become strings: all of a large sheet is more than one can hold. */
function withTexts(sheet: Buffer, head: string, texts: ReadonlyMap<number, string>) {
  const headAt = sheet.indexOf(`${before}${head}${behind}`)
  const headCell = sheet.toString('utf8', sheet.lastIndexOf('<c ', headAt), headAt)
  const column = /^<c r="([A-Z]+)1"/.exec(headCell)?.[1]
  const pieces: Buffer[] = []
  const old: string[] = []
  let at = 0
  for (const [row, text] of texts) {
    const cell = sheet.indexOf(`<c r="${column}${row}"`)
    const start = sheet.indexOf(before, cell) + before.length
    if (cell < 0 || sheet.indexOf('<c ', cell + 1) < start) throw new Error(`${column}${row} has no text`)
    pieces.push(sheet.subarray(at, start), Buffer.from(text))
    at = sheet.indexOf(behind, start)
    old.push(sheet.toString('utf8', start, at))
  }
  return { content: Buffer.concat([...pieces, sheet.subarray(at)]), old }
}
