import { App, Checkbox, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PersonalClass } from '../../../../shared/domain/personal.ts'
import { DayInput } from '../../../ui/day-input.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { useCommand } from '../../../ui/use-command.ts'
import { useToday } from '../../../ui/use-today.ts'
import type { AboutPerson } from './record-consent-dialog.tsx'
import { usePastDay } from './use-past-day.ts'

const readFor = 8 // seconds

interface Answers {
  readonly classes: readonly PersonalClass[]
  readonly withdrawnOn: string
  readonly note?: string
}

interface WithdrawConsentProps extends AboutPerson {
  /** What the person agrees to at this moment. */
  readonly inForce: readonly PersonalClass[]
}

/** Records that a person takes consent back: the boxes are closed again. */
export function WithdrawConsentDialog({ customerId, subject, name, inForce, onClose }: WithdrawConsentProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const send = useCommand('personal.consents')
  const today = useToday()
  const pastDay = usePastDay()
  return (
    <FormDialog<Answers>
      title={t('personal.withdrawTitle', { person: name })}
      okText={t('personal.withdraw')}
      initial={{ classes: inForce, withdrawnOn: today }}
      onClose={onClose}
      onSend={async ({ classes, withdrawnOn, note }, requestId) => {
        const outcome = await send('personal.withdrawConsent', {
          requestId,
          customerId,
          subject,
          classes: [...classes],
          withdrawnOn,
          note: note?.trim() || null,
        })
        if (outcome.ok) void message.success(t('personal.deleteAsk'), readFor)
        return outcome
      }}
    >
      <p>{t('personal.withdrawMeans')}</p>
      <Form.Item
        name="classes"
        label={t('personal.withdrawClasses')}
        rules={[{ required: true, type: 'array', min: 1, message: t('personal.classesMissing') }]}
      >
        <Checkbox.Group options={inForce.map(group => ({ value: group, label: t(`personal.class-${group}`) }))} />
      </Form.Item>
      <Form.Item name="withdrawnOn" label={t('personal.withdrawnDay')} rules={[pastDay]}>
        <DayInput />
      </Form.Item>
      <Form.Item name="note" label={t('personal.note')}>
        <Input autoComplete="off" maxLength={500} />
      </Form.Item>
    </FormDialog>
  )
}
