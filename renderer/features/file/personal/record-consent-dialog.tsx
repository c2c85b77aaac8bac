import { App, Checkbox, Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { consentManners, type PersonalClass, personalClasses } from '../../../../shared/domain/personal.ts'
import { useCall } from '../../../transport/use-call.ts'
import { DayInput } from '../../../ui/day-input.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { useCommand } from '../../../ui/use-command.ts'
import { useToday } from '../../../ui/use-today.ts'
import { usePastDay } from './use-past-day.ts'

interface Answers {
  readonly classes: readonly PersonalClass[]
  readonly givenOn: string
  readonly manner: (typeof consentManners)[number]
  readonly note?: string
  readonly attachmentId?: number | null
}

/** The person of a card that a consent is about. */
export interface AboutPerson {
  readonly customerId: number
  readonly subject: string
  readonly name: string
  readonly onClose: () => void
}

interface RecordConsentProps extends AboutPerson {
  /** The kind of the box from which it was asked for; nothing else is ticked beforehand, as only the person can say it. */
  readonly wanted: PersonalClass | undefined
}

/** Records what a person has agreed to: which kinds, when, how, and the paper that shows it. */
export function RecordConsentDialog({ customerId, subject, name, wanted, onClose }: RecordConsentProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const send = useCommand('personal.consents')
  const today = useToday()
  const pastDay = usePastDay()
  const papers = useCall('attachments.list', { customerId })
  return (
    <FormDialog<Answers>
      width={640}
      title={t('personal.recordTitle', { person: name })}
      okText={t('personal.record')}
      initial={{
        classes: wanted ? [wanted] : [],
        givenOn: today,
        manner: 'written',
        attachmentId: null,
      }}
      onClose={onClose}
      onSend={async ({ classes, givenOn, manner, note, attachmentId }, requestId) => {
        const outcome = await send('personal.recordConsent', {
          requestId,
          customerId,
          subject,
          classes: [...classes],
          givenOn,
          manner,
          note: note?.trim() || null,
          attachmentId: attachmentId ?? null,
        })
        if (outcome.ok) void message.success(t('personal.recorded'))
        return outcome
      }}
    >
      <p>{t('personal.recordMeans')}</p>
      <Form.Item
        name="classes"
        label={t('personal.classes')}
        rules={[{ required: true, type: 'array', min: 1, message: t('personal.classesMissing') }]}
      >
        <Checkbox.Group
          options={personalClasses.map(group => ({ value: group, label: t(`personal.class-${group}`) }))}
        />
      </Form.Item>
      <div className="pair">
        <Form.Item name="givenOn" label={t('personal.givenOn')} rules={[pastDay]}>
          <DayInput />
        </Form.Item>
        <Form.Item name="manner" label={t('personal.manner')}>
          <Radio.Group options={consentManners.map(value => ({ value, label: t(`personal.manner-${value}`) }))} />
        </Form.Item>
      </div>
      <Form.Item name="note" label={t('personal.note')}>
        <Input autoComplete="off" maxLength={500} placeholder={t('personal.noteHint')} />
      </Form.Item>
      <Form.Item name="attachmentId" label={t('personal.proof')}>
        <Select
          loading={papers.isPending}
          options={[
            { value: null, label: t('personal.proofNone') },
            ...(papers.data?.attachments ?? []).map(({ id, fileName }) => ({ value: id, label: fileName })),
          ]}
        />
      </Form.Item>
    </FormDialog>
  )
}
