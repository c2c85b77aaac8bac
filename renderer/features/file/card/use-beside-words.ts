import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Value } from '../../../../shared/catalogue/field.ts'
import { extraLabel, extraPath, extraText } from '../../../../shared/domain/extra-box.ts'
import type { Language } from '../../../../shared/text/language.ts'
import { useCall } from '../../../transport/use-call.ts'

/** What the history says of a path that names no box of the forms: its name, and an answer in it. */
export interface BesideWords {
  readonly label: string
  readonly text: (value: Value) => string
}

const facts = ['tags', 'filedOn', 'checkedOn', 'noCodeReason', 'salesperson'] as const

/** Names what stands beside the forms, such as extra boxes and tags; nothing for any other path. */
export function useBesideWords(): (path: string) => BesideWords | undefined {
  const { t, i18n } = useTranslation()
  const { data } = useCall('extraBoxes.list', {})
  const language = i18n.language as Language
  return useCallback(
    path => {
      const box = data?.boxes.find(({ id }) => extraPath(id) === path)
      if (box) return { label: extraLabel(box, language), text: value => extraText(box, value, language) }
      const fact = facts.find(key => `card.${key}` === path)
      if (!fact) return undefined
      const text = (value: Value) => (Array.isArray(value) ? value.join(' · ') : String(value ?? ''))
      return { label: t(`extra.history-${fact}`), text }
    },
    [data, language, t],
  )
}
