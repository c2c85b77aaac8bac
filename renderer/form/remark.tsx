import { useTranslation } from 'react-i18next'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import { displayValue } from '../../shared/catalogue/derive/display.ts'
import type { Path } from '../../shared/catalogue/field.ts'
import { warningAt } from '../../shared/domain/warnings.ts'
import { useCell, useDerived, useFile } from './file-context.ts'

/** The warning that belongs to a box, with the suggestion to take where there is one. It never blocks, and waits until the box is left. */
export function Remark({ path }: { path: Path }) {
  const { store, today, language, readOnly } = useFile()
  const { t } = useTranslation()
  // The warning may look at other boxes, so it is derived from the whole file and compared as text.
  const found = useDerived(values => JSON.stringify(warningAt(values, path, today) ?? null))
  const warning: ReturnType<typeof warningAt> | null = JSON.parse(found) as ReturnType<typeof warningAt> | null
  const isTyping = useCell(path).entry !== undefined
  const field = boxAt(path)?.field
  if (!warning || !field || isTyping) return null
  const { suggestion } = warning
  const { expected = '', letter = '', length = '', phone = '' } = warning.facts ?? {}
  return (
    <span className="remark remark-warning" role="status">
      {t(`warnings.${warning.code}`, { expected, letter, length, phone })}
      {suggestion !== undefined && !readOnly && (
        <button type="button" className="take" onClick={() => store.set(path, { value: suggestion })}>
          {t('form.take', { value: displayValue(field, suggestion, language) })}
        </button>
      )}
    </span>
  )
}
