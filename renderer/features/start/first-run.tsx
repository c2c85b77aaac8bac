import { Alert, App, Button, Form, Input, Select } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallError } from '../../../shared/contract/errors.ts'
import type { Status } from '../../../shared/contract/shapes.ts'
import type { Language } from '../../../shared/text/language.ts'
import { transport } from '../../transport/index.ts'
import { BringInDialog } from '../../ui/bring-in-dialog.tsx'
import { useErrorText } from '../../ui/error-text.ts'
import { languageNames } from '../../ui/language-names.ts'
import { NewPasswordFields } from '../../ui/new-password-fields.tsx'

interface Answers {
  readonly company: string
  readonly person: string
  readonly newPassword: string
  readonly language: Language
}

interface FirstRunProps {
  readonly status: Status
  readonly onDone: (status: Status) => void
  /** The data of another computer were brought in instead; somebody has to sign in. */
  readonly onBroughtIn: (status: Status) => void
}

/** First run: the company, the first administrator and the language; nothing more stands between a clerk and the first card. */
export function FirstRun({ status, onDone, onBroughtIn }: FirstRunProps) {
  const { t, i18n } = useTranslation()
  const errorText = useErrorText()
  const [error, setError] = useState<CallError>()
  const [busy, setBusy] = useState(false)
  const [isBringing, setBringing] = useState(false)
  const { message } = App.useApp()
  const finish = async ({ company, person, newPassword, language }: Answers) => {
    setBusy(true)
    const outcome = await transport.call('app.setUp', { company, person, password: newPassword, language })
    setBusy(false)
    if (outcome.ok) onDone(outcome.value.status)
    else setError(outcome.error)
  }
  const required = [{ required: true, whitespace: true, message: t('start.required') }]
  return (
    <main className="start">
      <h1>
        Kehu <small>{t('app.name')}</small>
      </h1>
      <p>{t('start.welcome')}</p>
      {error && <Alert type="error" title={errorText(error)} />}
      <Form<Answers>
        layout="vertical"
        initialValues={{ language: status.language, company: status.company ?? '' }}
        onFinish={answers => void finish(answers)}
        onKeyDown={moveOn}
        scrollToFirstError={{ focus: true }}
        requiredMark={false}
      >
        <Form.Item name="company" label={t('start.company')} rules={required}>
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item name="person" label={t('start.person')} rules={required}>
          <Input maxLength={60} />
        </Form.Item>
        <NewPasswordFields label={t('accounts.firstPassword')} repeat={t('accounts.repeatFirst')} />
        <Form.Item name="language" label={t('start.language')}>
          <Select options={languageNames} onChange={(value: Language) => void i18n.changeLanguage(value)} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('start.begin')}
        </Button>
      </Form>
      <p>
        <Button onClick={() => setBringing(true)}>{t('backup.firstBringIn')}</Button>
      </p>
      {isBringing && (
        <BringInDialog
          onClose={() => setBringing(false)}
          onSend={async (upload, secret) => {
            const outcome = await transport.call('app.bringIn', { upload, secret })
            if (!outcome.ok) return outcome
            const { status: next, missing } = outcome.value
            onBroughtIn(next)
            if (missing > 0) void message.warning(t('backup.broughtMissing', { count: missing }), 8)
            return outcome
          }}
        />
      )}
      <p className="note-inline">{t('accounts.firstMeans')}</p>
      <p className="note-inline">{t('start.dataDir', { dir: status.dataDir })}</p>
    </main>
  )
}

/** Enter goes on to the next empty box, as on the cards; where none is left it begins. */
function moveOn(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget } = event
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(target instanceof HTMLInputElement)) return
  const boxes = [...currentTarget.querySelectorAll<HTMLInputElement>('input:not([role=combobox])')]
  const here = boxes.indexOf(target)
  const next = here < 0 ? undefined : boxes.slice(here + 1).find(({ value }) => value === '')
  if (!next) return
  event.preventDefault()
  next.focus()
}
