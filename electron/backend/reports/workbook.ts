import { writeFile } from 'node:fs/promises'
import type { Borders, CellValue, Fill, Font, PageSetup, Style, Workbook, Worksheet } from 'exceljs'
// The workbook alone: the package's own entry also loads its streams, with which a report would start a sixth of a second later.
import ExcelWorkbook from 'exceljs/lib/doc/workbook.js'
import { cellText } from './cell-text.ts'

export type { CellValue, DataValidation, Fill, Workbook, Worksheet } from 'exceljs'

/** What a file says about itself; `created` is an ISO day. */
export interface Properties {
  readonly title: string
  readonly company: string
  readonly creator: string
  readonly created: string
}

/** An empty workbook with its document properties. Programs recalculate it when they open it. */
export function newWorkbook(properties: Properties): Workbook {
  const workbook = new ExcelWorkbook()
  Object.assign(workbook, documentProperties(properties))
  workbook.calcProperties.fullCalcOnLoad = true
  return workbook
}

function documentProperties({ title, company, creator, created }: Properties) {
  const date = new Date(`${created}T00:00:00Z`)
  const person = cellText(creator)
  return {
    title: cellText(title),
    company: cellText(company),
    creator: person,
    lastModifiedBy: person,
    created: date,
    modified: date,
  }
}

/** A rectangle of cells; rows and columns count from 1, both ends are inside. */
export interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** The looks of a range apart from its borders; one object for all cells that look alike. */
export type Look = Partial<Omit<Style, 'border'>>

export type Line = 'thin' | 'medium' | undefined

/** The lines around a range. */
export interface Frame {
  readonly top: Line
  readonly left: Line
  readonly bottom: Line
  readonly right: Line
}

/** Puts a value into a range that is merged into one cell, with its borders on every cell of it, as spreadsheet programs want them. */
export function put(sheet: Worksheet, range: Range, value: CellValue, look: Look, frame?: Frame): void {
  const { top, left, bottom, right } = range
  const master = sheet.getCell(top, left)
  master.value = typeof value === 'string' ? cellText(value) : value
  if (top !== bottom || left !== right) sheet.mergeCellsWithoutStyle(top, left, bottom, right)
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const edge = (line: Line, here: boolean): Line => (here ? line : undefined)
      sheet.getCell(row, column).style = styleOf(look, {
        top: edge(frame?.top, row === top),
        left: edge(frame?.left, column === left),
        bottom: edge(frame?.bottom, row === bottom),
        right: edge(frame?.right, column === right),
      })
    }
  }
}

const known = new WeakMap<Look, Map<string, Partial<Style>>>()

/** One style object per look and frame: exceljs writes a repeated object many times faster than an equal one. */
function styleOf(look: Look, frame: Frame): Partial<Style> {
  const styles = known.get(look) ?? new Map<string, Partial<Style>>()
  known.set(look, styles)
  const key = `${frame.top} ${frame.left} ${frame.bottom} ${frame.right}`
  let style = styles.get(key)
  if (!style) {
    const border: Partial<Borders> = {}
    for (const side of ['top', 'left', 'bottom', 'right'] as const) {
      const line = frame[side]
      if (line) border[side] = { style: line, color: { argb: 'FF000000' } }
    }
    style = { ...look, border }
    styles.set(key, style)
  }
  return style
}

/** A font of the sheets, named for Chinese programs. */
export function fontOf(name: string, size: number, bold = false): Partial<Font> {
  return { name, size, bold, color: { argb: 'FF000000' } }
}

/** The grey of heads. */
export const headFill: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF0F0F0' } }

/** Parts of a sheet that say nothing about its cells, some of which take for ever to read (pitfall 11). */
const ignoredParts = ['dataValidations', 'mergeCells', 'conditionalFormatting', 'hyperlinks', 'autoFilter', 'drawing']

/** Reads the cells of a workbook that came from outside; never to be saved again. Rejects for what is no workbook. */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new ExcelWorkbook()
  // The library's own type of bytes is older than Node's.
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer, { ignoreNodes: ignoredParts })
  return workbook
}

const padding = 0.71 // a program shows this much less of a column than the file says

/** The stored width of a column that is to show `columns` digits. */
export function columnWidth(columns: number): number {
  return columns + padding
}

/** Writes a whole workbook into a file. Meant for forms: a long table goes through `writeTables`, which needs a tenth of the memory. */
export async function writeWorkbook(file: string, workbook: Workbook): Promise<void> {
  await writeFile(file, await workbookBytes(workbook))
}

/** A whole workbook as the bytes of its file. */
export async function workbookBytes(workbook: Workbook): Promise<Uint8Array> {
  const inside = workbook.xlsx as unknown as { addWorksheets(zip: Zip, model: unknown): Promise<void> }
  const add = inside.addWorksheets.bind(inside)
  inside.addWorksheets = (zip, model) =>
    add({ append: (xml, entry) => zip.append(withoutTextNumberMarks(entry.name, xml), entry) }, model)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

interface Zip {
  append(xml: string, entry: { readonly name: string }): void
}

/** Numbers kept as text on purpose (postcodes, accounts) get no green corner; exceljs has no word for that element, the last one of a sheet without pictures. */
function withoutTextNumberMarks(name: string, xml: string): string {
  return name.startsWith('xl/worksheets/sheet')
    ? xml.replace(/<\/worksheet>$/, `${textNumbersAllowed}</worksheet>`)
    : xml
}

const textNumbersAllowed = '<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>'

/** A plain table for `writeTables`: one sheet, a head that stays in place, one style per column. */
export interface Table {
  readonly properties: Properties
  readonly name: string
  readonly head: readonly string[]
  readonly headStyle: Partial<Style>
  readonly headHeight: number
  readonly widths: readonly number[]
  readonly styles: readonly Partial<Style>[]
  /** The height of a row in points: programs do not adapt it to wrapped texts of such a file. */
  readonly heightOf: (row: readonly CellValue[]) => number
  readonly frozenColumns: number
  readonly pageSetup: Partial<PageSetup>
  readonly header: string
  readonly footer: string
  /** The last row, made from the number of rows above it; no cell at all where there is none. */
  readonly totals: (rowCount: number) => readonly CellValue[]
  readonly totalsStyles: readonly Partial<Style>[]
}

/** What the cells of a table look like; thin lines around each of them. */
export interface TableStyleWish {
  readonly font: string
  readonly size: number
  readonly bold?: boolean
  readonly filled?: boolean
  readonly wrap?: boolean
  readonly align?: 'center'
  readonly format?: string
  readonly isRed?: true
}

/** Builds the style of a column, once per column: exceljs writes a repeated object faster. */
export function tableStyle({ font, size, bold, filled, wrap, align, format, isRed }: TableStyleWish): Partial<Style> {
  const line = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const
  const style: Partial<Style> = {
    font: isRed ? { ...fontOf(font, size, bold), color: { argb: 'FFC00000' } } : fontOf(font, size, bold),
    border: { top: line, left: line, bottom: line, right: line },
    alignment: { vertical: 'middle', ...(wrap ? { wrapText: true } : {}), ...(align ? { horizontal: align } : {}) },
  }
  if (filled) style.fill = headFill
  if (format) style.numFmt = format
  return style
}
