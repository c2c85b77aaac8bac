import { tidy } from '../../../shared/domain/width.ts'
import type { Cell, NumberCell } from './table.ts'

/** From here on a number in a spreadsheet has lost digits: it keeps fifteen. */
const firstRuined = 1e15

/** The clean text of a cell as a person reads it: numbers without an exponent, dates in ISO form, nothing for an empty cell. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return tidy(cell)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  switch (cell.kind) {
    case 'number':
      return plainNumber(cell)
    case 'date':
      return shownDay(cell.day, cell.shows)
    case 'error':
      return cell.text
  }
}

/** A number as digits with a point. A file writes 0.1 + 0.2 as 0.30000000000000004; fifteen digits are what its program shows. */
function plainNumber({ text }: NumberCell): string {
  if (/^-?\d{1,15}$/.test(text)) return text.replace(/^(-?)0+(?=\d)/, '$1')
  const [, sign = '', digits = '', fraction = '', exponent = '0'] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(Number(text).toExponential(14)) ?? []
  const all = digits + fraction
  const point = Number(exponent) + 1
  const whole = point > 0 ? all.slice(0, point).padEnd(point, '0') : '0'
  const rest = (point > 0 ? all.slice(point) : '0'.repeat(-point) + all).replace(/0+$/, '')
  return `${sign}${whole}${rest === '' ? '' : `.${rest}`}`
}

/** Whether a number is so long that its last digits are lost. */
export function isRuined(cell: NumberCell): boolean {
  return Math.abs(Number(cell.text)) >= firstRuined
}

/** As much of an ISO day as its format shows. */
export function shownDay(day: string, shows: 'day' | 'month' | 'year'): string {
  return shows === 'day' ? day : day.slice(0, shows === 'month' ? 7 : 4)
}
