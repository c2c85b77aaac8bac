import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../transport/use-call.ts'

const pollPause = 400 // ms

/** How far a piece of an import is, in words and as a bar, and the way to stop it. */
export function RunningLine({ requestId, onStop }: { requestId: string; onStop: () => void }) {
  const { t } = useTranslation()
  const { data } = useCall('imports.progress', { requestId }, { refetchInterval: pollPause })
  const { phase, done, total } = data ?? { phase: 'none', done: 0, total: 0 }
  const words = t(`importing.phase-${phase}`, { done, total })
  return (
    <div className="import-running">
      <span role="status">{words}</span>
      <Progress
        aria-label={words}
        percent={total > 0 ? Math.floor((done / total) * 100) : 0}
        showInfo={total > 0}
        status="active"
        size="small"
      />
      <Button onClick={onStop}>{t('importing.stop')}</Button>
    </div>
  )
}
