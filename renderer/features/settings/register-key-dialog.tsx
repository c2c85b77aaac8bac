import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/contract/account-calls.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'

interface Answers {
  readonly publicKey: string
  readonly password: string
}

/** Takes down the public key with which somebody's own copy of the program signs packets; the person is there and gives the password. */
export function RegisterKeyDialog({ account: { id, name }, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation()
  const send = useCommand('accounts.list')
  const required = [{ required: true, whitespace: true, message: t('start.required') }]
  return (
    <FormDialog<Answers>
      title={t('policy.registerKeyTitle', { name })}
      okText={t('policy.registerKey')}
      onClose={onClose}
      onSend={({ publicKey, password }, requestId) =>
        send('keys.register', { requestId, account: id, publicKey: publicKey.trim(), password })
      }
    >
      <p className="explain">{t('policy.registerKeyMeans', { name })}</p>
      <Form.Item name="publicKey" label={t('policy.publicKey')} rules={required}>
        <Input autoFocus maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="password" label={t('policy.passwordOf', { name })} rules={required}>
        <Input.Password maxLength={200} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  )
}
