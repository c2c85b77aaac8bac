import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { mayRead } from '../../../shared/catalogue/derive/sections.ts'
import type { ShownValues } from '../../../shared/catalogue/derive/masking.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import { forms } from '../../../shared/catalogue/layout/forms.ts'
import type { FormName } from '../../../shared/catalogue/layout/layout.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import type { Language } from '../../../shared/text/language.ts'
import { FileContextProvider } from '../../form/file-context.ts'
import { Paper } from '../../form/paper.tsx'
import { FileStore } from '../../form/store.ts'
import { useToday } from '../../ui/use-today.ts'

interface SubmittedFormProps {
  readonly shown: ShownValues
  readonly form: FormName
  /** What the person may see; other boxes are kept from them. */
  readonly rights: readonly Right[]
}

/** A form as it was submitted, for reading only. */
export function SubmittedForm({ shown, form, rights }: SubmittedFormProps) {
  const { i18n } = useTranslation()
  const today = useToday()
  const language = i18n.language as Language
  const context = useMemo(
    () => ({
      store: new FileStore(shown.values, 0, shown),
      language,
      today,
      isReadOnly: () => true,
      isHidden: (path: Path) => !mayRead(path, rights),
    }),
    [shown, language, today, rights],
  )
  return (
    <FileContextProvider value={context}>
      <Paper layout={forms[form]} onEnd={() => undefined} />
    </FileContextProvider>
  )
}
