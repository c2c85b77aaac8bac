import { isUnclearAmount, readChineseAmount } from './chinese-numeral.ts'
import { inSteps, isNegative, numeralText, readNumeral } from './numeral.ts'
import { type Parsed, refused, understood } from './parsed.ts'

/** The largest amount a box holds, in 分: 9 trillion yuan, far below where a number loses its last digits. */
export const maxFen = 900_000_000_000_000

/**
 * Reads a typed amount of CNY into integer 分: 50000, 50,000, ５００００, 50万, 1.2亿, 1万2千, with or without ¥ and 元, and Chinese
 * numerals, everyday or capital: 五十万, 伍拾万元整. What can be meant in two ways (1万2, 一万二) is refused as `amountUnclear`.
 * Without a unit at most two decimals are taken, so that 5.000 is not silently five yuan; an amount is never rounded.
 */
export function parseMoney(text: string): Parsed<number> {
  const folded = numeralText(text)
    .replace(/^(?:人民[币幣]|rmb|cny)/, '')
    .replace(/^¥/, '')
  if (isNegative(folded)) return refused('negative')
  const words = readChineseAmount(folded)
  if (words !== null) return asAmount(words)
  const numeral = readNumeral(folded.replace(/[元圆圓块塊][整正]?$/, ''))
  if (numeral === null) return refused(isUnclearAmount(folded) ? 'amountUnclear' : 'notAmount')
  if (!numeral.hasUnit && numeral.scale > 2) return refused('amountTooPrecise')
  const fen = inSteps(numeral, 2)
  return fen === null ? refused('amountTooPrecise') : asAmount(fen)
}

const asAmount = (fen: bigint) => (fen > maxFen ? refused('amountTooLarge') : understood(Number(fen)))

/**
 * Writes 分 as yuan with two decimals and grouped thousands: 1234567 gives 12,345.67.
 * @throws RangeError when `fen` is not a safe integer: that is a fault in the program, not in what was typed.
 */
export function formatMoney(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not an amount in 分: ${fen}`)
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const yuan = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`
}
