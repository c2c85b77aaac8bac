import { useTranslation } from 'react-i18next'
import { labelOf } from '../../../shared/catalogue/derive/display.ts'
import type { CallError } from '../../../shared/contract/errors.ts'
import { useFile } from '../../form/file-context.ts'
import { useErrorText } from '../../ui/error-text.ts'

/** Why the file was not saved; where a box could not be read, in the words that stand beside it. */
export function SaveError({ error, onDismiss }: { error: CallError; onDismiss: () => void }) {
  const { t } = useTranslation()
  const { store, language } = useFile()
  const errorText = useErrorText()
  const [path] = error.fields ?? []
  const problem = path === undefined ? undefined : store.cell(path).problem
  return (
    <p className="banner banner-error" role="alert">
      {path !== undefined && problem
        ? t('file.unread', { box: labelOf(path, language), problem: t(`problems.${problem}`) })
        : errorText(error)}
      <button type="button" onClick={onDismiss}>
        {t('common.close')}
      </button>
    </p>
  )
}
