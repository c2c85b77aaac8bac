import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import { displayValue, labelOf } from '../../../shared/catalogue/derive/display.ts'
import { isEmpty, valueAt } from '../../../shared/catalogue/derive/value.ts'
import type { Field, Path, Value } from '../../../shared/catalogue/field.ts'
import { type ExtraBox, extraField, extraLabel, extraPath } from '../../../shared/domain/extra-box.ts'
import { reportTexts } from '../../../shared/text/reports.ts'
import { headerFooter, pageCount, pageNumber, watermark } from './header-footer.ts'
import { typeface } from './look.ts'
import { columnsOf } from './measure.ts'
import type { ReportContext, ReportedCustomer } from './report-input.ts'
import { ReportError } from './report-error.ts'
import { registerAlign, registerCell, registerFormat, registerTotal } from './register-cells.ts'
import { bodyFont, registerPage } from './register-pages.ts'
import { sheetName } from './sheet-name.ts'
import { type CellValue, columnWidth, type Table, tableStyle } from './workbook.ts'
import { writeTables } from './write-table.ts'

interface Column {
  readonly path: Path
  readonly field: Field
  readonly head: string
  /** Whether its cells say no more than that there is an answer. */
  readonly isHidden: boolean
}

/** Which customers a register lists, how many they are about, and which of their boxes. */
export interface RegisterInput {
  readonly customers: Iterable<ReportedCustomer>
  readonly count: number
  readonly columns: readonly Path[]
  /** Extra boxes of the company, a column each behind the others. */
  readonly extras?: readonly ExtraBox[]
}

const sampled = 500 // rows that decide how wide the columns are
const widest = 24 // longer texts wrap, or the usual columns would not fit on one page
const narrowest = 6
const filterButton = 3
/** How tall a line of a table is, in points. */
export const lineHeight = 14
const tallestRow = 400 // no program shows taller rows

/**
 * Writes the 客户名册 into a file: one row per customer, the chosen columns, totals below. Unless they are asked for, cells of
 * delicate columns say 已隐去 where there is an answer (rules 11).
 * @throws ReportError report-empty when there is no customer or no column; Error for a path that names no box.
 */
export async function writeRegister(
  file: string,
  { customers, count, columns: paths, extras = [] }: RegisterInput,
  context: ReportContext,
): Promise<void> {
  const columns = [...registerColumns(paths, context), ...extraColumns(extras, context)]
  const rows = customers[Symbol.iterator]()
  const sample = take(rows, sampled)
  if (sample.length === 0 || columns.length === 0) throw new ReportError('report-empty')
  const totals = columns.map(totalOf)
  const cellsOf = ({ values }: ReportedCustomer): CellValue[] =>
    columns.map(({ path, field, isHidden }, index) => {
      const value = valueAt(values, path)
      if (isHidden) return isEmpty(value) ? null : reportTexts[context.language].hidden
      totals[index]?.add(value)
      return registerCell(field, value, context.language)
    })
  const table = describe(
    columns,
    columns.map(column => widthOf(column, sample, count, context)),
    context,
  )
  const label = columns.findIndex(column => !totalOf(column))
  const totalRow = (rowCount: number): CellValue[] =>
    totals.map(
      (total, index) =>
        total?.formula(index + 1, rowCount) ?? (index === label ? reportTexts[context.language].total : null),
    )
  await writeTables(file, [{ table: { ...table, totals: totalRow }, rows: allRows(sample, rows, cellsOf) }])
}

function registerColumns(paths: readonly Path[], { language, withDelicate }: ReportContext): Column[] {
  return paths.map((path): Column => {
    const field = boxAt(path)?.field
    if (!field) throw new Error(`no such box: ${path}`)
    const label = labelOf(path, language)
    const head = field.unit ? reportTexts[language].inUnit(label, field.unit[language]) : label
    return { path, field, head, isHidden: field.delicate === true && !withDelicate }
  })
}

const totalOf = ({ field, isHidden }: Column) => (isHidden ? undefined : registerTotal(field))

const formatOf = ({ field, isHidden }: Column) => (isHidden ? '@' : registerFormat(field))

