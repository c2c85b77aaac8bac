import type { Value } from '../../../shared/catalogue/field.ts'
import type { CellNote, CellProblem } from '../../../shared/domain/import-reading.ts'
import type { Parsed } from '../../../shared/domain/parsed.ts'

/** The units other than 元 in which a head can say that its amounts are. */
export type AmountUnit = '千' | '万' | '百万' | '亿'

/** What the amounts of a column are written with where most of them name 万 or 亿; the smallest and the largest of these, in 分. */
export interface UsualUnit {
  readonly unit: '万' | '亿'
  readonly smallest: number
  readonly largest: number
}

/** What has to be known to read a cell beside the cell itself. */
export interface CellContext {
  /** ISO; anchors two-digit years. */
  readonly today: string
  /** The day numbers of the file begin in 1904. */
  readonly from1904: boolean
  /** The file says of each cell whether it is text; a text file does not. */
  readonly knowsText: boolean
  /** What the head says that its amounts are counted in: 万元. */
  readonly unit?: AmountUnit
  /** The head names no unit, and most cells of the column do. */
  readonly usual?: UsualUnit
  /** The column holds shares of one, not of a hundred. */
  readonly isRatio?: boolean
}

/** What a cell says about its box: nothing, that it is to be emptied, a value, or what is wrong with it. */
export type CellReading =
  | { readonly kind: 'keep' }
  | { readonly kind: 'clear' }
  | {
      readonly kind: 'value'
      readonly value: Value
      /** The text behind 其他, which has a box of its own. */
      readonly otherText?: string
      readonly note?: CellNote
      /** What was probably meant. */
      readonly suggestion?: string
    }
  | { readonly kind: 'refused'; readonly problem: CellProblem }

/** A reading that refuses the cell. */
export function refuse(problem: CellProblem): CellReading {
  return { kind: 'refused', problem }
}

/** The answer of a parser of typed text as a reading. */
export function asReading(parsed: Parsed<Value>): CellReading {
  return parsed.ok ? { kind: 'value', value: parsed.value } : refuse(parsed.problem)
}
