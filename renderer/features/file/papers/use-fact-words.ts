import { useTranslation } from 'react-i18next'
import { shownWords } from '../../../../shared/catalogue/derive/display.ts'
import type { VerificationFacts } from '../../../../shared/contract/attachment-calls.ts'
import { useFile } from '../../../form/file-context.ts'

/** What was found by an item of verification, in one line. */
export function useFactWords(): (facts: VerificationFacts) => string {
  const { t } = useTranslation()
  const { language } = useFile()
  const join = (...parts: string[]) =>
    parts
      .filter(part => part !== '')
      .map(part => shownWords(part, language))
      .join(language === 'en' ? ', ' : '，')
  const said = (label: string, yes: boolean) => `${label}: ${t(yes ? 'limits.yes' : 'limits.no')}`
  return facts => {
    switch (facts.item) {
      case 'licence':
        return join(t(`limits.basis-${facts.evidence}`), facts.name, facts.creditCode, facts.representative)
      case 'registry':
        return t(`limits.status-${facts.status}`)
      case 'callback':
        return join(
          facts.phone,
          t(`limits.source-${facts.source}`),
          facts.spokeWith,
          said(t('limits.confirmed'), facts.confirmed),
        )
      case 'visit':
        return join(
          said(t('limits.agrees'), facts.agrees),
          facts.deliveryAddress,
          facts.consignee,
          facts.consigneePhone,
        )
      case 'account':
        return join(facts.accountName, facts.accountNo)
    }
  }
}
