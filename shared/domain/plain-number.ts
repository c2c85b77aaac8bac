import { inSteps, isNegative, numeralText, readNumeral } from './numeral.ts'
import { type Parsed, refused, understood } from './parsed.ts'

/** How many decimals a measure (㎡), a count and a share in percent have at most, typed as well as stored. */
export const decimalsOf = { area: 2, count: 0, percent: 1 } as const

const largestQuantity = 10_000_000
const largest = { area: largestQuantity, count: largestQuantity, percent: 100 } as const
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
  return readSteps(numeralText(text).replace(/%$/, ''), decimalsOf.percent, largest.percent, 'percentTooLarge')
}

/** Whether a number is one that could have been typed: not negative, not too large, without too many decimals. */
export function isPlainNumber(value: number, kind: keyof typeof decimalsOf): boolean {
  return value >= 0 && value <= largest[kind] && Number(value.toFixed(decimalsOf[kind])) === value
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
  most: number,
  tooLarge: 'numberTooLarge' | 'percentTooLarge',
): Parsed<number> {
  if (isNegative(text)) return refused('negative')
  const numeral = readNumeral(text)
  if (numeral === null) return refused('notNumber')
  const steps = inSteps(numeral, decimals)
  if (steps === null) return refused(decimals === 0 ? 'notWhole' : 'numberTooPrecise')
  const value = Number(steps) / 10 ** decimals
  return value > most ? refused(tooLarge) : understood(value)
}
