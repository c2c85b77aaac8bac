import { App, Checkbox, Form, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Purpose } from '../../../shared/contract/personal-calls.ts'
import { isSensitive, type PersonalClass } from '../../../shared/domain/personal.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'

interface PurposeDialogProps {
  readonly group: PersonalClass
  /** What holds until now. */
  readonly purpose: Purpose | undefined
  readonly onClose: () => void
}

type Answers = Pick<Purpose, 'purpose' | 'necessity' | 'retentionMonths' | 'needsConsent'>

const longest = 500 // characters
const bounds = { least: 1, most: 240 } // months
const usualMonths = 24

/** Says what a group of personal data is kept for, as a new version. */
export function PurposeDialog({ group, purpose, onClose }: PurposeDialogProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const send = useCommand('personal.purposes')
  const needed = { required: true, whitespace: true, min: 2, message: t('start.required') }
  const always = isSensitive(group)
  return (
    <FormDialog<Answers>
      width={640}
      title={t('personal.setTitle', { class: t(`personal.class-${group}`) })}
      okText={t('common.save')}
      initial={purpose ?? { purpose: '', necessity: '', retentionMonths: usualMonths, needsConsent: always }}
      onClose={onClose}
      onSend={async ({ retentionMonths, ...said }, requestId) => {
        const { purpose: what, necessity, needsConsent } = said
        const asked = { class: group, purpose: what, necessity, retentionMonths, needsConsent }
        const outcome = await send('personal.setPurpose', { requestId, ...asked })
        if (outcome.ok) void message.success(t('personal.purposeSaved'))
        return outcome
      }}
    >
      <p>{t(`personal.classMeans-${group}`)}</p>
      <Form.Item name="purpose" label={t('personal.purpose')} rules={[needed]}>
        <Input.TextArea rows={2} maxLength={longest} />
      </Form.Item>
      <Form.Item name="necessity" label={t('personal.necessity')} rules={[needed]}>
        <Input.TextArea rows={2} maxLength={longest} />
      </Form.Item>
      <Form.Item
        name="retentionMonths"
        label={t('personal.retention')}
        extra={t('personal.retentionMeans')}
        rules={[
          {
            required: true,
            type: 'integer',
            min: bounds.least,
            max: bounds.most,
            message: t('policy.outOfRange', bounds),
          },
        ]}
      >
        <InputNumber />
      </Form.Item>
      <Form.Item name="needsConsent" valuePropName="checked" {...(always && { extra: t('personal.consentAlways') })}>
        <Checkbox disabled={always}>{t('personal.consentAsked')}</Checkbox>
      </Form.Item>
    </FormDialog>
  )
}
