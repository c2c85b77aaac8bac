/** A moment as a local ISO date; today, if nothing else is asked for. */
export function localDate(now = new Date()): string {
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

/** An instant (UTC) as local date and time: 2026-11-20 14:32. */
export function localDateTime(instant: string): string {
  const time = new Date(instant)
  return `${localDate(time)} ${pad(time.getHours())}:${pad(time.getMinutes())}`
}

/** An instant as local time of day: 14:32:07. */
export function localTime(instant: string): string {
  const time = new Date(instant)
  return `${pad(time.getHours())}:${pad(time.getMinutes())}:${pad(time.getSeconds())}`
}

const pad = (number: number) => String(number).padStart(2, '0')
