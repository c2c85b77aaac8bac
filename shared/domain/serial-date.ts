const day = 86_400_000
const epoch = Date.UTC(1899, 11, 30)
// Spreadsheets count a 29 February 1900 that never was; before it their days are one off, so such dates stay text.
const firstSerial = 61

/** The day number of a full ISO date, or nothing for partial dates, days that never were and dates before 1900-03-01: they stay text. */
export function toSerial(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined
  const serial = (Date.parse(`${date}T00:00:00Z`) - epoch) / day
  return serial >= firstSerial && fromSerial(serial) === date ? serial : undefined
}

/** The ISO date of a day number; a time of day is dropped. Throws RangeError below 61, where the count is ambiguous. */
export function fromSerial(serial: number): string {
  if (!(serial >= firstSerial)) throw new RangeError(`not a date: ${serial}`)
  return new Date(epoch + Math.floor(serial) * day).toISOString().slice(0, 10)
}

const lastSerial = 2_958_465 // 9999-12-31
const from1904To1900 = 1462

/** The ISO date of a day number of a spreadsheet that counts from 1900 or 1904, or nothing where it names no certain day. */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  const since1900 = from1904 ? serial + from1904To1900 : serial
  return since1900 >= firstSerial && since1900 < lastSerial + 1 ? fromSerial(since1900) : undefined
}
