import { parseDate, parsePartialDate } from '../../../shared/domain/partial-date.ts'
import { dayOfSerial } from '../../../shared/domain/serial-date.ts'
import { foldWidth } from '../../../shared/domain/width.ts'
import { asReading, type CellContext, type CellReading, refuse } from './reading.ts'
import { shownDay } from './cell-text.ts'
import type { Cell } from './table.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const timeOfDay = /[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m|z|[上下]午)?$/i
const chineseDigits = '〇一二三四五六七八九'
// Day numbers from 1954 to 2119: what lies outside is more likely something else.
const serials = { first: 20_000, last: 80_000 }

/** A date in every way that sheets have of writing one: real dates, day numbers, 2024/3/5 0:00, 20240305, 二〇二四年三月五日, 5-Mar-2024. */
export function readDate(kind: 'date' | 'partialDate', cell: Cell, text: string, context: CellContext): CellReading {
  if (typeof cell === 'boolean') return refuse('notDate')
  if (cell !== null && typeof cell === 'object' && cell.kind === 'date')
    return asReading(parse(kind, kind === 'date' ? cell.day : shownDay(cell.day, cell.shows), context.today))
  const bare = foldWidth(text).trim()
  if (/^\d{5}(?:\.\d+)?$/.test(bare)) return readSerial(Number(bare), context.from1904)
  // Of the number 2024.10 a sheet keeps 2024.1.
  if (typeof cell === 'object' && /^(?:1[6-9]|2[01])\d\d\.1$/.test(bare)) return refuse('ambiguous-date')
  return asReading(parse(kind, westernDay(chineseDay(bare.replace(timeOfDay, ''))), context.today))
}

function parse(kind: 'date' | 'partialDate', text: string, today: string) {
  return kind === 'date' ? parseDate(text, today) : parsePartialDate(text, today)
}

function readSerial(serial: number, from1904: boolean): CellReading {
  const day = serial >= serials.first && serial <= serials.last ? dayOfSerial(serial, from1904) : undefined
  return day === undefined ? refuse('notDate') : { kind: 'value', value: day }
}

/** 二〇二四年三月十五日 with digits; anything else as it is. */
function chineseDay(text: string): string {
  if (!/^[〇零○一二三四五六七八九十年月日号號]+$/.test(text)) return text
  return text
    .replace(/[零○]/g, '〇')
    .replace(/([一二三])?十([一二三四五六七八九])?/g, (_, tens: string | undefined, ones: string | undefined) =>
      String((tens ? chineseDigits.indexOf(tens) : 1) * 10 + (ones ? chineseDigits.indexOf(ones) : 0)),
    )
    .replace(/[〇一二三四五六七八九]/g, digit => String(chineseDigits.indexOf(digit)))
}

/** 5-Mar-2024, Mar 5, 2024 and Mar-24 in ISO order; anything else as it is. */
function westernDay(text: string): string {
  const [, day, name = '', year] =
    /^(\d{1,2})[-\s]([a-z]{3})[a-z]*\.?[-\s,]+(\d{4})$/i.exec(text) ??
    swapped(/^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text)) ??
    []
  const month = months.indexOf(name.toLowerCase()) + 1
  return year && month > 0 ? `${year}-${month}-${day}` : text
}

function swapped(match: RegExpExecArray | null): (string | undefined)[] | undefined {
  return match ? [match[0], match[2], match[1], match[3]] : undefined
}
