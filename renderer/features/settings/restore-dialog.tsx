import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Backup } from '../../../shared/contract/shapes.ts'
import { transport } from '../../transport/index.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { localDateTime } from '../../ui/local-time.ts'

interface Answers {
  readonly reason: string
  readonly password: string
}

/** Asks before a backup takes the place of the data; afterwards the window begins anew, for nothing that it shows is true any more. */
export function RestoreDialog({ backup, onClose }: { backup: Backup; onClose: () => void }) {
  const { t } = useTranslation()
  const required = [{ required: true, whitespace: true, message: t('start.required') }]
  return (
    <FormDialog<Answers>
      title={t('backup.restoreTitle', { time: localDateTime(backup.at) })}
      okText={t('backup.restoreConfirm')}
      onClose={onClose}
      onSend={async answers => {
        const outcome = await transport.call('backups.restore', { file: backup.file, ...answers })
        if (outcome.ok) window.location.reload()
        return outcome
      }}
    >
      <p>{t('backup.restoreMeans', { customers: backup.customers, applications: backup.applications })}</p>
      <Form.Item name="reason" label={t('backup.restoreReason')} rules={required}>
        <Input maxLength={200} placeholder={t('backup.restoreReasonHint')} />
      </Form.Item>
      <Form.Item name="password" label={t('backup.restorePassword')} rules={required}>
        <Input type="password" autoComplete="current-password" maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
