import { foldWidth } from './width.ts'

/**
 * Writes the running number of a customer with at least four digits: 123 gives 0123.
 * @throws RangeError when `n` is not a positive whole number.
 */
export function formatCustomerNo(n: number): string {
  return running(n, 4)
}

/**
 * What screens put before the number of a customer: KH-0123. KH001 with its three digits is the form that a card number begins with.
 */
export const shownPrefix = /^kh(-(?=\d)|(?=\d{4,}$))/i

/** The number of a customer as it is stored, however it is written: KH-0123, kh0123, or 123 as Excel leaves it; any other text as it is. */
export function readCustomerNo(text: string): string {
  const number = foldWidth(text).trim().replace(shownPrefix, '')
  return /^\d{1,9}$/.test(number) ? String(Number(number)).padStart(4, '0') : text
}

/** The number of a customer's KH001: KH001-0123. */
export function cardNoFor(customerNo: string): string {
  return `KH001-${customerNo}`
}

/**
 * The number of a customer's `sequence`-th KH002, counted from 1: KH002-0123-01.
 * @throws RangeError when `sequence` is not a positive whole number.
 */
export function creditNoFor(customerNo: string, sequence: number): string {
  return `KH002-${customerNo}-${running(sequence, 2)}`
}

function running(n: number, digits: number): string {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`not a running number: ${n}`)
  return String(n).padStart(digits, '0')
}
