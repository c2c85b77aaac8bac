import { useTranslation } from 'react-i18next'
import type { LimitToday } from '../../../../shared/contract/application-calls.ts'
import { rmbInWords } from '../../../../shared/domain/capital.ts'
import { formatMoney } from '../../../../shared/domain/money.ts'
import { useFile } from '../../../form/file-context.ts'

/** What asks for an early review: the codes of the demands that a save or a decision puts down. */
type Cause = 'bankAccount' | 'principal' | 'grade' | 'merge'

/** What the customer may owe today, in sentences. */
export function LimitWords({ limit }: { limit: LimitToday }) {
  const { t } = useTranslation()
  const { language } = useFile()
  const { state, standing, approved, temporary, total, review } = limit
  const day = limit.validTo ?? ''
  const isFirst = state === 'inForce' && approved > standing
  const causes = (review?.causes ?? [])
    .map(cause => t(`limits.cause-${cause as Cause}`))
    .join(language === 'en' ? ', ' : '、')
  return (
    <div className="limit-words">
      <p>
        {isFirst
          ? t('limits.saysFirst', { approved: formatMoney(approved), usable: formatMoney(standing), day })
          : t(`limits.says-${state}`, { amount: formatMoney(state === 'inForce' ? standing : approved), day })}
      </p>
      {temporary > 0 && (
        <p>{t('limits.saysTemporary', { amount: formatMoney(temporary), day: limit.temporaryTo ?? '' })}</p>
      )}
      {(temporary > 0 || isFirst) && (
        <p>{t('limits.saysTotal', { amount: formatMoney(total), words: rmbInWords(total) })}</p>
      )}
      {review && <p className="remark-warning">{t('limits.saysReview', { causes, day: review.dueOn })}</p>}
    </div>
  )
}
