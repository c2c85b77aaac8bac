import { useTranslation } from 'react-i18next'
import { useEntryRules } from '../../../ui/entry-rules.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { useCommand } from '../../../ui/use-command.ts'
import { useToday } from '../../../ui/use-today.ts'
import { SentenceItem } from '../../../ui/sentence-item.tsx'

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
      <SentenceItem name="reason" label={t('changes.archiveReason')} rule={rules.reason} />
    </FormDialog>
  )
}
