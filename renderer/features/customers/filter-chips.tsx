import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ListColumns } from '../../../shared/catalogue/list-columns.ts'
import type { Condition } from '../../../shared/contract/list-shapes.ts'
import type { Language } from '../../../shared/text/language.ts'
import { conditionWords } from './conditions.ts'

interface FilterChipsProps {
  readonly columns: ListColumns
  readonly conditions: readonly Condition[]
  readonly onChange: (conditions: Condition[]) => void
  readonly onEdit: (index: number) => void
}

/** The filters at work, each in words: a click changes it, the cross takes it away. */
export function FilterChips({ columns, conditions, onChange, onEdit }: FilterChipsProps) {
  const { t, i18n } = useTranslation()
  if (conditions.length === 0) return null
  return (
    <ul className="filters" aria-label={t('grid.filters')}>
      {conditions.map((condition, index) => {
        const column = columns.at(condition.column)
        if (!column) return null
        const words = conditionWords(condition, column, i18n.language as Language, t)
        return (
          <li key={words}>
            <button type="button" onClick={() => onEdit(index)}>
              {words}
            </button>
            <button
              type="button"
              aria-label={t('grid.removeFilter', { words })}
              onClick={() => onChange(conditions.filter((_, other) => other !== index))}
            >
              <CloseOutlined />
            </button>
          </li>
        )
      })}
      <li className="filters-none">
        <Button size="small" type="link" onClick={() => onChange([])}>
          {t('grid.clearFilters')}
        </Button>
      </li>
    </ul>
  )
}
