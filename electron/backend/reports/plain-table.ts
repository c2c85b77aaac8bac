import { dateFormat } from '../../../shared/catalogue/derive/box-content.ts'
import { toSerial } from '../../../shared/domain/serial-date.ts'
import { reportTexts } from '../../../shared/text/reports.ts'
import { headerFooter, pageCount, pageNumber, watermark } from './header-footer.ts'
import { typeface } from './look.ts'
import { widestWord, wrapLines } from './measure.ts'
import { lineHeight, rowHeight } from './register.ts'
import { columnLetter } from './column-letter.ts'
import { bodyFont, registerPage } from './register-pages.ts'
import type { ReportContext } from './report-input.ts'
import { ReportError } from './report-error.ts'
import { sheetName } from './sheet-name.ts'
import { type CellValue, columnWidth, type Table, tableStyle } from './workbook.ts'
import { type FilledTable, writeTables } from './write-table.ts'

/** A cell as it is handed over: text, 分, a number, an ISO day, or nothing. */
export type PlainCell = string | number | null

/** A column of a plain table: its head, what its cells are, how many digits wide it is, and whether it is summed up. */
export interface PlainColumn {
  readonly head: string
  readonly format: 'text' | 'money' | 'count' | 'date'
  readonly width: number
  readonly total?: boolean
  /** Says what is wrong, in red. */
  readonly isRed?: true
}

/** A table that is made of plain data only. */
export interface PlainTable {
  readonly title: string
  /** What its sheet is called where it is not the title. */
  readonly sheet?: string
  readonly columns: readonly PlainColumn[]
  readonly rows: readonly (readonly PlainCell[])[]
  /** What the last row says in columns that are not summed up; with a sum its first text is 合计 unless this says otherwise. */
  readonly last?: readonly PlainCell[]
  /** So many columns stay in place when the sheet is moved sideways, and come again on every page. */
  readonly frozenColumns?: number
}

const formats = { text: '@', money: '#,##0.00', count: '#,##0', date: dateFormat } as const

/**
 * Writes plain tables into a file: a sheet each, A4 landscape, head on every page, sums below.
 * @throws ReportError report-empty when one has no row
 */
export async function writePlainTables(
  file: string,
  tables: readonly [PlainTable, ...PlainTable[]],
  context: ReportContext,
): Promise<void> {
  if (tables.some(({ rows }) => rows.length === 0)) throw new ReportError('report-empty')
  const [first, ...rest] = tables
  const names: string[] = []
  const filled = (table: PlainTable): FilledTable => {
    const name = sheetName(table.sheet ?? table.title, names)
    names.push(name)
    return { table: described(table, name, context), rows: cellsOf(table) }
  }
  await writeTables(file, [filled(first), ...rest.map(filled)])
}

function described(table: PlainTable, name: string, context: ReportContext): Table {
  const { title, columns, frozenColumns = 0 } = table
  const { company, person, today, logHead, language } = context
  const texts = reportTexts[language]
  const font = typeface(language)
  const heads = columns.map(({ head }) => head)
  const widths = columns.map(({ width, head }) => columnWidth(Math.max(width, Math.ceil(widestWord(head) * perLetter))))
  const styleOf = ({ format, isRed }: PlainColumn, bold: boolean) =>
    tableStyle({
      font,
      ...(isRed ? { isRed } : {}),
      size: bodyFont,
      wrap: format === 'text',
      format: formats[format],
      ...(format === 'date' ? { align: 'center' } : {}),
      ...(bold ? { bold, filled: true } : {}),
    })
  return {
    properties: { title, company, creator: person, created: today },
    name,
    head: heads,
    headStyle: tableStyle({ font, size: bodyFont, bold: true, filled: true, align: 'center', wrap: true }),
    headHeight: headHeight(heads, widths),
    widths,
    styles: columns.map(column => styleOf(column, false)),
    totals: () => lastRow(table, texts.total),
    totalsStyles: columns.map(column => styleOf(column, true)),
    heightOf: row => rowHeight(row, widths),
    frozenColumns,
    pageSetup: registerPage(widths, frozenColumns),
    header: watermark(context),
    footer: headerFooter(
      {
        left: `${company}  ${title}`,
        centre: texts.page(pageNumber, pageCount),
        right: `${texts.printed(today, person)}  ${texts.log(logHead)}`,
      },
      font,
    ),
  }
}

// So many columns a head takes by its width in letters; it is bold.
const perLetter = 2
const usualHead = 32

/** How tall the head has to be, in points, so that none of its words is cut off. */
function headHeight(heads: readonly string[], widths: readonly number[]): number {
  const lines = heads.map((head, index) => wrapLines(head, ((widths[index] ?? 0) - columnWidth(0)) / perLetter).length)
  return Math.max(usualHead, Math.max(...lines) * lineHeight + 2)
}

function* cellsOf({ columns, rows }: PlainTable): Generator<CellValue[]> {
  for (const row of rows) yield columns.map(({ format }, index) => cellOf(format, row[index] ?? null))
}

function cellOf(format: PlainColumn['format'], cell: PlainCell): CellValue {
  if (format === 'money' && typeof cell === 'number') return cell / 100
  return format === 'date' && typeof cell === 'string' ? (toSerial(cell) ?? cell) : cell
}

function lastRow({ columns, rows, last }: PlainTable, word: string): CellValue[] {
  const hasSum = columns.some(({ total }) => total)
  if (!hasSum && !last) return []
  const label = columns.findIndex(({ format }) => format === 'text')
  return columns.map(({ format, total }, index) => {
    if (!total) return last?.[index] ?? (hasSum && index === label ? word : null)
    const sum = rows.reduce((before, row) => before + Number(row[index] ?? 0), 0)
    const letter = columnLetter(index + 1)
    return {
      formula: `SUBTOTAL(109,${letter}2:${letter}${rows.length + 1})`,
      result: format === 'money' ? sum / 100 : sum,
    }
  })
}
