import { useTranslation } from 'react-i18next'
import { labelOf } from '../../shared/catalogue/derive/display.ts'
import type { Path } from '../../shared/catalogue/field.ts'
import { useFile } from './file-context.ts'

/** A delicate box that says something which is not on the screen: Enter passes it, F4 shows it for a minute. */
export function MaskedEntry({ path, mask }: { path: Path; mask: string }) {
  const { t } = useTranslation()
  const { language } = useFile()
  const label = labelOf(path, language)
  return (
    <input
      type="text"
      className="entry masked"
      data-stop={path}
      readOnly
      value={mask}
      title={t('form.masked')}
      aria-label={t('form.maskedBox', { box: label })}
    />
  )
}
