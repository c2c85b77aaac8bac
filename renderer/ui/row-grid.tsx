import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Pages } from '../transport/use-pages.ts'
import { cellId, type CellLook, GridBodyRow, type RowActs } from './grid-body-row.tsx'
import { GridHead, type GridHeads, headId } from './grid-head.tsx'
import { type GridPlace, isPlain, moveOf } from './grid-keys.ts'
import './row-grid.css'

const rowHeight = 30
const tickWidth = 34

/** One column of a grid; `key` also names its class, `cell-<key>` with hyphens for dots, for its width and alignment. */
export interface GridColumn<Row> {
  readonly key: string
  readonly head: string
  /** What the column is called where the head is shorter. */
  readonly name?: string
  readonly text: (row: Row) => string
  /** What is drawn instead of the text alone. */
  readonly cell?: (row: Row) => ReactNode
  /** Pixels; without it the style sheet says how wide it is. */
  readonly width?: number
  /** Takes what room is left over. */
  readonly grows?: boolean
  /** Stays in sight when the others are scrolled aside; only columns at the front do. */
  readonly stays?: boolean
  readonly isNumeric?: boolean
}

/** The ticks of a grid in which rows can be chosen. */
export interface GridMarks<Row> {
  readonly isMarked: (row: Row) => boolean
  readonly allMarked: boolean
  readonly toggle: (row: Row) => void
  /** Marks all rows from one to another, also those that were never loaded; `isNew` when the first of them was just chosen. */
  readonly markRange: (from: number, to: number, isNew: boolean) => void
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
  /** Texts that are too long for one line take several, and their row grows. */
  readonly wraps?: boolean
  readonly marks?: GridMarks<Row>
  readonly heads?: GridHeads
}

/**
 * Rows as a grid that stays fast however many there are: only visible ones exist. Arrows move, also along the cells of a row and up
 * into the heads, where Enter sorts and Alt+↓ opens the menu; Enter opens a row, Space ticks it, Shift extends what is ticked.
 */
