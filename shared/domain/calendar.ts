const dayInMs = 86_400_000

/** The day so many days later, or earlier where `days` is negative. ISO days. */
export function addDays(day: string, days: number): string {
  return isoDay(toMs(day) + days * dayInMs)
}

/** The same day of the month so many months later, or the last day of a shorter month: 29 Feb + 12 is 28 Feb. ISO days. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  return isoDay(lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate())))
}

/** Where a report of the month begins: the first, in the first ten days that of the month before, which is being closed then. ISO days. */
export function usualFirstDay(today: string): string {
  return `${addDays(today, -10).slice(0, 8)}01`
}

/** How many days lie from one day to another; negative where `to` is the earlier one. ISO days. */
export function daysBetween(from: string, to: string): number {
  return (toMs(to) - toMs(from)) / dayInMs
}

/**
 * How many working days have passed since a day, or since the local day of an instant, up to and with `to`. Monday to Friday count:
 * public holidays and the working weekends around them are not known to the program.
 */
export function workingDaysBetween(from: string, to: string): number {
  const start = from.includes('T') ? localDay(new Date(from)) : from
  const days = Math.max(0, daysBetween(start, to))
  const weeks = Math.floor(days / 7)
  const rest = Array.from({ length: days % 7 }, (_, index) => addDays(to, -index))
  return weeks * 5 + rest.filter(isWorkingDay).length
}

/** The working day that is so many working days later; Monday to Friday count. ISO days. */
export function addWorkingDays(day: string, count: number): string {
  let last = day
  for (let left = count; left > 0; ) {
    last = addDays(last, 1)
    if (isWorkingDay(last)) left -= 1
  }
  return last
}

/** The calendar day of an instant where this machine stands. ISO. */
export function localDay(instant: Date): string {
  const twoDigits = (part: number) => String(part).padStart(2, '0')
  return `${instant.getFullYear()}-${twoDigits(instant.getMonth() + 1)}-${twoDigits(instant.getDate())}`
}

/** The instant at which a day begins where this machine stands. UTC, as instants are stored. */
export function startOfDay(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString()
}

function isWorkingDay(day: string): boolean {
  const weekday = new Date(toMs(day)).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

function toMs(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
