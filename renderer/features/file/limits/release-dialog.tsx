import { Alert, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LimitToday } from '../../../../shared/contract/application-calls.ts'
import type { CallError } from '../../../../shared/contract/errors.ts'
import { formatMoney } from '../../../../shared/domain/money.ts'
import { useFile } from '../../../form/file-context.ts'
import { transport } from '../../../transport/index.ts'
import { useErrorText } from '../../../ui/error-text.ts'
import { dayOf, useEntryRules } from '../../../ui/entry-rules.ts'

interface ReleaseDialogProps {
  readonly applicationId: number
  readonly limit: LimitToday
  readonly onReleased: () => void
  readonly onClose: () => void
}

/** 首单上限: opens the whole of a first limit after one full invoice was paid on time from the customer's own account (rules 3). */
export function ReleaseDialog({ applicationId, limit, onReleased, onClose }: ReleaseDialogProps) {
  const { t } = useTranslation()
  const { today } = useFile()
  const errorText = useErrorText()
  const rules = useEntryRules(today)
  const [form] = Form.useForm<{ readonly paidOn: string; readonly invoice: string }>()
  const [error, setError] = useState<CallError>()
  const [busy, setBusy] = useState(false)
  const release = async (paidOn: string, invoice: string) => {
    setBusy(true)
    const requestId = crypto.randomUUID()
    const outcome = await transport.call('limits.release', { requestId, applicationId, paidOn, invoice })
    setBusy(false)
    if (outcome.ok) onReleased()
    else setError(outcome.error)
  }
  return (
    <Modal
      open
      title={t('limits.releaseTitle')}
      okText={t('limits.release')}
      cancelText={t('common.cancel')}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      {error && <Alert type="error" title={errorText(error)} />}
      <p>{t('limits.releaseMeans', { usable: formatMoney(limit.standing), approved: formatMoney(limit.approved) })}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ paidOn: today, invoice: '' }}
        onFinish={({ paidOn, invoice }) => void release(dayOf(paidOn, today) ?? today, invoice)}
      >
        <Form.Item name="paidOn" label={t('limits.paidOn')} rules={[rules.day]}>
          <Input autoFocus autoComplete="off" placeholder="2026-01-31" />
        </Form.Item>
        <Form.Item name="invoice" label={t('limits.invoice')} rules={[rules.required]}>
          <Input autoComplete="off" maxLength={100} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
