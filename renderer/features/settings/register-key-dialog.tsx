import { App, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/contract/account-calls.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'

interface Answers {
  readonly publicKey: string
  readonly password: string
}

/** Takes down the public key of an approver, who has brought it and types the own password here. */
export function RegisterKeyDialog({ account: { id, name }, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const send = useCommand('accounts.list')
  const required = [{ required: true, whitespace: true, message: t('start.required') }]
  return (
    <FormDialog<Answers>
      title={t('policy.registerKeyTitle', { name })}
      okText={t('policy.registerKey')}
      onClose={onClose}
      onSend={async ({ publicKey, password }, requestId) => {
        const outcome = await send('keys.register', { requestId, account: id, publicKey: publicKey.trim(), password })
        if (outcome.ok) void message.success(t('policy.keyRegistered', { name }))
        else if (outcome.error.code === 'invalid-input')
          return { ok: false, error: { ...outcome.error, fields: [t('policy.publicKey')] } }
        return outcome
      }}
    >
      <p className="explain">{t('policy.registerKeyMeans', { name })}</p>
      <Form.Item name="publicKey" label={t('policy.publicKey')} rules={required}>
        <Input.TextArea rows={2} maxLength={200} spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={t('policy.ownersPassword', { name })} rules={required}>
        <Input.Password autoComplete="off" maxLength={200} visibilityToggle={false} />
      </Form.Item>
    </FormDialog>
  )
}
