import { useTranslation } from 'react-i18next'
import { listLabel } from '../../../shared/catalogue/list-columns.ts'
import type { CustomerRow } from '../../../shared/contract/shapes.ts'
import type { Language } from '../../../shared/text/language.ts'
import type { Pages } from '../../transport/use-pages.ts'
import { navigate } from '../../ui/navigate.ts'
import { RowGrid } from '../../ui/row-grid.tsx'
import { cellText, usualLayout } from './columns.ts'
import { allMarked, isMarked, type Marked, noneMarked, toggleMarked } from './marked.ts'
import { place } from './place.ts'
import './customer-grid.css'

interface CustomerGridProps {
  readonly pages: Pages<CustomerRow>
  readonly marked: Marked
  readonly onMark: (marked: Marked) => void
}

/** The customers as a grid that stays fast however many there are. */
export function CustomerGrid({ pages, marked, onMark }: CustomerGridProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  return (
    <RowGrid<CustomerRow>
      label={t('nav.customers')}
      className="grid-customers"
      pages={pages}
      place={place}
      empty={t('customers.noneFound')}
      onOpen={row => navigate(`/customers/${row.id}/kh001`)}
      columns={usualLayout.map(({ key }) => ({
        key: key.replaceAll('.', '-'),
        head: listLabel(key, language),
        text: row => cellText(row, key, language),
      }))}
      marks={{
        isMarked: row => isMarked(marked, row.id),
        allMarked: marked.kind === 'allBut' && marked.ids.size === 0,
        toggle: row => onMark(toggleMarked(marked, row.id)),
        markAll: () => onMark(allMarked),
        markNone: () => onMark(noneMarked),
        nameOf: row => t('customers.mark', { name: row?.name ?? '' }),
        nameOfAll: t('customers.markAll'),
      }}
    />
  )
}
