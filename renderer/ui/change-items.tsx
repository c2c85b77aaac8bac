import { useTranslation } from 'react-i18next'
import { displayValue, labelOf } from '../../shared/catalogue/derive/display.ts'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import type { Value } from '../../shared/catalogue/field.ts'
import type { ChangeRequest } from '../../shared/contract/change-calls.ts'
import { salespersonPath } from '../../shared/domain/key-boxes.ts'
import type { Language } from '../../shared/text/language.ts'

type Item = ChangeRequest['items'][number]

/** What a request says of a box: its name, and values as the forms show them. */
export function useChangeWords(): {
  readonly box: (path: string) => string
  readonly value: (path: string, value: Value) => string
} {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  return {
    box: path => (path === salespersonPath ? t('changes.salesperson') : labelOf(path, language)),
    value: (path, value) => {
      const field = boxAt(path)?.field
      return (field ? displayValue(field, value, language) : String(value ?? '')) || t('common.empty')
    },
  }
}

/** The boxes of a change request, old and new side by side. */
export function ChangeItems({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation()
  const words = useChangeWords()
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{t('changes.box')}</th>
          <th>{t('changes.old')}</th>
          <th>{t('changes.new')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ path, from, to, isHidden, isStale }) => (
          <tr key={path}>
            <th scope="row">{words.box(path)}</th>
            <td>{isHidden && from === null ? t('changes.hiddenRight') : words.value(path, from)}</td>
            <td>
              {isHidden ? (
                <em>{t(from === null ? 'changes.hiddenRight' : 'changes.hidden')}</em>
              ) : (
                <b>{words.value(path, to)}</b>
              )}
              {isStale && <span className="remark-error"> {t('changes.stale')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
