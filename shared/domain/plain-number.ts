import { inSteps, isNegative, numeralText, readNumeral } from './numeral.ts'
import { type Parsed, refused, understood } from './parsed.ts'

const largestQuantity = 10_000_000
const unitWords = /(?:㎡|m2|m²|平方米|平方|平米|平|层|層|辆|輛|台|部|人|名|个|個)$/

/**
 * Reads a typed count or measure (㎡, 层, 辆, 人): not negative, at most `decimals` decimals, at most ten million.
 * A unit written behind the number is understood and dropped, since the field already shows it.
 */
export function parseQuantity(text: string, { decimals }: { decimals: number }): Parsed<number> {
  return readSteps(numeralText(text).replace(unitWords, ''), decimals, largestQuantity, 'numberTooLarge')
}

/** Reads a typed share in percent, 0 to 100 with one decimal, with or without the sign: 60, 60%, ６０．５％. */
export function parsePercent(text: string): Parsed<number> {
  return readSteps(numeralText(text).replace(/%$/, ''), 1, 100, 'percentTooLarge')
}

/** Writes a count or measure with grouped thousands and no more decimals than it has: 1200.5 gives 1,200.5. */
export function formatQuantity(value: number): string {
  const [whole = '', fraction] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

function readSteps(
  text: string,
  decimals: number,
  largest: number,
  tooLarge: 'numberTooLarge' | 'percentTooLarge',
): Parsed<number> {
  if (isNegative(text)) return refused('negative')
  const numeral = readNumeral(text)
  if (numeral === null) return refused('notNumber')
  const steps = inSteps(numeral, decimals)
  if (steps === null) return refused(decimals === 0 ? 'notWhole' : 'numberTooPrecise')
  const value = Number(steps) / 10 ** decimals
  return value > largest ? refused(tooLarge) : understood(value)
}
