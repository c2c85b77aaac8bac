import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ApplicationRow } from '../../../../shared/contract/application-calls.ts'
import type { Outcome } from '../../../../shared/contract/errors.ts'
import { useFile } from '../../../form/file-context.ts'
import { useEntryRules } from '../../../ui/entry-rules.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'

interface WithdrawDialogProps {
  readonly row: ApplicationRow
  readonly onWithdraw: (reason: string, requestId: string) => Promise<Outcome<unknown>>
  readonly onClose: () => void
}

/** Takes a submitted application back, or asks whoever's turn it is to give it back once somebody has signed. */
export function WithdrawDialog({ row, onWithdraw, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation()
  const { today } = useFile()
  const rules = useEntryRules(today)
  return (
    <FormDialog<{ readonly reason: string }>
      title={t('limits.withdrawTitle', { number: row.number })}
      okText={t('limits.withdraw')}
      onSend={({ reason }, requestId) => onWithdraw(reason.trim(), requestId)}
      onClose={onClose}
    >
      <p>{t('limits.withdrawMeans')}</p>
      <Form.Item name="reason" label={t('limits.reason')} rules={[rules.reason]}>
        <Input.TextArea autoFocus rows={2} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  )
}
