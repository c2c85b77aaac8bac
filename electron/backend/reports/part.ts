import type { LookWish } from './look.ts'
import type { CellValue } from './workbook.ts'

/** A rectangle of the sheet-to-be on the paper's raster. `band` halves a row: a small label above its number. */
export interface Part {
  readonly row: number
  readonly rows: number
  readonly column: number
  readonly span: number
  readonly band: 'whole' | 'upper' | 'lower'
  readonly value: CellValue
  readonly look: LookWish
  /** Height that the text needs, in points. */
  readonly height: number
  /** Sides that carry no line, because the neighbour belongs to the same box. */
  readonly open?: 'top' | 'bottom' | 'left' | 'right'
}

/** A text that is too long for its box and is printed below the form. */
export interface Note {
  readonly title: string
  readonly text: string
}

/** What stands in a part, and the height that it needs. */
export type Drawn = Pick<Part, 'value' | 'look' | 'height'>
