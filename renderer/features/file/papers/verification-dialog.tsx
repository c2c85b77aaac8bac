import { App, Checkbox, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Attachment, verificationFacts } from '../../../../shared/contract/attachment-calls.ts'
import type { VerificationItem } from '../../../../shared/domain/verification.ts'
import { useFile } from '../../../form/file-context.ts'
import { dayOf, useEntryRules } from '../../../ui/entry-rules.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { useCommand } from '../../../ui/use-command.ts'
import { FactFields } from './fact-fields.tsx'
import { SentenceItem } from '../../../ui/sentence-item.tsx'

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
  const rules = useEntryRules(today)
  const command = useCommand('verifications.list', 'applications.open', 'applications.check')
  const record = async ({ facts, checkedOn, note, files }: Answers, requestId: string) => {
    const outcome = await command('verifications.record', {
      requestId,
      customerId,
      facts: verificationFacts.parse({ ...facts, item }),
      checkedOn: dayOf(checkedOn, today) ?? today,
      note: note?.trim() || null,
      files: files ?? [],
    })
    if (outcome.ok) void message.success(t('limits.recorded'))
    return outcome
  }
  return (
    <FormDialog<Answers>
      width={640}
      title={t('limits.verifyItem', { item: t(`approvals.item-${item}`) })}
      okText={t('limits.record')}
      initial={{ checkedOn: today, files: [] }}
      onSend={record}
      onClose={onClose}
    >
      <FactFields item={item} required={rules.required} />
      <Form.Item name="checkedOn" label={t('limits.checkedOn')} rules={[rules.day]}>
        <Input autoComplete="off" placeholder="2026-01-31" />
      </Form.Item>
      <Form.Item
        name="files"
        label={t('limits.files')}
        extra={(item === 'licence' || item === 'visit') && t(`limits.needs-${item}`)}
      >
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
      <SentenceItem name="note" label={t('limits.note')} rows={1} maxLength={1000} />
    </FormDialog>
  )
}
