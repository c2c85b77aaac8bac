import { useTranslation } from 'react-i18next'
import { displayValue } from '../../../shared/catalogue/derive/display.ts'
import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import type { Path, Value } from '../../../shared/catalogue/field.ts'
import type { ImportProblem } from '../../../shared/contract/import-calls.ts'
import { type ExtraBox, extraPath, extraText } from '../../../shared/domain/extra-box.ts'
import type { TableKind } from '../../../shared/domain/imports.ts'
import { importLabel, problemSentence } from '../../../shared/text/importing.ts'
import type { Language } from '../../../shared/text/language.ts'
import { useCall } from '../../transport/use-call.ts'

/** The words for what an import is about, in the language of the reader. */
export interface ImportWords {
  readonly language: Language
  /** The boxes of the company that are in use. */
  readonly extras: readonly ExtraBox[]
  /** On a sheet of customers, unless it is about something else. */
  readonly label: (path: Path, kind?: TableKind) => string
  readonly shown: (path: Path, value: Value) => string
  readonly sentence: (problem: ImportProblem, kind: TableKind) => string
}

/** The words of the forms, and of the boxes that the company added. */
export function useImportWords(): ImportWords {
  const { i18n } = useTranslation()
  const language = i18n.language as Language
  const { data } = useCall('extraBoxes.list', {})
  const extras = (data?.boxes ?? []).filter(({ retired }) => !retired)
  return {
    language,
    extras,
    label: (path, kind = 'customers') => importLabel(path, { language, extras, kind }),
    shown: (path, value) => {
      const extra = extras.find(({ id }) => extraPath(id) === path)
      const field = boxAt(path)?.field
      return extra ? extraText(extra, value, language) : field ? displayValue(field, value, language) : ''
    },
    sentence: (problem, kind) => problemSentence(problem, { language, extras, kind }),
  }
}
