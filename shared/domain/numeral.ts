import { foldWidth } from './width.ts'

/** A number as typed, exact: `digits` divided by ten to the power of `scale`; `hasUnit` says that 千, 万 or 亿 took part. */
export interface Numeral {
  readonly digits: bigint
  readonly scale: number
  readonly hasUnit: boolean
}

const unitValues: Readonly<Record<string, bigint>> = {
  千: 1_000n,
  仟: 1_000n,
  万: 10_000n,
  萬: 10_000n,
  w: 10_000n,
  百万: 1_000_000n,
  千万: 10_000_000n,
  亿: 100_000_000n,
  億: 100_000_000n,
}

// Groups of three as in 50,000 or of four as in 5,0000; a lone comma elsewhere may be meant as a decimal point and is refused.
const number = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,4}(?:,\d{4})+|\d+)?(?:\.\d*)?`
const term = new RegExp(`^(${number})(百万|千万|[千仟万萬w亿億])?`)
const longestText = 40

/**
 * Folds typed text to half width and lower case and takes the blanks out, the form in which `readNumeral` wants it.
 */
export function numeralText(text: string): string {
  return foldWidth(text).toLowerCase().replace(/\s/g, '')
}

/** Whether the folded text is written as a negative number: -5, (5), 负5. */
export function isNegative(text: string): boolean {
  return /^[-负負]|^\(.*\)$/.test(text)
}

/**
 * Reads folded text such as 50,000, 1.2亿 or 1万2千. In a sum of units every part must name its unit and be smaller than the
 * unit before: 1万2 is refused, since people mean 12,000 by it and machines 10,002. Answers null for anything else.
 */
export function readNumeral(text: string): Numeral | null {
  if (text.length > longestText) return null
  let rest = text
  let total: Numeral | null = null
  let unitBefore: bigint | null = null
  while (rest !== '') {
    const match: RegExpExecArray | null = term.exec(rest)
    const written = match?.[1]?.replaceAll(',', '') ?? ''
    if (!match || !/\d/.test(written)) return null
    const unitText = match[2]
    const unit: bigint | null = unitText === undefined ? null : (unitValues[unitText] ?? null)
    const part = toNumeral(written, unit)
    if (unitBefore !== null && (unit === null || part.digits >= unitBefore * 10n ** BigInt(part.scale))) return null
    if (unitBefore === null && total !== null) return null
    total = total === null ? part : add(total, part)
    unitBefore = unit
    rest = rest.slice(match[0].length)
  }
  return total
}

function toNumeral(written: string, unit: bigint | null): Numeral {
  const [whole = '', fraction = ''] = written.split('.')
  return { digits: BigInt(`0${whole}${fraction}`) * (unit ?? 1n), scale: fraction.length, hasUnit: unit !== null }
}

function add(a: Numeral, b: Numeral): Numeral {
  const scale = Math.max(a.scale, b.scale)
  const digits = a.digits * 10n ** BigInt(scale - a.scale) + b.digits * 10n ** BigInt(scale - b.scale)
  return { digits, scale, hasUnit: true }
}

/**
 * The numeral counted in steps of ten to the power of minus `decimals` (2: hundredths), or null when it is not a whole number of them.
 */
export function inSteps(numeral: Numeral, decimals: number): bigint | null {
  const scaled = numeral.digits * 10n ** BigInt(decimals)
  const divisor = 10n ** BigInt(numeral.scale)
  return scaled % divisor === 0n ? scaled / divisor : null
}
