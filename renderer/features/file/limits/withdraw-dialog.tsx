import { Alert, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationRow } from '../../../../shared/contract/application-calls.ts'
import type { CallError } from '../../../../shared/contract/errors.ts'
import { useFile } from '../../../form/file-context.ts'
import { useErrorText } from '../../../ui/error-text.ts'
import { useEntryRules } from '../../../ui/entry-rules.ts'

interface WithdrawDialogProps {
  readonly row: ApplicationRow
  readonly onWithdraw: (reason: string) => Promise<CallError | undefined>
  readonly onClose: () => void
}

/** Takes a submitted application back, or asks whoever's turn it is to give it back once somebody has signed. */
export function WithdrawDialog({ row, onWithdraw, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation()
  const { today } = useFile()
  const errorText = useErrorText()
  const rules = useEntryRules(today)
  const [form] = Form.useForm<{ readonly reason: string }>()
  const [error, setError] = useState<CallError>()
  const [busy, setBusy] = useState(false)
  const finish = async (reason: string) => {
    setBusy(true)
    setError(await onWithdraw(reason.trim()))
    setBusy(false)
  }
  return (
    <Modal
      open
      title={t('limits.withdrawTitle', { number: row.number })}
      okText={t('limits.withdraw')}
      cancelText={t('common.cancel')}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      {error && <Alert type="error" title={errorText(error)} />}
      <p>{t('limits.withdrawMeans')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ reason }) => void finish(reason)}>
        <Form.Item name="reason" label={t('limits.reason')} rules={[rules.reason]}>
          <Input.TextArea autoFocus rows={2} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
