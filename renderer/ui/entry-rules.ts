import { useTranslation } from 'react-i18next'
import { parseMoney } from '../../shared/domain/money.ts'
import type { Parsed } from '../../shared/domain/parsed.ts'
import { parseDate } from '../../shared/domain/partial-date.ts'

/** A rule of an input of antd's Form: rejects with the sentence to show. */
interface EntryRule {
  readonly validator: (rule: unknown, text: string | undefined) => Promise<void>
}

export interface EntryRules {
  readonly amount: EntryRule
  readonly day: EntryRule
  readonly reason: EntryRule
  readonly required: EntryRule
}

/** Rules for what is typed in the dialogs, with the words that the boxes of the forms use. `today` is ISO. */
export function useEntryRules(today: string): EntryRules {
  const { t } = useTranslation()
  const read = (parse: (text: string) => Parsed<unknown>): EntryRule => ({
    validator: async (_rule, text) => {
      const typed = text?.trim() ?? ''
      if (typed === '') throw new Error(t('limits.required'))
      const parsed = parse(typed)
      if (!parsed.ok) throw new Error(t(`problems.${parsed.problem}`))
    },
  })
  return {
    amount: read(parseMoney),
    day: read(text => parseDate(text, today)),
    reason: {
      validator: async (_rule, text) => {
        if ((text?.trim().length ?? 0) < shortestReason) throw new Error(t('limits.reasonShort'))
      },
    },
    required: read(text => ({ ok: true, value: text })),
  }
}

const shortestReason = 5

/** The amount (分) of a typed text, if it is one. */
export function amountOf(text: string | undefined): number | null {
  const parsed = parseMoney(text ?? '')
  return parsed.ok ? parsed.value : null
}

/** The ISO day of a typed text, if it is one. */
export function dayOf(text: string | undefined, today: string): string | null {
  const parsed = parseDate(text ?? '', today)
  return parsed.ok ? parsed.value : null
}
