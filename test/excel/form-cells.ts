import type exceljs from 'exceljs'
import { displayValue } from '../../shared/catalogue/derive/display.ts'
import { type Box, boxAt } from '../../shared/catalogue/derive/paths.ts'
import type { Field, Path, Value, Values } from '../../shared/catalogue/field.ts'
import { forms } from '../../shared/catalogue/layout/forms.ts'
import type { BoxCell, FormName } from '../../shared/catalogue/layout/layout.ts'
import { type PlacedCell, placeForm } from '../../shared/catalogue/layout/place.ts'
import { type SeenCell, seenCells } from './read-back.ts'

/** A box in its place on a Chinese sheet: what its own cell shows, without blanks, and what the answers want there. */
export interface SheetBox {
  readonly paths: readonly Path[]
  readonly shown: string | number | undefined
  readonly wanted: string | number
}

const firstRow = 3 // below the title and the number

/**
 * Every box of a form whose answers are all known, looked up by its place on the raster of the layout.
 * @throws Error where a head does not stand in its place, because then no box could be told from its neighbour
 */
export function boxesOnSheet(sheet: exceljs.Worksheet | undefined, form: FormName, values: Values): SheetBox[] {
  const { cells, rowCount } = placeForm(forms[form], { values })
  const seen = new Map(seenCells(sheet).map(cell => [`${cell.row}/${cell.column}`, cell]))
  const rows = sheetRows(cells, rowCount)
  return cells.flatMap(({ cell, row, column }): SheetBox[] => {
    const top = rows[row] ?? Number.NaN
    const at = (down: number) => seen.get(`${top + down}/${column + 1}`)
    if (cell.kind === 'head') {
      const text = withoutBlanks(cell.text['zh-CN'])
      if (withoutBlanks(at(0)?.text ?? '') !== text) throw new Error(`${form}: ${text} is not at ${top}/${column + 1}`)
      return []
    }
    const boxes = cell.paths.flatMap(path => boxAt(path) ?? []).filter(isPrinted)
    if (boxes.length === 0 || boxes.some(({ path }) => (values[path] ?? null) === null)) return []
    const shown = shownIn(at(isHalved(cell) ? 1 : 0))
    return [{ paths: boxes.map(({ path }) => path), shown, wanted: wantedIn(boxes, values) }]
  })
}

const withoutBlanks = (text: string) => text.replace(/\s/g, '')

/** 其他 stands behind its option, and 本公司 has no box on the paper. */
const isPrinted = ({ field }: Box) => field.otherOf === undefined && field.key !== 'isOurs'

/** A box with its label above it takes two rows of the sheet. */
const isHalved = (cell: BoxCell) => cell.inline && cell.paths.every(path => boxAt(path)?.field.kind !== 'tick')

/** The first row on the sheet of every row of the raster. */
function sheetRows(cells: readonly PlacedCell[], rowCount: number): number[] {
  const halved = new Set(cells.filter(({ cell }) => cell.kind === 'box' && isHalved(cell)).map(({ row }) => row))
  let next = firstRow
  return Array.from({ length: rowCount }, (_, row) => {
    const first = next
    next += halved.has(row) ? 2 : 1
    return first
  })
}

function shownIn(cell: SeenCell | undefined): string | number | undefined {
  if (!cell) return undefined
  return typeof cell.value === 'number' ? cell.value : withoutBlanks(cell.text)
}

function wantedIn(boxes: readonly Box[], values: Values): string | number {
  const [first] = boxes
  if (boxes.length === 1 && first) return withoutBlanksIfText(wantedAlone(first, values))
  const texts = boxes.map(({ path, field }) => {
    const text = quantity(field, values[path] ?? null)
    return field.key === 'turnoverPeriod' ? `/${text}` : text
  })
  return withoutBlanks(texts.join(''))
}

const withoutBlanksIfText = (wanted: string | number) => (typeof wanted === 'number' ? wanted : withoutBlanks(wanted))

function wantedAlone({ path, field }: Box, values: Values): string | number {
  const value = values[path] ?? null
  if (typeof value === 'number') return field.kind === 'money' ? value / 100 : value
  if (field.kind === 'tick')
    return `${field.within?.['zh-CN'] ?? ''}${value === true ? '☑' : '☐'}${field.label['zh-CN']}`
  if (!field.options) return quantity(field, value)
  const chosen = [value].flat()
  return field.options
    .map(({ code, letter, label }) => {
      const isChosen = chosen.includes(code)
      const other = isChosen && code === 'other' ? `:${String(values[`${path}Other`])}` : ''
      const wording = letter === label['zh-CN'] ? letter : `${letter ?? ''}${label['zh-CN']}`
      return `${isChosen ? '☑' : '☐'}${wording}${other}`
    })
    .join('')
}

const quantity = (field: Field, value: Value) => displayValue(field, value, 'zh-CN') + (field.unit?.['zh-CN'] ?? '')
