import { readChineseNumber } from '../../../shared/domain/chinese-numeral.ts'
import { parseMoney } from '../../../shared/domain/money.ts'
import { numeralText } from '../../../shared/domain/numeral.ts'
import { decimalsOf, parsePercent, parseQuantity } from '../../../shared/domain/plain-number.ts'
import { asReading, type CellContext, type CellReading, type UsualUnit } from './reading.ts'
import type { Cell } from './table.ts'

const farSmaller = 10
const fenPerYuan = 100
const ownUnit = /[千仟万萬亿億元圆圓块塊w]/i

/** An amount of money in 分. A unit beside the number counts more than the one in the head; the 千 of 二千五百 belongs to the number. */
export function readAmount(text: string, { unit, usual }: Pick<CellContext, 'unit' | 'usual'>): CellReading {
  const bare = numeralText(text)
  const words = /[万萬亿億]/.test(bare) ? null : readChineseNumber(bare)
  const digits = words === null ? bare : String(words)
  if (unit !== undefined && !ownUnit.test(digits)) return asReading(parseMoney(`${digits}${unit}`))
  const reading = asReading(parseMoney(text))
  return reading.kind === 'value' && usual && !ownUnit.test(digits) && seemsCountedIn(usual, Number(reading.value))
    ? { ...reading, note: usual.unit === '万' ? 'without-wan' : 'without-yi' }
    : reading
}

const fenPerUnit = { 万: 1_000_000, 亿: 10_000_000_000 } as const

/**
 * What the amounts of a column are written with where more than half of them name 万 or 亿 beside the number; so that a bare 30 beside
 * 50万 is pointed out, whose unit nobody can know.
 */
export function usualUnit(texts: readonly string[]): UsualUnit | undefined {
  const said = texts.map(text => numeralText(text)).filter(text => text !== '')
  for (const [unit, words] of [
    ['万', /[万萬w]/],
    ['亿', /[亿億]/],
  ] as const) {
    const amounts = said
      .filter(text => words.test(text))
      .flatMap(text => {
        const amount = parseMoney(text)
        return amount.ok && amount.value > 0 ? amount.value : []
      })
    if (amounts.length * 2 > said.length) return { unit, smallest: Math.min(...amounts), largest: Math.max(...amounts) }
  }
  return undefined
}

/** Far smaller than every other amount, and one like them with their unit. */
function seemsCountedIn({ unit, smallest, largest }: UsualUnit, fen: number): boolean {
  return fen > 0 && fen * farSmaller < smallest && (fen / fenPerYuan) * fenPerUnit[unit] <= largest * farSmaller
}

/** A measure or count, with or without its unit. */
export function readQuantity(kind: 'area' | 'count', text: string): CellReading {
  return asReading(parseQuantity(text, { decimals: decimalsOf[kind] }))
}

/** A share in percent: 35%, 35, or 0.35 where the format of the cell or its column says that one is all. Rounded to one decimal. */
export function readShare(cell: Cell, text: string, isRatio: boolean): CellReading {
  const bare = numeralText(text)
  const hasFormat = cell !== null && typeof cell === 'object' && cell.kind === 'number' && cell.format === 'percent'
  const written = /^(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(bare)
  if (!written) return asReading(parsePercent(bare))
  const share = Number(written[1]) * (hasFormat || (isRatio && written[2] === '') ? 100 : 1)
  const rounded = Math.round(share * 10) / 10
  const reading = asReading(parsePercent(String(rounded)))
  return reading.kind === 'value' && Math.abs(rounded - share) > 1e-9 ? { ...reading, note: 'rounded' } : reading
}
