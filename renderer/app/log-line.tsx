import { useTranslation } from 'react-i18next'
import { useCall } from '../transport/use-call.ts'

const lookEvery = 60_000 // ms; a backup follows the log while nobody asks

/** The red line on every screen while the log is known to be broken (rules 6); it keeps nobody from working. */
export function LogLine() {
  const { t } = useTranslation()
  const { data } = useCall('backups.health', {}, { refetchInterval: lookEvery })
  const broken = data?.logBreak
  if (!broken) return null
  return (
    <p className="red-line" role="alert">
      {t('audit.broken', { seq: broken.seq })}
      {t(`audit.cause-${broken.cause}`)} {t('audit.brokenNext')}
    </p>
  )
}
