import { Alert, Button, Form, Input, type InputRef, type RefSelectProps, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/contract.ts'
import type { CallError } from '../../../shared/contract/errors.ts'
import type { Status } from '../../../shared/contract/shapes.ts'
import { samplePassword } from '../../../shared/domain/sample.ts'
import { transport } from '../../transport/index.ts'
import { useFreshCall } from '../../transport/use-call.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { Failure } from '../../ui/failure.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { Gate } from './gate.tsx'

interface SignInProps {
  readonly status: Status
  /** Somebody else takes over: the name is chosen first. */
  readonly isSwitch: boolean
  readonly onSignedIn: (status: Status) => void
}

/** Signing in: one's name, the password, Enter. */
export function SignIn({ status, isSwitch, onSignedIn }: SignInProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = useFreshCall('session.people', {})
  return (
    <Gate label={t('app.name')}>
      <h1>{status.company}</h1>
      {data ? (
        <SignInForm people={data.people} isSwitch={isSwitch} onSignedIn={onSignedIn} />
      ) : error ? (
        <Failure error={error.error} onRetry={() => void refetch()} />
      ) : (
        <Waiting text={t('accounts.noPeople')} />
      )}
      {status.sample && <p className="gate-note">{t('accounts.samplePassword', { password: samplePassword })}</p>}
    </Gate>
  )
}

interface Answers {
  readonly id: number
  readonly password: string
}

interface SignInFormProps {
  readonly people: Output<'session.people'>['people']
  readonly isSwitch: boolean
  readonly onSignedIn: (status: Status) => void
}

function SignInForm({ people, isSwitch, onSignedIn }: SignInFormProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const [form] = Form.useForm<Answers>()
  const [error, setError] = useState<CallError>()
  const [busy, setBusy] = useState(false)
  const chooser = useRef<RefSelectProps>(null)
  const password = useRef<InputRef>(null)
  useEffect(() => (isSwitch ? chooser : password).current?.focus(), [isSwitch])
  const signIn = async (answers: Answers) => {
    setBusy(true)
    const outcome = await transport.call('session.signIn', answers)
    setBusy(false)
    if (outcome.ok) return onSignedIn(outcome.value.status)
    setError(outcome.error)
    form.setFieldValue('password', '')
    password.current?.focus()
  }
  const [last] = people
  return (
    <Form<Answers>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ ...(last && { id: last.id }), password: '' }}
      onFinish={answers => void signIn(answers)}
    >
      {error && <Alert type="error" title={errorText(error)} role="alert" />}
      <Form.Item name="id" label={t('accounts.who')}>
        <Select
          ref={chooser}
          showSearch={{ optionFilterProp: 'label' }}
          // The list has to lie in the dialog: nothing outside of it can be reached.
          getPopupContainer={(trigger: HTMLElement) => trigger.parentElement ?? trigger}
          options={people.map(({ id, name, staffNo }) => ({
            value: id,
            label: staffNo === null ? name : t('accounts.namesake', { name, staffNo }),
          }))}
          onSelect={() => password.current?.focus()}
        />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('accounts.password')}
        rules={[{ required: true, message: t('accounts.passwordMissing') }]}
        validateTrigger={[]}
      >
        <Input.Password ref={password} maxLength={200} autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy} block>
        {t('accounts.signIn')}
      </Button>
    </Form>
  )
}
