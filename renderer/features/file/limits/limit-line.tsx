import { useTranslation } from 'react-i18next'
import type { LimitToday } from '../../../../shared/contract/application-calls.ts'
import { daysBetween } from '../../../../shared/domain/calendar.ts'
import { formatMoney } from '../../../../shared/domain/money.ts'
import { useFile } from '../../../form/file-context.ts'

/** The limit in force at the head of a file; a temporary limit is a second line, never added in silence (rules 9, 13). */
export function LimitLine({ limit }: { limit: LimitToday }) {
  const { t } = useTranslation()
  const { today } = useFile()
  const { state, standing, approved, temporary, temporaryTo, validTo, review } = limit
  const daysLeft = review ? daysBetween(today, review.dueOn) : 0
  return (
    <span className="limit-line">
      <span>
        {state === 'none' && t('limits.noLimit')}
        {state === 'expired' && t('limits.expiredWas', { amount: formatMoney(approved) })}
        {(state === 'inForce' || state === 'frozen') && (
          <>
            {t('limits.inForce')}{' '}
            <b>
              {approved > standing && state === 'inForce'
                ? t('limits.approvedSoFar', { approved: formatMoney(approved), usable: formatMoney(standing) })
                : formatMoney(state === 'frozen' ? approved : standing)}
            </b>
            {validTo && (
              <>
                {' · '}
                {t('limits.until', { day: validTo })}
              </>
            )}
          </>
        )}
        {state === 'frozen' && <span className="tag tag-stamp">{t('limits.frozen')}</span>}
        {review && state !== 'frozen' && (
          <span className="tag tag-stamp">
            {daysLeft < 0 ? t('limits.reviewOverdue') : t('limits.reviewWithin', { count: daysLeft })}
          </span>
        )}
      </span>
      {temporary > 0 && (
        <span>{t('limits.temporaryUntil', { amount: formatMoney(temporary), day: temporaryTo ?? '' })}</span>
      )}
    </span>
  )
}
