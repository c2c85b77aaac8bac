import { shownText } from '../cell-text.ts'
import type { CellValue, Workbook, Worksheet } from '../workbook.ts'

/** What a cell says: a text, or a number, which a day is, too. */
export type PlainCell = string | number

/** A sheet as it is compared: its filled cells by their address. */
export interface PlainSheet {
  readonly name: string
  readonly cells: ReadonlyMap<string, PlainCell>
}

const day = 86_400_000 // ms
const epoch = Date.UTC(1899, 11, 30)

/** The sheets of a workbook, hidden ones included, with what their cells say, however that is stored. */
export function plainSheets(workbook: Workbook): PlainSheet[] {
  return workbook.worksheets.map(sheet => ({ name: sheet.name, cells: plainCells(sheet) }))
}

function plainCells(sheet: Worksheet): Map<string, PlainCell> {
  const cells = new Map<string, PlainCell>()
  sheet.eachRow(row => {
    row.eachCell(cell => {
      const value = cell.master === cell ? plainCell(cell.value) : undefined
      if (value !== undefined) cells.set(cell.address, value)
    })
  })
  return cells
}

/** One value: days as day numbers, formulas as their results, rich texts and links as their words, line ends as \n. */
export function plainCell(value: CellValue): PlainCell | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'number') return value
  if (typeof value === 'string') return shownText(value).replace(/\r\n?/g, '\n')
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return dayNumber(value)
  if ('richText' in value) return plainCell(value.richText.map(({ text }) => text).join(''))
  if ('hyperlink' in value) return plainCell(value.text)
  if ('error' in value) return value.error
  return plainCell(value.result ?? null)
}

function dayNumber(date: Date): PlainCell {
  const serial = (date.getTime() - epoch) / day
  return Number.isNaN(serial) ? String(date) : Math.round(serial * 1e6) / 1e6
}
