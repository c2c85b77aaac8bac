import { type Label, label } from '../../text/language.ts'
import type { Path } from '../field.ts'
import { boxAt } from '../derive/paths.ts'
import type { Area, Block, BoxCell, Cell, HeadCell } from './layout.ts'

/** A box head with its own wording. */
export function heading(text: Label, span: number, rows = 1): HeadCell {
  return { kind: 'head', text, span, rows, side: false }
}

/** A heading that runs down the edge of a block. */
export function side(text: Label, span: number, rows: number): HeadCell {
  return { kind: 'head', text, span, rows, side: true }
}

/** The head of a field, in the field's own words. Throws for a path that names no box: a mistake in the layout. */
export function head(path: Path, span: number, rows = 1): HeadCell {
  const field = boxAt(path)?.field
  if (!field) throw new Error(`The layout names a box that the catalogue does not have: ${path}`)
  return heading(field.label, span, rows)
}

/** The box of one field or of several that share a cell. */
export function box(
  paths: Path | readonly Path[],
  span: number,
  extra: Partial<Omit<BoxCell, 'kind' | 'paths' | 'span'>> = {},
): BoxCell {
  const list = typeof paths === 'string' ? [paths] : paths
  return { kind: 'box', paths: list, span, rows: 1, inline: false, lines: 1, ...extra }
}

/** A block whose cells never depend on the answers. */
export function cells(id: string, rows: readonly (readonly Cell[])[]): Block {
  const area: Area = { column: 0, rows }
  return { id, areas: () => [area] }
}

/** A corner or filler that carries no text. */
export function blank(span: number, rows = 1): HeadCell {
  return heading(label('', '', ''), span, rows)
}
