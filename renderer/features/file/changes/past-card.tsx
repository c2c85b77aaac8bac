import { useTranslation } from 'react-i18next'
import { displayValue } from '../../../../shared/catalogue/derive/display.ts'
import { boxAt } from '../../../../shared/catalogue/derive/paths.ts'
import { accountPath } from '../../../../shared/domain/personal.ts'
import type { Language } from '../../../../shared/text/language.ts'
import { useCall } from '../../../transport/use-call.ts'

const accountField = boxAt(accountPath)?.field

/** What the card said before and is still found by: 曾用名, 旧证号; and the bank accounts with their days. */
export function PastCard({ customerId }: { customerId: number }) {
  const { t, i18n } = useTranslation()
  const past = useCall('changes.past', { customerId })
  if (!past.data) return null
  const { formerNames, oldNumbers, bankAccounts } = past.data
  // One account that never changed stands on the card itself.
  if (formerNames.length + oldNumbers.length === 0 && bankAccounts.length < 2) return null
  return (
    <dl className="card-past">
      {formerNames.length > 0 && <dt>{t('changes.formerNames')}</dt>}
      {formerNames.map(({ name, until, by }, index) => (
        <dd key={`${index}/${name}`}>
          {name} <span className="note-inline">{t('changes.until', { day: until, by })}</span>
        </dd>
      ))}
      {oldNumbers.length > 0 && <dt>{t('changes.oldNumbers')}</dt>}
      {oldNumbers.map(({ kind, number, until, by }, index) => (
        <dd key={`${index}/${number}`}>
          {t(`changes.number-${kind}`)} {number}{' '}
          <span className="note-inline">{t('changes.until', { day: until, by })}</span>
        </dd>
      ))}
      {bankAccounts.length > 0 && <dt>{t('changes.bankAccounts')}</dt>}
      {bankAccounts.map(({ account, fromOn, toOn }, index) => (
        <dd key={`${index}/${account}`}>
          {accountField ? displayValue(accountField, account, i18n.language as Language) : account}{' '}
          <span className="note-inline">
            {toOn === null
              ? `${t('changes.from', { from: fromOn })} · ${t('changes.present')}`
              : t('changes.fromTo', { from: fromOn, to: toOn })}
          </span>
        </dd>
      ))}
    </dl>
  )
}
