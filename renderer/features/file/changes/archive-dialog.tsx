import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useEntryRules } from '../../../ui/entry-rules.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { useCommand } from '../../../ui/use-command.ts'
import { useToday } from '../../../ui/use-today.ts'

interface ArchiveDialogProps {
  readonly id: number
  readonly onArchived: () => void
  readonly onClose: () => void
}

/** 停用 in the place of deletion: with its reason. */
export function ArchiveDialog({ id, onArchived, onClose }: ArchiveDialogProps) {
  const { t } = useTranslation()
  const rules = useEntryRules(useToday())
  const command = useCommand('customers.list', 'today.summary')
  const archive = async ({ reason }: { readonly reason: string }, requestId: string) => {
    const outcome = await command('customers.archive', { requestId, id, archived: true, reason: reason.trim() })
    if (outcome.ok) onArchived()
    return outcome
  }
  return (
    <FormDialog<{ readonly reason: string }>
      title={t('file.archiveAsk')}
      okText={t('file.archive')}
      onSend={archive}
      onClose={onClose}
    >
      <p>{t('file.archiveMeans')}</p>
      <Form.Item name="reason" label={t('changes.archiveReason')} rules={[rules.reason]}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  )
}
