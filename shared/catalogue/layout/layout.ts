import type { Label } from '../../text/language.ts'
import type { Path, Values } from '../field.ts'

export type FormName = 'KH001' | 'KH002'

/** A box head: its own wording, or the label of a field. `side` heads run down the edge of a block. */
export interface HeadCell {
  readonly kind: 'head'
  readonly text: Label
  readonly span: number
  readonly rows: number
  readonly side: boolean
  /** A row head of the people table; another person can be added below it. */
  readonly personRole?: string
  /** The first person of a block, such as `people.principal.1`: what is kept about them is looked after from here. */
  readonly subject?: string
}

/** A box with one field or more; `inline` writes each field's label before it (面积, 层数). */
export interface BoxCell {
  readonly kind: 'box'
  readonly paths: readonly Path[]
  readonly span: number
  readonly rows: number
  readonly inline: boolean
  /** Long text: the box is at least this many lines tall. */
  readonly lines: number
  /** A box that is computed instead of typed: the product lines in one line. */
  readonly computed?: 'productLines'
  /** Shows the 大写 of the amount beside it. */
  readonly capital?: true
}

export type Cell = HeadCell | BoxCell

/** Cells that stand together; areas of one block stand side by side and are filled in one after the other. */
export interface Area {
  /** First column, counted from 0. */
  readonly column: number
  readonly rows: readonly (readonly Cell[])[]
}

/** What the drawing of a form depends on besides its fields. */
export interface DrawOptions {
  readonly values: Values
  /** Shows the product table below KH001, where the paper has one line. */
  readonly withProductTable?: boolean
  /** Product rows to offer beyond the filled ones. */
  readonly spareRows?: number
  /** At least so many rows per row head of the people table. */
  readonly people?: Readonly<Record<string, number>>
}

export interface Block {
  readonly id: string
  readonly areas: (options: DrawOptions) => readonly Area[]
}

/** One paper form: its blocks on a raster of `columns` equal columns, read by the screen, the print and the sheet. */
export interface FormLayout {
  readonly form: FormName
  readonly title: Label
  readonly numberPath: Path
  /** What an empty box prints: an approval form leaves no room for later additions (rules 10). */
  readonly blank: '' | '—'
  readonly columns: number
  readonly blocks: readonly Block[]
}
