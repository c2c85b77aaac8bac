import { createWriteStream } from 'node:fs'
import type { CellValue } from 'exceljs'
import { unpack } from '../files/unpack.ts'
import { zipEntries } from '../files/zip-entries.ts'
import { zipInto } from '../files/zip-stream.ts'
import { columnLetter } from './column-letter.ts'
import { newWorkbook, type Table, workbookBytes } from './workbook.ts'
import { xmlText } from './xml-text.ts'

const sheetPart = 'xl/worksheets/sheet1.xml'
const pieceLength = 100_000 // characters that are handed on at once
const mostOfFrame = 1_000_000 // bytes of any part beside the rows

/**
 * Streams a table of any length into a file. The library draws a sheet with one row of each kind, and the rows are written into it by
 * ourselves: its own streaming writer takes three times as long. Rejects with what the file system says.
 */
export async function writeTable(file: string, table: Table, rows: Iterable<readonly CellValue[]>): Promise<void> {
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
    const frame = await frameOf(table)
    const zip = zipInto(output)
    let written = 0
    const filtered = () => written + 1
    await zip.add(sheetPart, sheet())
    for (const [name, text] of frame.others)
      await zip.add(name, [name === 'xl/workbook.xml' ? named(text, filtered()) : text])
    await zip.finish()
    await new Promise<void>(resolve => output.end(resolve))

    function* sheet(): Generator<string> {
      const { before, after, styles } = frame
      let piece = before + rowXml(1, table.head, styles.head, table.headHeight)
      for (const row of rows) {
        written += 1
        piece += rowXml(written + 1, row, styles.body, table.heightOf(row))
        if (piece.length < pieceLength) continue
        yield piece
        piece = ''
      }
      if (written > 0) piece += rowXml(written + 2, table.totals(written), styles.totals)
      yield piece + after.replace(/(<autoFilter ref="A1:[A-Z]+)\d+/, `$1${filtered()}`)
    }
  }
}

interface Frame {
  /** The sheet up to its first row, and from its last one. */
  readonly before: string
  readonly after: string
  /** The numbers of the styles, cell by cell. */
  readonly styles: Readonly<Record<'head' | 'body' | 'totals', readonly string[]>>
  readonly others: readonly (readonly [string, string])[]
}

/** Everything of the workbook but its rows, as the library writes it. */
async function frameOf(table: Table): Promise<Frame> {
  const workbook = newWorkbook(table.properties)
  const sheet = workbook.addWorksheet(table.name, {
    views: [{ state: 'frozen', xSplit: table.frozenColumns, ySplit: 1 }],
    pageSetup: table.pageSetup,
    headerFooter: { oddFooter: table.footer },
  })
  sheet.columns = table.widths.map(width => ({ width }))
  const rowStyles = [table.head.map(() => table.headStyle), table.styles, table.totalsStyles]
  rowStyles.forEach((styles, row) =>
    styles.forEach((style, column) => {
      sheet.getCell(row + 1, column + 1).style = style
    }),
  )
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 2, column: table.head.length } }
  const bytes = Buffer.from(await workbookBytes(workbook))
  const parts = (zipEntries(bytes) ?? []).map(
    entry => [entry.name, unpack(bytes, entry, mostOfFrame).toString()] as const,
  )
  const drawn = parts.find(([name]) => name === sheetPart)?.[1] ?? ''
  const [begin, end] = [drawn.indexOf('<sheetData>'), drawn.indexOf('</sheetData>')]
  if (begin < 0 || end < 0) throw new Error('the library has drawn no rows')
  const stylesOf = (row: number) =>
    [...drawn.matchAll(new RegExp(`<c r="[A-Z]+${row}" s="(\\d+)"`, 'g'))].map(([, style]) => style ?? '0')
  return {
    before: drawn.slice(0, begin).replace(/<dimension [^>]*>/, '') + '<sheetData>',
    after: drawn.slice(end),
    styles: { head: stylesOf(1), body: stylesOf(2), totals: stylesOf(3) },
    others: parts.filter(([name]) => name !== sheetPart),
  }
}

/** The name under which programs remember a filter reaches as far as the rows. */
function named(workbook: string, last: number): string {
  return workbook.replace(/(_xlnm\._FilterDatabase"[^>]*>[^<]*\$)\d+(?=<)/, `$1${last}`)
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
