import { Alert, App, Form, Input, Radio } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonalRequest } from '../../../../shared/contract/personal-calls.ts'
import { type ErasureScope, erasureScopes } from '../../../../shared/domain/erasure.ts'
import { isIndividual, ownerSubject } from '../../../../shared/domain/personal.ts'
import type { Values } from '../../../../shared/catalogue/field.ts'
import { useFile } from '../../../form/file-context.ts'
import { useCall } from '../../../transport/use-call.ts'
import { useEntryRules } from '../../../ui/entry-rules.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { useCommand } from '../../../ui/use-command.ts'
import { useToday } from '../../../ui/use-today.ts'
import type { AboutPerson } from './record-consent-dialog.tsx'

interface Answers {
  readonly scope: ErasureScope
  readonly reason: string
  readonly password: string
}

interface EraseDialogProps extends AboutPerson {
  readonly requests: readonly PersonalRequest[]
  /** The card says less than it did. */
  readonly onErased: () => void
}

/** Erases what is kept about a person: the request is noted, what stands against it is said, and the password confirms it. */
export function EraseDialog({ customerId, subject, name, requests, onErased, onClose }: EraseDialogProps) {
  const { t } = useTranslation()
  const { store } = useFile()
  const { message } = App.useApp()
  const [form] = Form.useForm<Answers>()
  const send = useCommand('personal.ofPerson', 'personal.consents', 'personal.retention', 'today.summary', 'today.rows')
  const today = useToday()
  const rules = useEntryRules(today)
  const scope = Form.useWatch('scope', form) ?? 'delicate'
  const preview = useCall('personal.erasurePreview', { customerId, subject, scope })
  // A second try goes on with the request of the first one.
  const noted = useRef(requests.find(({ kind, state }) => kind === 'delete' && state === 'open')?.id)
  const note = async () => {
    if (noted.current !== undefined) return undefined
    const asked = { customerId, subject, kind: 'delete' as const, receivedOn: today, note: null }
    const outcome = await send('personal.request', { requestId: crypto.randomUUID(), ...asked })
    if (!outcome.ok) return outcome
    noted.current = outcome.value.id
    return undefined
  }
  const erase = async ({ reason, password, ...answers }: Answers, requestId: string) => {
    const refused = await note()
    if (refused) return refused
    const order = { customerId, subject, scope: answers.scope, reason: reason.trim(), password }
    const outcome = await send('personal.erase', { requestId, ...order })
    if (!outcome.ok) return outcome
    void message.success(t('personal.erased'))
    onErased()
    if (noted.current === undefined) return outcome
    const end = { requestId: crypto.randomUUID(), id: noted.current, done: true, outcome: '' }
    return send('personal.closeRequest', end)
  }
  return (
    <FormDialog<Answers>
      form={form}
      width={640}
      title={t('personal.eraseTitle', { person: name })}
      okText={t('personal.eraseNow')}
      initial={{ scope: 'delicate', reason: '', password: '' }}
      onClose={onClose}
      onSend={erase}
    >
      <p>{t('personal.eraseMeans')}</p>
      <Form.Item name="scope" label={t('personal.eraseScope')}>
        <Radio.Group
          options={scopesFor(subject, store.values).map(value => ({ value, label: t(`personal.scope-${value}`) }))}
        />
      </Form.Item>
      {preview.data && (
        <p className="note-inline">
          {t('personal.eraseCounts', {
            boxes: preview.data.counts.boxes,
            history: preview.data.counts.history,
            papers: preview.data.counts.papers,
            backups: preview.data.backups.count,
            until: preview.data.backups.until ?? '—',
          })}
        </p>
      )}
      {preview.data && preview.data.obstacles.length > 0 && (
        <Alert
          type="warning"
          title={preview.data.obstacles.map(({ code, detail }) => t(`personal.obstacle-${code}`, { detail })).join(' ')}
        />
      )}
      <Form.Item name="reason" label={t('personal.copyReason')} rules={[rules.reason]}>
        <Input autoComplete="off" maxLength={2000} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('policy.password')}
        rules={[{ required: true, message: t('start.required') }]}
      >
        <Input.Password autoComplete="current-password" visibilityToggle={false} />
      </Form.Item>
    </FormDialog>
  )
}

/** Only of the first person in charge a card can keep a health, and only of an individual an account. */
function scopesFor(subject: string, values: Values): readonly ErasureScope[] {
  const isKept = (scope: ErasureScope) =>
    scope === 'health'
      ? subject === ownerSubject
      : scope !== 'bankAccount' || (subject === ownerSubject && isIndividual(values))
  return erasureScopes.filter(isKept)
}
