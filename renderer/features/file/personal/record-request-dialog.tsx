import { App, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { requestKinds } from '../../../../shared/domain/personal.ts'
import { DayInput } from '../../../ui/day-input.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { useCommand } from '../../../ui/use-command.ts'
import { useToday } from '../../../ui/use-today.ts'
import type { AboutPerson } from './record-consent-dialog.tsx'
import { usePastDay } from './use-past-day.ts'

interface Answers {
  readonly kind: (typeof requestKinds)[number]
  readonly receivedOn: string
  readonly note?: string
}

/** Notes what a person asked for and on which day. */
export function RecordRequestDialog({ customerId, subject, name, onClose }: AboutPerson) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const send = useCommand('personal.ofPerson', 'today.summary', 'today.rows')
  const today = useToday()
  const pastDay = usePastDay()
  return (
    <FormDialog<Answers>
      title={t('personal.requestTitle', { person: name })}
      okText={t('personal.request')}
      initial={{ kind: 'show', receivedOn: today }}
      onClose={onClose}
      onSend={async ({ kind, receivedOn, note }, requestId) => {
        const asked = { requestId, customerId, subject, kind, receivedOn, note: note?.trim() || null }
        const outcome = await send('personal.request', asked)
        if (outcome.ok) void message.success(t('personal.requested', { day: outcome.value.dueOn }))
        return outcome
      }}
    >
      <p>{t('personal.requestMeans')}</p>
      <Form.Item name="kind" label={t('personal.requestKind')}>
        <Radio.Group options={requestKinds.map(value => ({ value, label: t(`personal.kind-${value}`) }))} />
      </Form.Item>
      <Form.Item name="receivedOn" label={t('personal.receivedOn')} rules={[pastDay]}>
        <DayInput />
      </Form.Item>
      <Form.Item name="note" label={t('personal.note')}>
        <Input autoComplete="off" maxLength={500} />
      </Form.Item>
    </FormDialog>
  )
}
