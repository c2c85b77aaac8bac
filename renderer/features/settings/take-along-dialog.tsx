import { App, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'

/** Packs everything into one file, after the password was given: it leaves the house. */
export function TakeAlongDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const send = useCommand('backups.list')
  return (
    <FormDialog<{ readonly password: string }>
      title={t('backup.takeAlongTitle')}
      okText={t('backup.takeAlongTitle')}
      onClose={onClose}
      onSend={async ({ password }, requestId) => {
        const outcome = await send('backups.takeAlong', { requestId, password })
        if (outcome.ok) {
          const { savedTo, fileName } = outcome.value
          void message.success(t(savedTo ? 'export.savedTo' : 'export.downloaded', { file: savedTo ?? fileName }), 6)
        }
        return outcome
      }}
    >
      <p>{t('backup.takeAlongMeans')}</p>
      <Form.Item
        name="password"
        label={t('backup.restorePassword')}
        rules={[{ required: true, message: t('start.required') }]}
      >
        <Input type="password" autoComplete="current-password" maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
