import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/text/language.ts'
import { navigate } from '../../ui/navigate.ts'
import { columns } from './columns.ts'
import { allMarked, isMarked, type Marked, noneMarked, toggleMarked } from './marked.ts'
import { place } from './place.ts'
import type { CustomerPages } from './use-customer-pages.ts'
import './customer-grid.css'

const rowHeight = 30

interface CustomerGridProps {
  readonly pages: CustomerPages
  readonly marked: Marked
  readonly onMark: (marked: Marked) => void
}

/** The customers as a grid that stays fast however long it is: only visible rows exist. Arrows move, Enter opens, Space ticks. */
export function CustomerGrid({ pages, marked, onMark }: CustomerGridProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
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
  // Coming back from a file, the list stands where it was left; the arrows work without a click.
  useEffect(() => {
    virtual.scrollToIndex(place.current)
    if (!document.activeElement?.matches('input, textarea')) scroller.current?.focus()
  }, [virtual])

  const open = (index: number) => {
    const row = pages.row(index)
    if (row) navigate(`/customers/${row.id}/kh001`)
  }
  const mark = (index: number) => {
    const row = pages.row(index)
    if (row) onMark(toggleMarked(marked, row.id))
  }
  const moveTo = (index: number) => {
    const bounded = Math.max(0, Math.min(index, pages.total - 1))
    setCurrent(bounded)
    place.current = bounded
    virtual.scrollToIndex(bounded)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const action = keyAction(event, {
      current: here,
      total: pages.total,
      moveTo,
      open,
      mark,
      markAll: () => onMark(allMarked),
      markNone: () => onMark(noneMarked),
    })
    if (!action) return
    event.preventDefault()
    action()
  }
  return (
    <div
      className="grid"
      role="grid"
      aria-label={t('nav.customers')}
      aria-rowcount={pages.total + 1}
      aria-multiselectable="true"
      aria-activedescendant={pages.row(here) ? `row-${here}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      ref={scroller}
    >
      <div className="grid-row grid-head" role="row" aria-rowindex={1}>
        <span role="columnheader" className="cell-tick">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t('customers.markAll')}
            checked={marked.kind === 'allBut' && marked.ids.size === 0}
            onChange={event => onMark(event.target.checked ? allMarked : noneMarked)}
          />
        </span>
        {columns.map(column => (
          <span key={column.key} role="columnheader" className={`cell-${column.key}`}>
            {t(`customers.column-${column.key}`)}
          </span>
        ))}
      </div>
      <div role="rowgroup" className="grid-body" style={{ height: virtual.getTotalSize() }}>
        {items.map(item => {
          const row = pages.row(item.index)
          const picked = row !== undefined && isMarked(marked, row.id)
          return (
            <div
              key={item.key}
              id={`row-${item.index}`}
              className={`grid-row ${item.index === here ? 'grid-current' : ''} ${picked ? 'grid-picked' : ''}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={picked}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => moveTo(item.index)}
              onDoubleClick={() => open(item.index)}
            >
              <span role="gridcell" className="cell-tick">
                <input
                  type="checkbox"
                  tabIndex={-1}
                  aria-label={t('customers.mark', { name: row?.name ?? '' })}
                  checked={picked}
                  onChange={() => mark(item.index)}
                />
              </span>
              {columns.map(column => (
                <span
                  key={column.key}
                  role="gridcell"
                  className={`cell-${column.key}`}
                  title={row && column.text(row, language)}
                >
                  {row && column.text(row, language)}
                </span>
              ))}
            </div>
          )
        })}
      </div>
      {pages.loaded && pages.total === 0 && <p className="note">{t('customers.noneFound')}</p>}
    </div>
  )
}

interface GridActions {
  readonly current: number
  readonly total: number
  readonly moveTo: (index: number) => void
  readonly open: (index: number) => void
  readonly mark: (index: number) => void
  readonly markAll: () => void
  readonly markNone: () => void
}

const pageStep = 15

function keyAction(event: KeyboardEvent, grid: GridActions): (() => void) | undefined {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') return grid.markAll
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: grid.current + 1,
    ArrowUp: grid.current - 1,
    PageDown: grid.current + pageStep,
    PageUp: grid.current - pageStep,
    Home: 0,
    End: grid.total - 1,
  }
  const target = moves[event.key]
  if (target !== undefined) return () => grid.moveTo(target)
  if (event.key === 'Enter') return () => grid.open(grid.current)
  if (event.key === ' ') return () => grid.mark(grid.current)
  return event.key === 'Escape' ? grid.markNone : undefined
}
