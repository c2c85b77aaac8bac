import type { MenuProps } from 'antd'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/contract.ts'
import { type ListColumn, listHead, listLabel } from '../../../shared/catalogue/list-columns.ts'
import type { Layout } from '../../../shared/contract/list-shapes.ts'
import type { Language } from '../../../shared/text/language.ts'
import type { Pages } from '../../transport/use-pages.ts'
import { afterKey } from '../../ui/after-key.ts'
import { navigate } from '../../ui/navigate.ts'
import { RowGrid } from '../../ui/row-grid.tsx'
import { cellText, staysInSight, usualWidth } from './columns.ts'
import { highlighted } from './highlighted.tsx'
import { isMarked } from './marked.ts'
import { place } from './place.ts'
import type { List } from './use-list.ts'
import type { Marks } from './use-marks.ts'
import './customer-grid.css'

type FoundRow = Output<'customers.list'>['rows'][number]

const narrowest = 40
const widest = 800

interface CustomerGridProps {
  readonly pages: Pages<FoundRow>
  readonly list: List
  readonly search: string
  readonly marks: Marks
  readonly onFilter: (column: string) => void
  readonly onColumns: () => void
}

/** The customers as a grid that stays fast however many there are, with the columns that the person has chosen. */
export function CustomerGrid({ pages, list, search, marks, onFilter, onColumns }: CustomerGridProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const { layout, look, change } = list
  const { marked } = marks
  const shown = layout.flatMap(({ key, width }) => {
    const column = list.columns.at(key)
    return column ? [{ column, width }] : []
  })
  const resize = (key: string, width: number) =>
    list.setLayout(
      layout.map(column =>
        column.key === key ? { key, width: Math.max(narrowest, Math.min(width, widest)) } : column,
      ),
    )
  const menuOf = (key: string): NonNullable<MenuProps['items']> => [
    { key: 'ascending', label: t('grid.ascending'), onClick: () => change({ sort: key, descending: false }) },
    { key: 'descending', label: t('grid.descending'), onClick: () => change({ sort: key, descending: true }) },
    { type: 'divider' },
    { key: 'filter', label: t('grid.filterBy'), onClick: () => afterKey(() => onFilter(key)) },
    { type: 'divider' },
    { key: 'left', label: t('grid.moveLeft'), extra: 'Ctrl+←', onClick: () => move(layout, key, -1, list) },
    { key: 'right', label: t('grid.moveRight'), extra: 'Ctrl+→', onClick: () => move(layout, key, 1, list) },
    {
      key: 'wider',
      label: t('grid.usualWidth'),
      extra: 'Shift+←→',
      onClick: () => list.setLayout(layout.map(column => (column.key === key ? { key, width: null } : column))),
    },
    {
      key: 'hide',
      label: t('grid.hide'),
      disabled: layout.length === 1,
      onClick: () => list.setLayout(layout.filter(column => column.key !== key)),
    },
    { key: 'columns', label: t('grid.columnsTitle'), onClick: () => afterKey(onColumns) },
  ]
  return (
    <RowGrid<FoundRow>
      label={t('nav.customers')}
      className="grid-customers"
      pages={pages}
      place={place}
      empty={t(look.conditions.length > 0 ? 'grid.noneMatch' : 'customers.noneFound')}
      onOpen={row => navigate(`/customers/${row.id}/kh001`)}
      columns={shown.map(({ column, width }) => ({
        key: column.key,
        head: listHead(column, language),
        name: listLabel(column, language),
        text: row => cellText(row, column, language),
        cell: row => foundCell(row, column, { shown: shown.map(one => one.column), search, language, t }),
        width: width ?? usualWidth(column, listHead(column, language)),
        grows: column.key === 'customer.name' && width === null,
        stays: staysInSight(column.key),
        isNumeric: column.kind === 'number',
      }))}
      heads={{
        sort: { key: look.sort, descending: look.descending },
        onSort: list.sortBy,
        menuOf,
        menuName: head => t('grid.menuOf', { head }),
        onResize: resize,
        onMove: (key, to) => list.setLayout(moved(layout, key, to)),
      }}
      marks={{
        isMarked: row => isMarked(marked, row.id),
        allMarked: marked.kind === 'allBut' && marked.ids.size === 0,
        toggle: marks.toggle,
        markRange: marks.markRange,
        markAll: marks.markAll,
        markNone: marks.markNone,
        nameOf: row => t('customers.mark', { name: row?.name ?? '' }),
        nameOfAll: t('customers.markAll'),
      }}
    />
  )
}

interface Found {
  readonly shown: readonly ListColumn[]
  readonly search: string
  readonly language: Language
  readonly t: TFunction
}

/** A cell with what was found marked in it; behind the name stands what no column shows, such as a contact or another telephone. */
function foundCell(row: FoundRow, column: ListColumn, { shown, search, language, t }: Found): ReactNode {
  const { hit } = row
  const words = [...search.split(/\s+/), hit?.text ?? ''].filter(word => word !== '')
  const text = highlighted(cellText(row, column, language), words)
  const isElsewhere =
    hit && column.key === 'customer.name' && !shown.some(other => cellText(row, other, language).includes(hit.text))
  if (!isElsewhere) return text
  return (
    <>
      {text}
      <small className="hit">
        {t(`grid.hit-${hit.kind}`)} <mark>{hit.text}</mark>
      </small>
    </>
  )
}

function move(layout: Layout, key: string, step: number, list: List): void {
  const beside = layout[layout.findIndex(column => column.key === key) + step]
  if (beside) list.setLayout(moved(layout, key, beside.key))
}

/** The columns after one was put into the place of another. */
function moved(layout: Layout, key: string, to: string): Layout {
  const from = layout.findIndex(column => column.key === key)
  const column = layout[from]
  const target = layout.findIndex(candidate => candidate.key === to)
  if (!column || target < 0) return layout
  const others = layout.filter(other => other !== column)
  return [...others.slice(0, target), column, ...others.slice(target)]
}
