import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Pages } from '../transport/use-pages.ts'
import './row-grid.css'

const rowHeight = 30
const pageStep = 15

/** One column of a grid; `key` also names its class, `cell-<key>`, for its width and alignment. */
export interface GridColumn<Row> {
  readonly key: string
  readonly head: string
  readonly text: (row: Row) => string
  /** What is drawn instead of the text alone. */
  readonly cell?: (row: Row) => ReactNode
}

/** The ticks of a grid in which rows can be chosen. */
export interface GridMarks<Row> {
  readonly isMarked: (row: Row) => boolean
  readonly allMarked: boolean
  readonly toggle: (row: Row) => void
  readonly markAll: () => void
  readonly markNone: () => void
  readonly nameOf: (row: Row | undefined) => string
  readonly nameOfAll: string
}

interface RowGridProps<Row> {
  /** What the rows are; read out, and the class that gives the columns their widths. */
  readonly label: string
  readonly className: string
  readonly pages: Pages<Row>
  readonly columns: readonly GridColumn<Row>[]
  /** Where the person was; kept by the screen, so that coming back finds the same place. */
  readonly place: { current: number }
  readonly onOpen: (row: Row) => void
  readonly empty: string
  readonly marks?: GridMarks<Row>
}

/** Rows as a grid that stays fast however many there are: only visible ones exist. Arrows move, Enter opens, Space ticks. */
export function RowGrid<Row>(props: RowGridProps<Row>) {
  const { label, className, pages, columns, place, onOpen, empty, marks } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(place.current)
  const virtual = useVirtualizer({
    count: pages.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => pages.show(first, last), [first, last, pages])
  const here = Math.max(0, Math.min(current, pages.total - 1))
  const { loaded } = pages
  // Coming back from a row, the list stands where it was left; the arrows work without a click, as soon as there are rows.
  useEffect(() => {
    if (!loaded) return
    virtual.scrollToIndex(place.current)
    if (!document.activeElement?.matches('input, textarea')) scroller.current?.focus()
  }, [virtual, place, loaded])

  const withRow = (act: ((row: Row) => void) | undefined) => (index: number) => {
    const row = pages.row(index)
    if (row && act) act(row)
  }
  const open = withRow(onOpen)
  const moveTo = (index: number) => {
    const bounded = Math.max(0, Math.min(index, pages.total - 1))
    setCurrent(bounded)
    place.current = bounded
    virtual.scrollToIndex(bounded)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const action =
      moveOf(event, here, pages.total, moveTo) ??
      (event.key === 'Enter' && isPlain(event) ? () => open(here) : marks && markOf(event, marks, withRow, here))
    if (!action) return
    event.preventDefault()
    action()
  }
  return (
    <div
      className={`grid ${className}`}
      role="grid"
      aria-label={label}
      aria-rowcount={pages.total + 1}
      aria-multiselectable={marks ? 'true' : undefined}
      aria-activedescendant={pages.row(here) ? `row-${here}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      ref={scroller}
    >
      <div className="grid-row grid-head" role="row" aria-rowindex={1}>
        {marks && (
          <span role="columnheader" className="cell-tick">
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={marks.nameOfAll}
              checked={marks.allMarked}
              onChange={event => (event.target.checked ? marks.markAll() : marks.markNone())}
            />
          </span>
        )}
        {columns.map(column => (
          <span key={column.key} role="columnheader" className={`cell-${column.key}`}>
            {column.head}
          </span>
        ))}
      </div>
      <div role="rowgroup" className="grid-body" style={{ height: virtual.getTotalSize() }}>
        {items.map(item => {
          const row = pages.row(item.index)
          const picked = marks && row !== undefined && marks.isMarked(row)
          return (
            <div
              key={item.key}
              id={`row-${item.index}`}
              className={`grid-row ${item.index === here ? 'grid-current' : ''} ${picked ? 'grid-picked' : ''}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={picked ?? item.index === here}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => moveTo(item.index)}
              onDoubleClick={() => open(item.index)}
            >
              {marks && (
                <span role="gridcell" className="cell-tick">
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    aria-label={marks.nameOf(row)}
                    checked={picked ?? false}
                    onChange={() => withRow(marks.toggle)(item.index)}
                  />
                </span>
              )}
              {columns.map(column => (
                <span key={column.key} role="gridcell" className={`cell-${column.key}`} title={row && column.text(row)}>
                  {row && (column.cell ?? column.text)(row)}
                </span>
              ))}
            </div>
          )
        })}
      </div>
      {pages.loaded && pages.total === 0 && <p className="note">{empty}</p>}
    </div>
  )
}

const isPlain = (event: KeyboardEvent) => !event.ctrlKey && !event.metaKey && !event.altKey

function moveOf(
  event: KeyboardEvent,
  current: number,
  total: number,
  moveTo: (index: number) => void,
): (() => void) | undefined {
  if (!isPlain(event)) return undefined
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + pageStep,
    PageUp: current - pageStep,
    Home: 0,
    End: total - 1,
  }
  const target = moves[event.key]
  return target === undefined ? undefined : () => moveTo(target)
}

function markOf<Row>(
  event: KeyboardEvent,
  marks: GridMarks<Row>,
  withRow: (act: (row: Row) => void) => (index: number) => void,
  current: number,
): (() => void) | undefined {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') return marks.markAll
  if (!isPlain(event)) return undefined
  if (event.key === ' ') return () => withRow(marks.toggle)(current)
  return event.key === 'Escape' ? marks.markNone : undefined
}
