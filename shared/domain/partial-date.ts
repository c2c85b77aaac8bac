import { addDays } from './calendar.ts'
import { type Parsed, refused, understood } from './parsed.ts'
import { foldWidth } from './width.ts'

// The oldest Chinese firms still trading go back to the seventeenth century; outside this range a year is a slip of the finger.
const firstYear = 1600
const lastYear = 2199

const separated = /^(\d{4}|\d{2})\s*[-./年\s]\s*(\d{1,2})\s*(?:月|[-./月\s]\s*(\d{1,2})\s*[日号號]?)?$/
const yearAlone = /^(?:(\d{4})年?|(\d{2})年)$/
const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/**
 * Reads a typed date, keeping the precision it was given with: `1998`, `1998-03` or `1998-03-05`. Understands 98.3, 98-3-5,
 * 1998年3月, 1998/03/05, 19980305, 199803, 980305, 今天, 昨天, 前天; `today` is ISO. A two-digit year lies in the last hundred
 * years. A month and day without a year (3.5, 3月5日) and two bare digits are refused: the year would be a guess.
 */
export function parsePartialDate(text: string, today: string): Parsed<string> {
  const folded = foldWidth(text).trim()
  const daysBack = ['今天', '昨天', '前天'].indexOf(folded.replace('日', '天'))
  if (daysBack >= 0) return understood(addDays(today, -daysBack))
  const parts = dateParts(folded)
  if (!parts) return refused('notDate')
  const [yearText, month, day] = parts
  const year = yearText.length === 4 ? Number(yearText) : fullYear(Number(yearText), today)
  if (!isReal(year, month, day)) return refused('dateNotReal')
  return understood(write(year, month, day))
}

/** Reads a typed date that must name its day; otherwise as `parsePartialDate`, with `dateNotFull` for a year or a month alone. */
export function parseDate(text: string, today: string): Parsed<string> {
  const date = parsePartialDate(text, today)
  return date.ok && !isFullDate(date.value) ? refused('dateNotFull') : date
}

/** Whether the text is a partial date as stored: an ISO year, year-month or day that exists. */
export function isPartialDate(text: string): boolean {
  const match = iso.exec(text)
  return match !== null && isReal(Number(match[1]), optionalNumber(match[2]), optionalNumber(match[3]))
}

/** Whether the text is a full date as stored: an ISO day that exists. */
export function isFullDate(text: string): boolean {
  return text.length === 10 && isPartialDate(text)
}

/**
 * Orders two partial dates: negative, zero or positive, or null when the coarser one could lie on either side (1998 and 1998-03).
 */
export function comparePartialDates(a: string, b: string): number | null {
  const shared = Math.min(a.length, b.length)
  const [start, other] = [a.slice(0, shared), b.slice(0, shared)]
  if (start !== other) return start < other ? -1 : 1
  return a.length === b.length ? 0 : null
}

/** The earliest day that a partial date can mean: 2026-02 begins on 2026-02-01. ISO. */
export function earliestDay(date: string): string {
  return `${date}-01-01`.slice(0, 10)
}

/** The latest day that a partial date can mean: 2026-02 ends on 2026-02-28. ISO. */
export function latestDay(date: string): string {
  const [year = 0, month = 12, day] = date.split('-').map(Number)
  return write(year, month, day ?? lastDayOf(year, month))
}

type DateParts = readonly [year: string, month: number | undefined, day: number | undefined]

function dateParts(text: string): DateParts | null {
  if (/^\d{8}$/.test(text)) return [text.slice(0, 4), Number(text.slice(4, 6)), Number(text.slice(6))]
  if (/^\d{6}$/.test(text)) {
    const [year, month] = [text.slice(0, 4), Number(text.slice(4))]
    // 199803 is a month; 980305 can only be a day with a short year.
    if (isReal(Number(year), month, undefined)) return [year, month, undefined]
    return [text.slice(0, 2), Number(text.slice(2, 4)), Number(text.slice(4))]
  }
  const alone = yearAlone.exec(text)
  if (alone) return [alone[1] ?? alone[2] ?? '', undefined, undefined]
  const match = separated.exec(text)
  return match?.[1] ? [match[1], optionalNumber(match[2]), optionalNumber(match[3])] : null
}

function optionalNumber(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits)
}

function fullYear(twoDigits: number, today: string): number {
  const thisYear = Number(today.slice(0, 4))
  const year = Math.floor(thisYear / 100) * 100 + twoDigits
  return year > thisYear ? year - 100 : year
}

function isReal(year: number, month: number | undefined, day: number | undefined): boolean {
  if (year < firstYear || year > lastYear) return false
  if (month === undefined) return true
  if (month < 1 || month > 12) return false
  return day === undefined || (day >= 1 && day <= lastDayOf(year, month))
}

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function write(year: number, month: number | undefined, day: number | undefined): string {
  return [year, month, day]
    .filter(part => part !== undefined)
    .map(part => String(part).padStart(2, '0'))
    .join('-')
}
