import { memo, type MouseEvent } from 'react'
import type { GridColumn } from './row-grid.tsx'

/** How the cells of a column look, in every row. */
export interface CellLook {
  readonly className: string
  readonly track: string | undefined
  readonly left: number | undefined
}

/** What a row tells the grid of; the same for all rows, and for as long as the grid stands. */
export interface RowActs {
  readonly click: (event: MouseEvent, index: number) => void
  readonly open: (index: number) => void
  readonly toggle: (index: number) => void
}

interface GridBodyRowProps<Row> {
  readonly index: number
  /** Nothing while it is being loaded. */
  readonly row: Row | undefined
  /** Pixels from the top of the body. */
  readonly start: number
  readonly columns: readonly GridColumn<Row>[]
  readonly looks: readonly CellLook[]
  readonly isHere: boolean
  /** Which of its cells is in hand. */
  readonly hereColumn: number | undefined
  /** Nothing where rows can not be ticked. */
  readonly tick: boolean | undefined
  readonly tickName: string | undefined
  /** Where rows grow with their texts: is given the element. */
  readonly measure: ((element: Element | null) => void) | undefined
  readonly acts: RowActs
}

function BodyRow<Row>(props: GridBodyRowProps<Row>) {
  const { index, row, start, columns, looks, isHere, hereColumn, tick, tickName, measure, acts } = props
  return (
    <div
      ref={measure}
      data-index={index}
      id={`row-${index}`}
      className={`grid-row ${isHere ? 'grid-current' : ''} ${tick ? 'grid-picked' : ''}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={tick ?? isHere}
      style={{ transform: `translateY(${start}px)` }}
      onClick={event => acts.click(event, index)}
      onDoubleClick={() => acts.open(index)}
    >
      {tick !== undefined && (
        <span role="gridcell" className="cell-tick">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={tickName}
            checked={tick}
            onClick={event => event.stopPropagation()}
            onChange={() => acts.toggle(index)}
          />
        </span>
      )}
      {columns.map((column, at) => (
        <span
          key={column.key}
          id={isHere ? cellId(index, at) : undefined}
          role="gridcell"
          aria-colindex={at + 2}
          className={`${looks[at]?.className ?? ''} ${hereColumn === at ? 'grid-cell-current' : ''}`}
          style={{ left: looks[at]?.left }}
          title={row && column.text(row)}
        >
          {row && (column.cell ?? column.text)(row)}
        </span>
      ))}
    </div>
  )
}

/** A row of a grid that is drawn anew only when something of it changes: while the list is scrolled, most of its rows stay. */
export const GridBodyRow = memo(BodyRow) as typeof BodyRow

/** The id of a cell of the row in hand. */
export const cellId = (row: number, column: number) => `cell-${row}-${column}`
