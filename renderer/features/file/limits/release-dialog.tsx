import { App, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LimitToday } from '../../../../shared/contract/application-calls.ts'
import { formatMoney } from '../../../../shared/domain/money.ts'
import { useFile } from '../../../form/file-context.ts'
import { dayOf, useEntryRules } from '../../../ui/entry-rules.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { useCommand } from '../../../ui/use-command.ts'

interface ReleaseDialogProps {
  readonly applicationId: number
  readonly limit: LimitToday
  readonly onClose: () => void
}

/** 首单上限: opens the whole of a first limit after one full invoice was paid on time from the customer's own account (rules 3). */
export function ReleaseDialog({ applicationId, limit, onClose }: ReleaseDialogProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { today } = useFile()
  const rules = useEntryRules(today)
  const command = useCommand('limits.ofCustomer', 'applications.open')
  const release = async (paidOn: string, invoice: string, requestId: string) => {
    const input = { requestId, applicationId, paidOn: dayOf(paidOn, today) ?? today, invoice }
    const outcome = await command('limits.release', input)
    if (outcome.ok) void message.success(t('limits.released'))
    return outcome
  }
  return (
    <FormDialog<{ readonly paidOn: string; readonly invoice: string }>
      title={t('limits.releaseTitle')}
      okText={t('limits.release')}
      initial={{ paidOn: today }}
      onSend={({ paidOn, invoice }, requestId) => release(paidOn, invoice, requestId)}
      onClose={onClose}
    >
      <p>{t('limits.releaseMeans', { usable: formatMoney(limit.standing), approved: formatMoney(limit.approved) })}</p>
      <Form.Item name="paidOn" label={t('limits.paidOn')} rules={[rules.day]}>
        <Input autoFocus autoComplete="off" placeholder="2026-01-31" />
      </Form.Item>
      <Form.Item name="invoice" label={t('limits.invoice')} rules={[rules.required]}>
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
    </FormDialog>
  )
}
