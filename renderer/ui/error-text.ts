import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '../../shared/catalogue/derive/display.ts'
import type { CallError } from '../../shared/contract/errors.ts'
import { salespersonPath } from '../../shared/domain/key-boxes.ts'
import type { Language } from '../../shared/text/language.ts'
import { joined } from './joined.ts'

/** Says in the user's language what went wrong and what to do next, with the boxes named. */
export function useErrorText(): (error: CallError) => string {
  const { t, i18n } = useTranslation()
  return useCallback(
    (error: CallError) => {
      const boxes = (error.fields ?? []).map(path => {
        if (path === salespersonPath) return t('changes.salesperson')
        if (path === 'identityCard') return t('approvals.paper-identityCard')
        return labelOf(path, i18n.language as Language)
      })
      const fields = joined(boxes, i18n.language)
      return t(`errors.${error.code}`, { fields, traceId: error.traceId })
    },
    [t, i18n.language],
  )
}
