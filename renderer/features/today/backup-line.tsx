import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useCall } from '../../transport/use-call.ts'
import { localDateTime } from '../../ui/local-time.ts'

/** The red lines while the last good second copy is too old (rules 20), and after a crash that took the log of the database along. */
export function BackupLine() {
  const { t } = useTranslation()
  const { data } = useCall('backups.health', {})
  return (
    <>
      {data?.logLostAt && (
        <p className="red-line" role="status">
          {t('backup.logLost', { time: localDateTime(data.logLostAt) })}
        </p>
      )}
      {data?.isLate && (
        <p className="red-line" role="status">
          {t('backup.late')} <Link href="/settings/backup">{t('backup.lateOpen')}</Link>
        </p>
      )}
    </>
  )
}