export function RowGrid<Row>(props: RowGridProps<Row>) {
  const { label, className, pages, columns, place, onOpen, empty, wraps = false, marks, heads } = props
  const scroller = useRef<HTMLDivElement>(null)
  const anchor = useRef<number>(undefined)
  const [current, setCurrent] = useState<GridPlace>({ row: place.current, column: undefined })
  const [openMenu, setOpenMenu] = useState<number>()
  const virtual = useVirtualizer({
    count: pages.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    scrollPaddingEnd: rowHeight, // the rows are counted without the heads, which push the last of them out of sight
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => pages.show(first, last), [first, last, pages])
  const here: GridPlace = { ...current, row: Math.max(heads ? -1 : 0, Math.min(current.row, pages.total - 1)) }
  const { loaded } = pages
  // Coming back from a row, the list stands where it was left; the arrows work without a click, as soon as there are rows.
  useEffect(() => {
    if (!loaded) return
    virtual.scrollToIndex(place.current)
    if (!document.activeElement?.matches('input, textarea')) scroller.current?.focus()
  }, [virtual, place, loaded])

  const withRow = (index: number, act: ((row: Row) => void) | undefined) => {
    const row = pages.row(index)
    if (row !== undefined && act) act(row)
  }
  const moveTo = (next: GridPlace) => {
    setCurrent(next)
    if (next.row >= 0) {
      place.current = next.row
      virtual.scrollToIndex(next.row)
    }
    const id =
      next.column === undefined ? undefined : next.row < 0 ? headId(next.column) : cellId(next.row, next.column)
    if (id)
      requestAnimationFrame(() => document.getElementById(id)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
  }
  const extendTo = (row: number) => {
    const isNew = anchor.current === undefined
    anchor.current ??= Math.max(0, here.row)
    marks?.markRange(anchor.current, row, isNew)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || event.nativeEvent.isComposing) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const bounds = { rows: pages.total, columns: columns.length, page, hasHeads: heads !== undefined }
    const next = pages.total > 0 || heads ? (keyOfHead(event) ?? moveOf(event, here, bounds)) : undefined
    if (next) {
      event.preventDefault()
      if (event.shiftKey && marks && next.row >= 0 && next.row !== here.row) extendTo(next.row)
      else if (!event.shiftKey) anchor.current = undefined
      moveTo(next)
    } else if (act(event)) event.preventDefault()
  }
  /** Shift and Ctrl with an arrow, on a head, change the width and the place of its column. */
  const keyOfHead = (event: KeyboardEvent): GridPlace | undefined => {
    const column = here.column === undefined ? undefined : columns[here.column]
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (!heads || here.row >= 0 || !column || step === 0 || here.column === undefined) return undefined
    if (event.shiftKey) {
      heads.onResize(column.key, (column.width ?? 0) + step * 16)
      return here
    }
    const beside = columns[here.column + step]
    if (!event.ctrlKey || !beside) return undefined
    heads.onMove(column.key, beside.key)
    return { ...here, column: here.column + step }
  }
  /** Everything that a key does but moving; whether it did anything. */
  const act = (event: KeyboardEvent): boolean => {
    const column = here.column === undefined ? undefined : columns[here.column]
    if (heads && event.altKey && event.key === 'ArrowDown') {
      if (here.row >= 0 || here.column === undefined) moveTo({ row: -1, column: here.column ?? 0 })
      setOpenMenu(here.column ?? 0)
      return true
    }
    if (heads && here.row < 0 && column && isPlain(event) && (event.key === 'Enter' || event.key === ' ')) {
      heads.onSort(column.key)
      return true
    }
    if (event.key === 'Enter' && isPlain(event)) withRow(here.row, onOpen)
    else if (marks && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') marks.markAll()
    else if (marks && isPlain(event) && event.key === ' ') withRow(here.row, marks.toggle)
    else if (marks && isPlain(event) && event.key === 'Escape') marks.markNone()
    else return false
    return true
  }
  const onRowClick = (event: MouseEvent, index: number) => {
    if (event.shiftKey && marks) extendTo(index)
    else anchor.current = undefined
    if ((event.ctrlKey || event.metaKey) && marks) withRow(index, marks.toggle)
    moveTo({ row: index, column: undefined })
  }
  const closeMenu = (isOpen: boolean, index: number) => {
    setOpenMenu(isOpen ? index : undefined)
    // Whoever left the menu by a click elsewhere is there already.
    if (!isOpen && (document.activeElement ?? document.body).matches('body, .ant-dropdown *')) scroller.current?.focus()
  }
  const acts = useSteady({
    click: onRowClick,
    open: index => withRow(index, onOpen),
    toggle: index => withRow(index, marks?.toggle),
  })
  const hasTicks = marks !== undefined
  const looks = useMemo(
    () => columns.map((column, index) => cellLook(columns, column, index, hasTicks)),
    [columns, hasTicks],
  )
  const template = looks.every(({ track }) => track !== undefined)
    ? [...(marks ? [`${tickWidth}px`] : []), ...looks.map(({ track }) => track)].join(' ')
    : undefined
  const room = looks.reduce((sum, { track }, index) => sum + (track ? (columns[index]?.width ?? 0) : 0), 0) + tickWidth
  return (
    <div
      className={`grid ${wraps ? 'grid-wraps' : ''} ${className}`}
      role="grid"
      aria-label={label}
      aria-rowcount={pages.total + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable={marks ? 'true' : undefined}
      aria-activedescendant={activeId(here, pages.row(here.row) !== undefined)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      ref={scroller}
      style={template ? ({ '--grid-columns': template, '--grid-room': `${room}px` } as object) : undefined}
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
        {columns.map((column, index) => (
          <GridHead
            key={column.key}
            column={column}
            index={index}
            heads={heads}
            isCurrent={here.row < 0 && here.column === index}
            className={looks[index]?.className ?? ''}
            left={looks[index]?.left}
            isOpen={openMenu === index}
            onOpenChange={isOpen => closeMenu(isOpen, index)}
          />
        ))}
      </div>
      <div role="rowgroup" className="grid-body" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ key, index, start }) => {
          const row = pages.row(index)
          const isHere = index === here.row
          return (
            <GridBodyRow
              key={key}
              {...{ index, row, start, columns, looks, isHere, acts }}
              hereColumn={isHere ? here.column : undefined}
              tick={marks && row !== undefined && marks.isMarked(row)}
              tickName={marks?.nameOf(row)}
              measure={wraps ? virtual.measureElement : undefined}
            />
          )
        })}
      </div>
      {pages.loaded && pages.total === 0 && <p className="note">{empty}</p>}
    </div>
  )
}

/** The same object at every render, which does what the newest one says. */
function useSteady(newest: RowActs): RowActs {
  const latest = useRef(newest)
  useEffect(() => {
    latest.current = newest
  })
  const [steady] = useState<RowActs>(() => ({
    click: (event, index) => latest.current.click(event, index),
    open: index => latest.current.open(index),
    toggle: index => latest.current.toggle(index),
  }))
  return steady
}

function activeId({ row, column }: GridPlace, isLoaded: boolean): string | undefined {
  if (row < 0) return column === undefined ? undefined : headId(column)
  if (!isLoaded) return undefined
  return column === undefined ? `row-${row}` : cellId(row, column)
}

function cellLook<Row>(
  columns: readonly GridColumn<Row>[],
  column: GridColumn<Row>,
  index: number,
  hasTicks: boolean,
): CellLook {
  const before = columns.slice(0, index)
  const stays = column.stays === true && before.every(other => other.stays)
  const left = before.reduce((sum, other) => sum + (other.width ?? 0), hasTicks ? tickWidth : 0)
  const names = [
    `cell-${column.key.replaceAll('.', '-')}`,
    ...(column.isNumeric ? ['grid-number'] : []),
    ...(stays ? ['grid-stays'] : []),
  ]
  const track = column.grows ? `minmax(${column.width}px, 1fr)` : `${column.width}px`
  return {
    className: names.join(' '),
    track: column.width === undefined ? undefined : track,
    left: stays ? left : undefined,
  }
}
