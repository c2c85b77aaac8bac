import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFile } from '../../../form/file-context.ts'
import { transport } from '../../../transport/index.ts'
import { useEntryRules } from '../../../ui/entry-rules.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { useDelivery } from '../../../ui/use-delivery.ts'
import { useToday } from '../../../ui/use-today.ts'
import type { AboutPerson } from './record-consent-dialog.tsx'

interface Answers {
  readonly reason: string
}

/** Everything that is kept about a person as a workbook for that person, with the reason for the log. */
export function CopyDialog({ customerId, subject, name, onClose }: AboutPerson) {
  const { t } = useTranslation()
  const { language } = useFile()
  const rules = useEntryRules(useToday())
  const delivery = useDelivery()
  return (
    <FormDialog<Answers>
      title={t('personal.copyTitle', { person: name })}
      okText={t('personal.copyMake')}
      initial={{ reason: '' }}
      onClose={onClose}
      onSend={async ({ reason }) => {
        // What went wrong is said by the delivery itself.
        const order = { customerId, subject, reason: reason.trim(), language }
        await delivery.run(requestId => transport.call('personal.copy', { requestId, ...order }))
        return { ok: true, value: {} }
      }}
    >
      <p>{t('personal.copyMeans')}</p>
      <Form.Item name="reason" label={t('personal.copyReason')} rules={[rules.reason]}>
        <Input autoComplete="off" maxLength={500} />
      </Form.Item>
    </FormDialog>
  )
}
