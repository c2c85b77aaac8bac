import { Alert, Button, Form, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallError } from '../../../shared/contract/errors.ts'
import type { Status } from '../../../shared/contract/shapes.ts'
import { transport } from '../../transport/index.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { Gate } from './gate.tsx'

interface UnlockProps {
  readonly status: Status
  readonly onUnlocked: (status: Status) => void
  readonly onSwitch: () => void
}

/** The lock: the password of whoever is signed in, or somebody else takes over. */
export function Unlock({ status, onUnlocked, onSwitch }: UnlockProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const [form] = Form.useForm<{ password: string }>()
  const [error, setError] = useState<CallError>()
  const [busy, setBusy] = useState(false)
  const password = useRef<InputRef>(null)
  useEffect(() => password.current?.focus(), [])
  const unlock = async (answers: { password: string }) => {
    setBusy(true)
    const outcome = await transport.call('session.unlock', answers)
    setBusy(false)
    if (outcome.ok) return onUnlocked(outcome.value)
    setError(outcome.error)
    form.setFieldValue('password', '')
    password.current?.focus()
  }
  return (
    <Gate label={t('app.name')}>
      <h1>{t('accounts.locked')}</h1>
      <p>{t('accounts.lockedMeans', { name: status.actor?.name ?? '' })}</p>
      {error && <Alert type="error" title={errorText(error)} role="alert" />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={answers => void unlock(answers)}>
        <Form.Item
          name="password"
          label={t('accounts.password')}
          rules={[{ required: true, message: t('accounts.passwordMissing') }]}
          validateTrigger={[]}
        >
          <Input.Password ref={password} maxLength={200} autoComplete="current-password" />
        </Form.Item>
        <div className="gate-tools">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('accounts.unlock')}
          </Button>
          <Button onClick={onSwitch}>{t('accounts.switchUser')}</Button>
        </div>
      </Form>
    </Gate>
  )
}