function extraColumns(boxes: readonly ExtraBox[], { language }: ReportContext): Column[] {
  return boxes.map(box => ({
    path: extraPath(box.id),
    field: extraField(box),
    head: extraLabel(box, language),
    isHidden: false,
  }))
}

function take(rows: Iterator<ReportedCustomer>, count: number): ReportedCustomer[] {
  const taken: ReportedCustomer[] = []
  while (taken.length < count) {
    const next = rows.next()
    if (next.done) break
    taken.push(next.value)
  }
  return taken
}

function* allRows(
  sample: readonly ReportedCustomer[],
  rest: Iterator<ReportedCustomer>,
  cellsOf: (row: ReportedCustomer) => CellValue[],
): Generator<CellValue[]> {
  for (const customer of sample) yield cellsOf(customer)
  for (let next = rest.next(); !next.done; next = rest.next()) yield cellsOf(next.value)
}

function widthOf(
  column: Column,
  sample: readonly ReportedCustomer[],
  count: number,
  { language }: ReportContext,
): number {
  const { path, field, head, isHidden } = column
  if (isHidden) return columnWidth(Math.max(narrowest, headWidth(head) + 1))
  const values = sample.map(({ values: known }) => valueAt(known, path))
  const shown = Math.max(...values.map(value => columnsOf(shownText(field, value, language))))
  // Below the amounts stands their sum, which is wider than any of them.
  const sum = values.reduce<number>((total, value) => total + (typeof value === 'number' ? value : 0), 0)
  const total = totalOf(column)
    ? columnsOf(displayValue(field, Math.round((sum / sample.length) * count), language))
    : 0
  const needed = Math.max(shown, total, headWidth(head))
  return columnWidth(Math.min(widest, Math.max(narrowest, needed + 1)))
}

/** Heads of more than four characters stand on two lines. */
function headWidth(head: string): number {
  const columns = columnsOf(head)
  return (columns > 8 ? columns / 2 + 1 : columns) + filterButton
}

/** How tall a row of a table has to be in points, from its cells and the widths of its columns. */
export function rowHeight(cells: readonly CellValue[], widths: readonly number[]): number {
  let lines = 1
  cells.forEach((cell, index) => {
    const room = (widths[index] ?? widest) - 0.71
    if (typeof cell !== 'string' || cell.length * 2 <= room) return
    lines = Math.max(lines, Math.ceil(columnsOf(cell) / room), cell.split('\n').length)
  })
  return Math.min(tallestRow, lines * lineHeight + 2)
}

function shownText(field: Field, value: Value, language: ReportContext['language']): string {
  return typeof value === 'string' && !field.options ? value : displayValue(field, value, language)
}

function describe(
  columns: readonly Column[],
  widths: readonly number[],
  context: ReportContext,
): Omit<Table, 'totals'> {
  const { company, person, today, logHead, language } = context
  const texts = reportTexts[language]
  const font = typeface(language)
  const name = columns.findIndex(({ path }) => path === 'customer.name')
  const frozenColumns = name >= 0 && name <= 2 ? name + 1 : 0
  return {
    properties: { title: texts.registerTitle, company, creator: person, created: today },
    name: sheetName(texts.registerTitle, []),
    head: columns.map(({ head }) => head),
    headStyle: tableStyle({ font, size: bodyFont, bold: true, filled: true, align: 'center', wrap: true }),
    headHeight: 32,
    widths,
    styles: columns.map(column =>
      tableStyle({
        font,
        size: bodyFont,
        wrap: formatOf(column) === '@',
        ...registerAlign(column.field),
        format: formatOf(column),
      }),
    ),
    totalsStyles: columns.map(column =>
      tableStyle({
        font,
        size: bodyFont,
        bold: true,
        filled: true,
        format: totalOf(column) ? registerFormat(column.field) : '@',
      }),
    ),
    heightOf: row => rowHeight(row, widths),
    frozenColumns,
    pageSetup: registerPage(widths, frozenColumns),
    header: watermark(context),
    footer: headerFooter(
      {
        left: `${company}  ${texts.registerTitle}`,
        centre: texts.page(pageNumber, pageCount),
        right: `${texts.printed(today, person)}  ${texts.log(logHead)}`,
      },
      font,
    ),
  }
}
