import { App, Button, List } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../../shared/contract/errors.ts'
import type { Backup, Status } from '../../../shared/contract/shapes.ts'
import { transport } from '../../transport/index.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { useBackupWords } from '../../ui/backup-words.ts'

const restorable = new Set(['data-damaged', 'data-foreign', 'migration-failed'])

/** The data could not be opened: says why, and what can be done about it. Nothing is touched until the person chooses. */
export function Broken({ status, onChanged }: { status: Status; onChanged: (status: Status) => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const backupWords = useBackupWords()
  const [backups, setBackups] = useState<readonly Backup[]>()
  const [busy, setBusy] = useState(false)
  const code = status.problem?.code ?? 'data-unreachable'

  const change = async (outcome: Promise<Outcome<Status>>) => {
    setBusy(true)
    const answer = await outcome
    setBusy(false)
    if (answer.ok) onChanged(answer.value)
    else void message.error(errorText(answer.error))
  }
  const listBackups = async () => {
    const outcome = await transport.call('app.backups', {})
    if (outcome.ok) setBackups(outcome.value.backups)
    else void message.error(errorText(outcome.error))
  }
  const copyReport = async () => {
    const outcome = await transport.call('app.report', {})
    if (!outcome.ok) return void message.error(errorText(outcome.error))
    await navigator.clipboard.writeText(outcome.value.text)
    void message.success(t('broken.reportCopied'))
  }
  return (
    <main className="start" role="alert">
      <h1>{t(`broken.${code}-title`)}</h1>
      <p>{t(`broken.${code}-next`, { holder: status.problem?.holder ?? '' })}</p>
      <p className="note-inline">{t('start.dataDir', { dir: status.dataDir })}</p>
      <div className="tools">
        <Button type="primary" loading={busy} onClick={() => void change(transport.call('app.reopen', {}))}>
          {t('common.retry')}
        </Button>
        {restorable.has(code) && <Button onClick={() => void listBackups()}>{t('broken.restore')}</Button>}
        <Button onClick={() => void copyReport()}>{t('broken.copyReport')}</Button>
        {transport.kind === 'electron' && (
          <>
            <Button onClick={() => void transport.windowCall('window.showDataFolder', {})}>
              {t('broken.showFolder')}
            </Button>
            <Button onClick={() => void transport.windowCall('window.quit', {})}>{t('broken.quit')}</Button>
          </>
        )}
      </div>
      {backups && (
        <List
          bordered
          dataSource={[...backups]}
          locale={{ emptyText: t('broken.noBackups') }}
          renderItem={backup => (
            <List.Item
              actions={[
                <Button
                  key="take"
                  size="small"
                  disabled={busy}
                  onClick={() => void change(transport.call('app.restore', { file: backup.file }))}
                >
                  {t('broken.take')}
                </Button>,
              ]}
            >
              {backupWords(backup)}
            </List.Item>
          )}
        />
      )}
    </main>
  )
}
