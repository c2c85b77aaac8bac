import type { TableProblem } from '../../../shared/domain/import-reading.ts'

/** A number as the file writes it, with what its format makes of it; `text` keeps every digit that the file has. */
export interface NumberCell {
  readonly kind: 'number'
  readonly text: string
  readonly format: 'plain' | 'percent'
}

/** A number that its format shows as a date: the ISO day, and how much of it the format shows. */
export interface DateCell {
  readonly kind: 'date'
  readonly day: string
  readonly shows: 'day' | 'month' | 'year'
}

/** A formula that failed (#N/A, #REF!), or one whose file keeps no result: then it is the formula, with its =. */
export interface ErrorCell {
  readonly kind: 'error'
  readonly text: string
}

/** What a cell holds. A text is as it stands in the file; nothing is trimmed or read yet. */
export type Cell = null | string | boolean | NumberCell | DateCell | ErrorCell

/** A row that holds something. `number` is the one that the sheet shows beside it, `cells[0]` is column A. */
export interface Row {
  readonly number: number
  readonly cells: readonly Cell[]
  /** Hidden by hand or by a filter. */
  readonly isHidden?: true
}

/** One sheet of a file; the rows of a text file are one sheet without a name. */
export interface TableSheet {
  readonly name: string
  readonly isHidden: boolean
  /** Its file says of each cell whether it is text; a text file does not. */
  readonly knowsText: boolean
  /** The day numbers of this file begin in 1904. */
  readonly from1904: boolean
  /**
   * Its rows from the top, blank ones left out. Can be asked for again, and left before its end.
   * @throws TableError for a sheet that is damaged or too large, and `cancelled`
   */
  rows(work?: ReadingWork): AsyncIterable<Row>
}

/** How a long reading is followed and stopped; `onProgress` is told which part of the sheet is read, from 0 to 1. */
export interface ReadingWork {
  readonly signal?: AbortSignal
  readonly onProgress?: (part: number) => void
}

/** A file that can not be read as a table. */
export class TableError extends Error {
  override readonly name = 'TableError'
  readonly code: TableProblem

  constructor(code: TableProblem, options?: ErrorOptions) {
    super(`The file is no table: ${code}`, options)
    this.code = code
  }
}

/** The bounds of what is read; a file beyond them is refused, never cut. */
export const bounds = { bytes: 100 * 1024 * 1024, ratio: 100, rows: 1_000_000, columns: 500 } as const
