import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Checkbox, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Attachment, verificationFacts } from '../../../../shared/contract/attachment-calls.ts'
import type { CallError } from '../../../../shared/contract/errors.ts'
import type { VerificationItem } from '../../../../shared/domain/verification.ts'
import { useFile } from '../../../form/file-context.ts'
import { transport } from '../../../transport/index.ts'
import { useErrorText } from '../../../ui/error-text.ts'
import { dayOf, useEntryRules } from '../../../ui/entry-rules.ts'
import { FactFields } from './fact-fields.tsx'

interface Answers {
  readonly facts: Readonly<Record<string, unknown>>
  readonly checkedOn: string
  readonly note?: string
  readonly files?: number[]
}

interface VerificationDialogProps {
  readonly customerId: number
  readonly item: VerificationItem
  readonly attachments: readonly Attachment[]
  readonly onClose: () => void
}

/** Records one item: what was found, when, and on which papers. */
export function VerificationDialog({ customerId, item, attachments, onClose }: VerificationDialogProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { today } = useFile()
  const errorText = useErrorText()
  const client = useQueryClient()
  const rules = useEntryRules(today)
  const [form] = Form.useForm<Answers>()
  const [error, setError] = useState<CallError>()
  const [busy, setBusy] = useState(false)
  const record = async ({ facts, checkedOn, note, files }: Answers) => {
    setBusy(true)
    const outcome = await transport.call('verifications.record', {
      requestId: crypto.randomUUID(),
      customerId,
      facts: verificationFacts.parse({ ...facts, item }),
      checkedOn: dayOf(checkedOn, today) ?? today,
      note: note?.trim() || null,
      files: files ?? [],
    })
    setBusy(false)
    if (!outcome.ok) return setError(outcome.error)
    await client.invalidateQueries({ queryKey: ['verifications.list'] })
    void message.success(t('limits.recorded'))
    onClose()
  }
  return (
    <Modal
      open
      width={640}
      title={t('limits.verifyItem', { item: t(`approvals.item-${item}`) })}
      okText={t('limits.record')}
      cancelText={t('common.cancel')}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {error && <Alert type="error" title={errorText(error)} />}
      <Form<Answers>
        form={form}
        className="request"
        layout="vertical"
        requiredMark={false}
        initialValues={{ checkedOn: today, files: [] }}
        onFinish={answers => void record(answers)}
      >
        <FactFields item={item} required={rules.required} />
        <Form.Item name="checkedOn" label={t('limits.checkedOn')} rules={[rules.day]}>
          <Input autoComplete="off" placeholder="2026-01-31" />
        </Form.Item>
        <Form.Item name="files" label={t('limits.files')}>
          {attachments.length === 0 ? (
            <p className="note-inline">{t('limits.filesNone')}</p>
          ) : (
            <Checkbox.Group
              className="ticks"
              options={attachments.map(({ id, kind, fileName }) => ({
                value: id,
                label: `${t(`approvals.paper-${kind}`)} ${fileName}`,
              }))}
            />
          )}
        </Form.Item>
        <Form.Item name="note" label={t('limits.note')}>
          <Input.TextArea rows={1} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
