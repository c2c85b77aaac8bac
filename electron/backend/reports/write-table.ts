import { createWriteStream } from 'node:fs'
import type { CellValue } from 'exceljs'
import { unpack } from '../files/unpack.ts'
import { zipEntries } from '../files/zip-entries.ts'
import { zipInto } from '../files/zip-stream.ts'
import { columnLetter } from './column-letter.ts'
import { newWorkbook, type Table, type Workbook, workbookBytes } from './workbook.ts'
import { xmlText } from './xml-text.ts'

const sheetPart = (index: number) => `xl/worksheets/sheet${index + 1}.xml`
const mostOfFrame = 1_000_000 // bytes of any part beside the rows

/** A table with its rows, a sheet of its own. */
export interface FilledTable {
  readonly table: Table
  readonly rows: Iterable<readonly CellValue[]>
}

/**
 * Streams tables of any length into a file, a sheet each. The library draws sheets with one row of each kind, and the rows are written
 * into them by ourselves: its own streaming writer takes three times as long. Rejects with what the file system says.
 */
export async function writeTables(file: string, tables: readonly [FilledTable, ...FilledTable[]]): Promise<void> {
  const output = createWriteStream(file)
  // The error of the stream has a road of its own: whoever waits for it to be ready again would wait for ever.
  const failed = new Promise<never>((_, reject) => output.once('error', reject))
  const closed = new Promise<void>(resolve => output.once('close', resolve))
  try {
    await Promise.race([fill(), failed])
  } finally {
    output.destroy()
    await closed
  }

  async function fill(): Promise<void> {
    const { sheets, others } = await frameOf(tables.map(({ table }) => table))
    const zip = zipInto(output)
    const lasts: number[] = []
    for (const [index, filled] of tables.entries()) {
      const frame = sheets[index]
      if (!frame) throw new Error('the library has drawn too few sheets')
      await zip.add(
        sheetPart(index),
        sheetXml(filled, frame, last => void lasts.push(last)),
      )
    }
    for (const [name, text] of others) await zip.add(name, [name === 'xl/workbook.xml' ? named(text, lasts) : text])
    await zip.finish()
    await new Promise<void>(resolve => output.end(resolve))
  }
}

/** The XML of a sheet, row by row; in the end it tells which row is the last one that a filter reaches. */
function* sheetXml(
  { table, rows }: FilledTable,
  frame: SheetFrame,
  tellLast: (last: number) => void,
): Generator<string> {
  const { before, after, styles } = frame
  let written = 0
  yield before + rowXml(1, table.head, styles.head, table.headHeight)
  for (const row of rows) {
    written += 1
    yield rowXml(written + 1, row, styles.body, table.heightOf(row))
  }
  const totals = written > 0 ? table.totals(written) : []
  if (totals.length > 0) yield rowXml(written + 2, totals, styles.totals)
  tellLast(written + 1)
  yield after.replace(/(<autoFilter ref="A1:[A-Z]+)\d+/, `$1${written + 1}`)
}

interface SheetFrame {
  /** The sheet up to its first row, and from its last one. */
  readonly before: string
  readonly after: string
  /** The numbers of the styles, cell by cell. */
  readonly styles: Readonly<Record<'head' | 'body' | 'totals', readonly string[]>>
}

/** Everything of the workbook but its rows, as the library writes it. */
async function frameOf(tables: readonly Table[]) {
  const workbook = newWorkbook(tables[0]?.properties ?? { title: '', company: '', creator: '', created: '' })
  for (const table of tables) addFrame(workbook, table)
  const bytes = Buffer.from(await workbookBytes(workbook))
  const parts = (zipEntries(bytes) ?? []).map(
    entry => [entry.name, unpack(bytes, entry, mostOfFrame).toString()] as const,
  )
  const drawn = tables.map((_, index) => parts.find(([name]) => name === sheetPart(index))?.[1] ?? '')
  return { sheets: drawn.map(frameIn), others: parts.filter(([, text]) => !drawn.includes(text)) }
}

function addFrame(workbook: Workbook, table: Table): void {
  const sheet = workbook.addWorksheet(table.name, {
    views: [{ state: 'frozen', xSplit: table.frozenColumns, ySplit: 1 }],
    pageSetup: table.pageSetup,
    headerFooter: { oddHeader: table.header, oddFooter: table.footer },
  })
  sheet.columns = table.widths.map(width => ({ width }))
  const rowStyles = [table.head.map(() => table.headStyle), table.styles, table.totalsStyles]
  rowStyles.forEach((styles, row) =>
    styles.forEach((style, column) => {
      sheet.getCell(row + 1, column + 1).style = style
    }),
  )
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 2, column: table.head.length } }
}

function frameIn(drawn: string): SheetFrame {
  const [begin, end] = [drawn.indexOf('<sheetData>'), drawn.indexOf('</sheetData>')]
  if (begin < 0 || end < 0) throw new Error('the library has drawn no rows')
  const stylesOf = (row: number) =>
    [...drawn.matchAll(new RegExp(`<c r="[A-Z]+${row}" s="(\\d+)"`, 'g'))].map(([, style]) => style ?? '0')
  return {
    before: drawn.slice(0, begin).replace(/<dimension [^>]*>/, '') + '<sheetData>',
    after: drawn.slice(end),
    styles: { head: stylesOf(1), body: stylesOf(2), totals: stylesOf(3) },
  }
}

/** The names under which programs remember the filters, in the order of the sheets, reach as far as the rows. */
function named(workbook: string, lasts: readonly number[]): string {
  let index = 0
  return workbook.replace(
    /(_xlnm\._FilterDatabase"[^>]*>[^<]*\$)\d+(?=<)/g,
    (_, before: string) => `${before}${lasts[index++] ?? 1}`,
  )
}

function rowXml(row: number, cells: readonly CellValue[], styles: readonly string[], height?: number): string {
  let xml = height ? `<row r="${row}" ht="${height}" customHeight="1">` : `<row r="${row}">`
  for (let column = 0; column < styles.length; column++) {
    const place = `<c r="${columnLetter(column + 1)}${row}" s="${styles[column]}"`
    xml += place + content(cells[column] ?? null)
  }
  return `${xml}</row>`
}

/** What follows the place and the style of a cell. Throws TypeError for a kind of value that no table has. */
function content(value: CellValue): string {
  if (value === null) return '/>'
  if (typeof value === 'number') return `><v>${value}</v></c>`
  if (typeof value === 'string') return ` t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`
  if (typeof value === 'object' && 'formula' in value && typeof value.result === 'number')
    return `><f>${xmlText(value.formula)}</f><v>${value.result}</v></c>`
  throw new TypeError('a table holds texts, numbers and sums')
}
