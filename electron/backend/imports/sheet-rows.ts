import { dayOfSerial } from '../../../shared/domain/serial-date.ts'
import type { NumberKind } from './number-format.ts'
import { bounds, type Cell, type ReadingWork, type Row, TableError } from './table.ts'
import { type Archive, isTrue, readPart, textCollector, unescaped } from './xlsx-parts.ts'

/** A sheet of a workbook with what its cells refer to. */
export interface SheetSource {
  readonly archive: Archive
  readonly part: string
  readonly strings: readonly string[]
  readonly kinds: readonly NumberKind[]
  readonly from1904: boolean
}

/** The rows of a sheet that hold something, read piece by piece. */
export async function* sheetRows(source: SheetSource, work: ReadingWork = {}): AsyncGenerator<Row> {
  const rows: Row[] = []
  const state = { isOver: false }
  for await (const _ of readPart(source.archive, source.part, rowListener(source, rows, state), work)) {
    yield* rows
    rows.length = 0
    if (state.isOver) return // behind the cells stand merges and checks, which can be long
  }
  yield* rows
}

function rowListener(source: SheetSource, rows: Row[], state: { isOver: boolean }) {
  const inline = textCollector()
  let inCells = false
  let rowNumber = 0
  let isHidden = false
  let cells: Cell[] = []
  let column = 0
  let type = ''
  let style = 0
  let value = ''
  let inValue = false
  let formula: string | undefined
  let inFormula = false
  let count = 0
  return {
    open(tag: string, attributes: Readonly<Record<string, string>>) {
      if (tag === 'sheetData') inCells = true
      if (!inCells) return
      switch (tag) {
        case 'row':
          rowNumber = wholeNumber(attributes.r) ?? rowNumber + 1
          isHidden = isTrue(attributes.hidden)
          cells = []
          column = 0
          break
        case 'c':
          column = columnNumber(attributes.r) ?? column + 1
          type = attributes.t ?? 'n'
          style = attributes.s === undefined ? 0 : Number(attributes.s)
          value = ''
          formula = undefined
          inline.start()
          break
        case 'v':
          inValue = true
          break
        case 'f':
          inFormula = true
          formula = ''
          break
        default:
          inline.open(tag)
      }
    },
    text(text: string) {
      if (inValue) value += text
      else if (inFormula) formula = (formula ?? '') + text
      else inline.text(text)
    },
    close(tag: string) {
      if (!inCells) return
      switch (tag) {
        case 'v':
          inValue = false
          break
        case 'f':
          inFormula = false
          break
        case 'c': {
          const cell: Cell =
            formula !== undefined && value === '' && type !== 'str' // a formula can give an empty text
              ? { kind: 'error', text: `=${formula}` }
              : type === 'inlineStr'
                ? textOrNull(inline.take())
                : cellOf(source, type, style, value)
          if (cell === null) break
          if (column > bounds.columns) throw new TableError('too-many-columns')
          while (cells.length < column - 1) cells.push(null)
          cells[column - 1] = cell
          break
        }
        case 'row':
          if (cells.length === 0) break
          count += 1
          if (count > bounds.rows) throw new TableError('too-many-rows')
          rows.push(isHidden ? { number: rowNumber, cells, isHidden } : { number: rowNumber, cells })
          break
        case 'sheetData':
          inCells = false
          state.isOver = true
          break
        default:
          inline.close(tag)
      }
    },
  }
}

const textOrNull = (text: string): Cell => (text === '' ? null : text)

function cellOf({ strings, kinds, from1904 }: SheetSource, type: string, style: number, value: string): Cell {
  if (value === '') return null
  switch (type) {
    case 's': {
      const text = strings[Number(value)]
      if (text === undefined) throw new TableError('damaged')
      return textOrNull(text)
    }
    case 'b':
      return isTrue(value)
    case 'e':
      return { kind: 'error', text: value }
    case 'd':
      return { kind: 'date', day: value.slice(0, 10), shows: 'day' }
    case 'n':
      return numberCell(value.trim(), kinds[style] ?? 'plain', from1904)
    default:
      return textOrNull(unescaped(value))
  }
}

function numberCell(text: string, kind: NumberKind, from1904: boolean): Cell {
  if (!Number.isFinite(Number(text)) || text === '') throw new TableError('damaged')
  if (kind === 'plain' || kind === 'percent') return { kind: 'number', text, format: kind }
  const day = dayOfSerial(Number(text), from1904)
  return day === undefined ? { kind: 'number', text, format: 'plain' } : { kind: 'date', day, shows: kind }
}

function wholeNumber(text: string | undefined): number | undefined {
  const number = Number(text)
  return text !== undefined && Number.isInteger(number) && number > 0 ? number : undefined
}

/** The number of the column of a reference such as AB12, from 1. */
function columnNumber(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined
  let column = 0
  for (let index = 0; index < reference.length; index++) {
    const code = reference.charCodeAt(index)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column > 0 ? column : undefined
}
