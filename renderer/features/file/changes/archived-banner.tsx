import { useTranslation } from 'react-i18next'
import type { CustomerFile } from '../../../../shared/contract/shapes.ts'
import { localDateTime } from '../../../ui/local-time.ts'

/** Why the customer was put aside, by whom and when. */
export function ArchivedBanner({ why: { reason, by, at } }: { why: NonNullable<CustomerFile['archivedWhy']> }) {
  const { t } = useTranslation()
  return (
    <p className="banner">
      {t('changes.archivedBanner', { reason: reason || t('changes.archivedNoReason'), by, time: localDateTime(at) })}
    </p>
  )
}
