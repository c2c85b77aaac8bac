import { useTranslation } from 'react-i18next'
import type { Backup } from '../../shared/contract/shapes.ts'
import { localDateTime } from './local-time.ts'

/** A backup in words: 2026-06-30 17:42 退出时自动，客户 812，申请 96. */
export function useBackupWords(): (backup: Pick<Backup, 'at' | 'reason' | 'customers' | 'applications'>) => string {
  const { t } = useTranslation()
  return ({ at, reason, customers, applications }) =>
    t('backup.line', {
      time: localDateTime(at),
      reason: t(`backup.reason-${reason ?? 'unknown'}`),
      customers,
      applications,
    })
}
