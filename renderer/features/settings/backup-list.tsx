import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup } from '../../../shared/contract/shapes.ts'
import { useCall } from '../../transport/use-call.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { Failure } from '../../ui/failure.tsx'
import { fileSize } from '../../ui/file-size.ts'
import { localDateTime } from '../../ui/local-time.ts'
import { useCommand } from '../../ui/use-command.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { RestoreDialog } from './restore-dialog.tsx'

/** The backups in words, newest first, with the way back to each for whoever may go it. */
export function BackupList({ mayRestore }: { mayRestore: boolean }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const send = useCommand('backups.list', 'backups.health', 'app.status')
  const list = useCall('backups.list', {})
  const [busy, setBusy] = useState(false)
  const [chosen, setChosen] = useState<Backup>()
  const take = async () => {
    setBusy(true)
    const outcome = await send('backups.take', {})
    setBusy(false)
    if (outcome.ok) void message.success(t('backup.taken'))
    else void message.error(errorText(outcome.error), 8)
  }
  return (
    <div className="sheet">
      <div className="tools">
        <h2>{t('backup.list')}</h2>
        <span className="tools-end">
          <Button type="primary" loading={busy} onClick={() => void take()}>
            {t('backup.take')}
          </Button>
        </span>
      </div>
      <p className="explain">
        {busy ? t('backup.taking') : t('backup.means')} {!mayRestore && t('backup.onlyManagers')}
      </p>
      {list.error ? (
        <Failure error={list.error.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Waiting text={t('policy.loading')} />
      ) : list.data.backups.length === 0 ? (
        <p className="explain">{t('backup.none')}</p>
      ) : (
        <BackupTable backups={list.data.backups} onRestore={mayRestore ? setChosen : undefined} />
      )}
      {chosen && <RestoreDialog backup={chosen} onClose={() => setChosen(undefined)} />}
    </div>
  )
}

interface BackupTableProps {
  readonly backups: readonly Backup[]
  readonly onRestore: ((backup: Backup) => void) | undefined
}

function BackupTable({ backups, onRestore }: BackupTableProps) {
  const { t } = useTranslation()
  // What the last restore replaced is the way back from it.
  const before = backups.find(({ reason }) => reason === 'restore')
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{t('backup.when')}</th>
          <th scope="col">{t('backup.why')}</th>
          <th scope="col" className="amount">
            {t('backup.customers')}
          </th>
          <th scope="col" className="amount">
            {t('backup.applications')}
          </th>
          <th scope="col" className="amount">
            {t('backup.size')}
          </th>
          <th scope="col" className="row-actions" aria-label={t('backup.restoreConfirm')} />
        </tr>
      </thead>
      <tbody>
        {backups.map(backup => (
          <tr key={backup.file}>
            <th scope="row">{localDateTime(backup.at)}</th>
            <td>{t(`backup.reason-${backup.reason ?? 'unknown'}`)}</td>
            <td className="amount">{backup.customers}</td>
            <td className="amount">{backup.applications}</td>
            <td className="amount">{fileSize(backup.bytes)}</td>
            <td className="row-actions amount">
              {onRestore && (
                <Button size="small" onClick={() => onRestore(backup)}>
                  {t(backup === before ? 'backup.revert' : 'backup.restore')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
