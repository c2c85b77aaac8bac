import { useTranslation } from 'react-i18next'
import { saysWhy } from '../../shared/domain/policy.ts'
import { parseDate } from '../../shared/domain/partial-date.ts'

/** A rule of an input of antd's Form: rejects with the sentence to show. */
export interface EntryRule {
  readonly validator: (rule: unknown, value: unknown) => Promise<void>
}

export interface EntryRules {
  /** Something has to be there. */
  readonly required: EntryRule
  /** A full date has to be there, typed in any way that the boxes of the forms take. */
  readonly day: EntryRule
  /** A reason of at least five characters. */
  readonly reason: EntryRule
}

/** Rules for what is typed in dialogs, with the words that the boxes of the forms use. `today` is ISO. */
export function useEntryRules(today: string): EntryRules {
  const { t } = useTranslation()
  return {
    required: {
      validator: async (_rule, value) => {
        if (typeof value !== 'number' && textOf(value) === '') throw new Error(t('limits.required'))
      },
    },
    day: {
      validator: async (_rule, value) => {
        const typed = textOf(value)
        if (typed === '') throw new Error(t('limits.required'))
        const parsed = parseDate(typed, today)
        if (!parsed.ok) throw new Error(t(`problems.${parsed.problem}`))
      },
    },
    reason: {
      validator: async (_rule, value) => {
        if (!saysWhy(textOf(value))) throw new Error(t('limits.reasonShort'))
      },
    },
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** The ISO day of a typed text, if it is one. */
export function dayOf(text: string | undefined, today: string): string | null {
  const parsed = parseDate(text ?? '', today)
  return parsed.ok ? parsed.value : null
}
