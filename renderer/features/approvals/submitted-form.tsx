import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Values } from '../../../shared/catalogue/field.ts'
import { forms } from '../../../shared/catalogue/layout/forms.ts'
import type { FormName } from '../../../shared/catalogue/layout/layout.ts'
import type { Language } from '../../../shared/text/language.ts'
import { FileContextProvider } from '../../form/file-context.ts'
import { Paper } from '../../form/paper.tsx'
import { FileStore } from '../../form/store.ts'
import { useToday } from '../../ui/use-today.ts'

/** A form as it was submitted, for reading only. */
export function SubmittedForm({ values, form }: { values: Values; form: FormName }) {
  const { i18n } = useTranslation()
  const today = useToday()
  const language = i18n.language as Language
  const context = useMemo(
    () => ({ store: new FileStore(values, 0), language, today, readOnly: true }),
    [values, language, today],
  )
  return (
    <FileContextProvider value={context}>
      <Paper layout={forms[form]} onEnd={() => undefined} />
    </FileContextProvider>
  )
}
