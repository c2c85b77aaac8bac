import type { Area, Cell, DrawOptions, FormLayout } from './layout.ts'

/** A cell with its place on the raster; rows and columns count from 0. Cells come in the order in which they are filled in. */
export interface PlacedCell {
  readonly cell: Cell
  readonly block: string
  readonly row: number
  readonly column: number
}

export interface PlacedForm {
  readonly cells: readonly PlacedCell[]
  readonly rowCount: number
}

/** Puts every cell of a form on its raster. Throws where rows of a layout overlap or leave the raster: a mistake in the layout. */
export function placeForm(layout: FormLayout, options: DrawOptions): PlacedForm {
  const placed: PlacedCell[] = []
  let top = 0
  for (const block of layout.blocks) {
    const areas = block.areas(options)
    for (const area of areas) placed.push(...placeArea(area, top, block.id, layout.columns))
    top += Math.max(0, ...areas.map(area => area.rows.length))
  }
  return { cells: placed, rowCount: top }
}

function placeArea(area: Area, top: number, block: string, columns: number): PlacedCell[] {
  const taken = new Set<string>()
  return area.rows.flatMap((cells, index) => {
    let column = area.column
    return cells.map(cell => {
      while (taken.has(`${index}/${column}`)) column += 1
      const placed = { cell, block, row: top + index, column }
      take(taken, cell, index, column)
      column += cell.span
      if (column > columns) throw new Error(`Row ${index} of block ${block} is wider than the form`)
      return placed
    })
  })
}

function take(taken: Set<string>, cell: Cell, row: number, column: number): void {
  for (let down = 0; down < cell.rows; down += 1) {
    for (let right = 0; right < cell.span; right += 1) {
      const place = `${row + down}/${column + right}`
      if (taken.has(place)) throw new Error(`Two cells stand on ${place}`)
      taken.add(place)
    }
  }
}
