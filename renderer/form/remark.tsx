import { useTranslation } from 'react-i18next'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import { displayValue } from '../../shared/catalogue/derive/display.ts'
import type { Path } from '../../shared/catalogue/field.ts'
import { warningAt } from '../../shared/domain/warnings.ts'
import { useCell, useDerived, useFile } from './file-context.ts'
import { focusPath } from './keyboard.ts'

/** The id by which a box refers to what is said about it. */
export const remarkId = (path: Path) => `remark-${path}`

/**
 * What is said about a box once it is left: why its text can not be read, or a warning, which never blocks, with the suggestion to
 * take where there is one.
 */
export function Remark({ path }: { path: Path }) {
  const { t } = useTranslation()
  const { entry, problem, settled } = useCell(path)
  if (problem && settled) {
    return (
      <span id={remarkId(path)} className="remark remark-error" role="alert">
        {t(`problems.${problem}`)}
      </span>
    )
  }
  return entry === undefined ? <WarningRemark path={path} /> : null
}

function WarningRemark({ path }: { path: Path }) {
  const { store, today, language, isReadOnly } = useFile()
  const { t } = useTranslation()
  // The warning may look at other boxes, so it is derived from the whole file and compared as text.
  const found = useDerived(values => JSON.stringify(warningAt(values, path, today) ?? null))
  const warning = JSON.parse(found) as ReturnType<typeof warningAt> | null
  const field = boxAt(path)?.field
  if (!warning || !field) return null
  const { suggestion } = warning
  const { expected = '', letter = '', length = '', phone = '', word = '' } = warning.facts ?? {}
  const take = () => {
    store.set(path, { value: suggestion ?? null })
    focusPath(path)
  }
  return (
    <span id={remarkId(path)} className="remark remark-warning" role="status">
      {t(`warnings.${warning.code}`, { expected, letter, length, phone, word })}
      {suggestion !== undefined && !isReadOnly(path) && (
        <button type="button" className="take" title="Alt+0" onClick={take}>
          {t('form.take', { value: displayValue(field, suggestion, language) })}
        </button>
      )}
    </span>
  )
}
