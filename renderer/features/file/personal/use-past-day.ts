import { useTranslation } from 'react-i18next'
import { useToday } from '../../../ui/use-today.ts'

/** A rule of a dialog: a day has to be there, and it lies not in the future. */
export function usePastDay(): { readonly validator: (rule: unknown, day: unknown) => Promise<void> } {
  const { t } = useTranslation()
  const today = useToday()
  return {
    validator: async (_rule, day) => {
      if (typeof day !== 'string' || day === '') throw new Error(t('limits.required'))
      if (day > today) throw new Error(t('personal.future'))
    },
  }
}
