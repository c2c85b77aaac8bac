import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { passphraseLength } from '../../../shared/domain/backups.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'

interface Answers {
  readonly passphrase: string
  readonly repeated: string
  readonly password: string
}

/** Sets the passphrase of backups; what comes back is the recovery code. */
export function PassphraseDialog({ onCode, onClose }: { onCode: (code: string) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const send = useCommand('backups.list')
  const required = { required: true, message: t('start.required') }
  return (
    <FormDialog<Answers>
      title={t('backup.passphraseTitle')}
      okText={t('common.save')}
      onClose={onClose}
      onSend={async ({ passphrase, password }) => {
        const outcome = await send('backups.setPassphrase', { passphrase, password })
        if (outcome.ok) onCode(outcome.value.code)
        return outcome
      }}
    >
      <p>{t('backup.passphraseMeans')}</p>
      <Form.Item
        name="passphrase"
        label={t('backup.passphraseAsk')}
        rules={[required, { min: passphraseLength, message: t('backup.passphraseAsk') }]}
      >
        <Input type="password" autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={t('backup.passphraseRepeat')}
        dependencies={['passphrase']}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: (_, repeated) =>
              repeated === getFieldValue('passphrase')
                ? Promise.resolve()
                : Promise.reject(new Error(t('backup.passphraseDiffers'))),
          }),
        ]}
      >
        <Input type="password" autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item name="password" label={t('backup.restorePassword')} rules={[required]}>
        <Input type="password" autoComplete="current-password" maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
