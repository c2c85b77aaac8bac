import type { Path, Value, Values } from '../field.ts'
import { printedProductLines } from '../product-lines.ts'
import { maxRows, productLinePath } from './paths.ts'
import { isEmpty, numberAt, textAt, valueAt } from './value.ts'

/** The highest used row below a row head of the people table, at least 1. */
export function personCount(values: Values, role: string): number {
  return Math.max(1, highestRow(values, new RegExp(`^people\\.${role}\\.(\\d+)\\.`)))
}

/** Rows of the product table to draw: the six of the paper, or one more than are filled. */
export function productLineCount(values: Values, spare = 0): number {
  return Math.min(maxRows, Math.max(printedProductLines, highestRow(values, /^productLines\.(\d+)\./) + spare))
}

/** The highest row of which one of the boxes that `pattern` finds is answered; its group is the number of the row. */
export function highestRow(values: Values, pattern: RegExp): number {
  let highest = 0
  for (const [path, value] of Object.entries(values)) {
    const place = pattern.exec(path)?.[1]
    if (place && !isEmpty(value)) highest = Math.max(highest, Number(place))
  }
  return highest
}

/** One row of the product table; money in 分, the share in percent. */
export interface ProductLine {
  readonly position: number
  readonly line: string
  readonly brandCompany: string
  readonly monthlySales: number | null
  readonly sharePct: number | null
  readonly isOurs: boolean
}

/** The rows of the product table, the empty ones among the printed six included. */
export function productLines(values: Values): ProductLine[] {
  return Array.from({ length: productLineCount(values) }, (_, index): ProductLine => {
    const at = (key: string): Path => productLinePath(index + 1, key)
    const isOurs: Value = valueAt(values, at('isOurs'))
    return {
      position: index + 1,
      line: textAt(values, at('line')),
      brandCompany: textAt(values, at('brandCompany')),
      monthlySales: numberAt(values, at('monthlySales')),
      sharePct: numberAt(values, at('sharePct')),
      isOurs: isOurs === true,
    }
  })
}
