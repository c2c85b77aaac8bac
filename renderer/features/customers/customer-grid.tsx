import type { MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { listLabel } from '../../../shared/catalogue/list-columns.ts'
import type { Layout } from '../../../shared/contract/list-shapes.ts'
import type { CustomerRow } from '../../../shared/contract/shapes.ts'
import type { Language } from '../../../shared/text/language.ts'
import type { Pages } from '../../transport/use-pages.ts'
import { afterKey } from '../../ui/after-key.ts'
import { navigate } from '../../ui/navigate.ts'
import { RowGrid } from '../../ui/row-grid.tsx'
import { cellText, isNumeric, staysInSight, usualWidth } from './columns.ts'
import { highlighted } from './highlighted.tsx'
import { isMarked } from './marked.ts'
import { place } from './place.ts'
import type { List } from './use-list.ts'
import type { Marks } from './use-marks.ts'
import './customer-grid.css'

const narrowest = 40
const widest = 800

interface CustomerGridProps {
  readonly pages: Pages<CustomerRow>
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
    <RowGrid<CustomerRow>
      label={t('nav.customers')}
      className="grid-customers"
      pages={pages}
      place={place}
      empty={t(look.conditions.length > 0 ? 'grid.noneMatch' : 'customers.noneFound')}
      onOpen={row => navigate(`/customers/${row.id}/kh001`)}
      columns={layout.map(({ key, width }) => ({
        key,
        head: listLabel(key, language),
        text: row => cellText(row, key, language),
        cell: row => highlighted(cellText(row, key, language), search),
        width: width ?? usualWidth(key),
        grows: key === 'customer.name' && width === null,
        stays: staysInSight(key),
        isNumeric: isNumeric(key),
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
