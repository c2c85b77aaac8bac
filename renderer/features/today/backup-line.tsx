import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useCall } from '../../transport/use-call.ts'

/** The red line while the last good second copy is too old (rules 20). */
export function BackupLine() {
  const { t } = useTranslation()
  const { data } = useCall('backups.health', {})
  if (!data?.isLate) return null
  return (
    <p className="backup-line" role="status">
      {t('backup.late')} <Link href="/settings/backup">{t('backup.lateOpen')}</Link>
    </p>
  )
}
