import { Alert, App, Button, Form, type FormInstance, Input, type InputRef, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallError } from '../../../shared/contract/errors.ts'
import type { Status } from '../../../shared/contract/shapes.ts'
import { transport } from '../../transport/index.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { Gate } from './gate.tsx'
import { NewPasswordFields } from '../../ui/new-password-fields.tsx'

interface Answers {
  readonly password: string
  readonly newPassword: string
}

interface Change {
  readonly form: FormInstance<Answers>
  readonly busy: boolean
  readonly error: CallError | undefined
  readonly finish: (answers: Answers) => Promise<void>
}

function useChange(onChanged: (status: Status) => void): Change {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [form] = Form.useForm<Answers>()
  const [error, setError] = useState<CallError>()
  const [busy, setBusy] = useState(false)
  const finish = async ({ password, newPassword }: Answers) => {
    setBusy(true)
    const outcome = await transport.call('session.changePassword', { password, newPassword })
    setBusy(false)
    if (!outcome.ok) return setError(outcome.error)
    void message.success(t('accounts.changed'))
    onChanged(outcome.value)
  }
  return { form, busy, error, finish }
}

function PasswordForm({ change: { form, error, finish } }: { change: Change }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const first = useRef<InputRef>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <Form<Answers>
      form={form}
      id="change-password"
      layout="vertical"
      requiredMark={false}
      onFinish={answers => void finish(answers)}
    >
      {error && <Alert type="error" title={errorText(error)} role="alert" />}
      <Form.Item
        name="password"
        label={t('accounts.oldPassword')}
        rules={[{ required: true, message: t('accounts.passwordMissing') }]}
        validateTrigger={[]}
      >
        <Input.Password ref={first} maxLength={200} autoComplete="current-password" />
      </Form.Item>
      <NewPasswordFields label={t('accounts.newPassword')} repeat={t('accounts.repeatPassword')} unlike="password" />
    </Form>
  )
}

/** A password that somebody else has set has to be changed before anything else. */
export function ExpiredPassword({ status, onChanged }: { status: Status; onChanged: (status: Status) => void }) {
  const { t } = useTranslation()
  const change = useChange(onChanged)
  return (
    <Gate label={t('app.name')}>
      <h1>{t('accounts.expired')}</h1>
      <p>{t('accounts.expiredMeans', { name: status.actor?.name ?? '' })}</p>
      <PasswordForm change={change} />
      <Button type="primary" htmlType="submit" form="change-password" loading={change.busy}>
        {t('accounts.changePassword')}
      </Button>
    </Gate>
  )
}

interface ChangePasswordProps {
  readonly onChanged: (status: Status) => void
  readonly onClose: () => void
}

/** Changes the password because the person wants to. */
export function ChangePassword({ onChanged, onClose }: ChangePasswordProps) {
  const { t } = useTranslation()
  const change = useChange(status => {
    onClose()
    onChanged(status)
  })
  return (
    <Modal
      open
      title={t('accounts.changePassword')}
      okText={t('accounts.changePassword')}
      okButtonProps={{ loading: change.busy, htmlType: 'submit', form: 'change-password' }}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <PasswordForm change={change} />
    </Modal>
  )
}
