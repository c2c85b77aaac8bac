import { readChineseNumber } from '../../../shared/domain/chinese-numeral.ts'
import { parseMoney } from '../../../shared/domain/money.ts'
import { numeralText } from '../../../shared/domain/numeral.ts'
import { decimalsOf, parsePercent, parseQuantity } from '../../../shared/domain/plain-number.ts'
import { type AmountUnit, asReading, type CellReading } from './reading.ts'
import type { Cell } from './table.ts'

const ownUnit = /[千仟万萬亿億元圆圓块塊w]/i

/** An amount of money in 分. A unit beside the number counts more than the one in the head; the 千 of 二千五百 belongs to the number. */
export function readAmount(text: string, unit: AmountUnit | undefined): CellReading {
  const bare = numeralText(text)
  const words = /[万萬亿億]/.test(bare) ? null : readChineseNumber(bare)
  const digits = words === null ? bare : String(words)
  return asReading(parseMoney(unit !== undefined && !ownUnit.test(digits) ? `${digits}${unit}` : text))
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
