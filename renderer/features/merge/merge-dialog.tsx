import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Path } from '../../../shared/catalogue/field.ts'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Language } from '../../../shared/text/language.ts'
import { useEntryRules } from '../../ui/entry-rules.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useToday } from '../../ui/use-today.ts'
import { boxNames, type Preview } from './item-values.ts'
import type { Choices } from './use-choices.ts'

interface MergeDialogProps {
  readonly preview: Preview
  readonly choices: Choices
  /** Boxes that are left out, as nobody has agreed to them. */
  readonly leftOut: readonly Path[]
  readonly onClose: () => void
  /** `request` is the change request that it made. */
  readonly onMerged: (merged: Output<'customers.merge'>) => void
}

/** Says in words what the merge does, asks why, and does it. */
export function MergeDialog({ preview, choices, leftOut, onClose, onMerged }: MergeDialogProps) {
  const { t, i18n } = useTranslation()
  const rules = useEntryRules(useToday())
  const command = useCommand(
    'customers.list',
    'customers.mergedHits',
    'customers.merges',
    'changes.list',
    'today.summary',
  )
  const { keep, drop } = preview
  const send = async (reason: string, requestId: string) => {
    const outcome = await command('customers.merge', {
      requestId,
      keepId: keep.id,
      dropId: drop.id,
      keepRevision: keep.revision,
      dropRevision: drop.revision,
      choices: choices.all,
      reason,
    })
    if (outcome.ok) onMerged(outcome.value)
    return outcome
  }
  return (
    <FormDialog<{ readonly reason: string }>
      title={t('merge.confirmTitle', { keep: keep.customerNo, drop: drop.customerNo })}
      okText={t('merge.confirm')}
      onSend={({ reason }, requestId) => send(reason, requestId)}
      onClose={onClose}
    >
      <p>
        {t('merge.confirmMeans', {
          keep: keep.customerNo,
          drop: drop.customerNo,
          dropName: drop.name,
          boxes: choices.taken,
        })}
      </p>
      {choices.held.length > 0 && (
        <p className="remark-warning">{t('merge.confirmHeld', { count: choices.held.length })}</p>
      )}
      {leftOut.length > 0 && (
        <p className="remark-warning">
          {t('merge.confirmClosed', { boxes: boxNames(leftOut, i18n.language as Language) })}
        </p>
      )}
      {choices.undecided > 0 && (
        <p className="remark-warning">{t('merge.confirmUndecided', { count: choices.undecided })}</p>
      )}
      <Form.Item name="reason" label={t('merge.reason')} rules={[rules.reason]}>
        <Input autoComplete="off" maxLength={200} placeholder={t('merge.reasonHint')} />
      </Form.Item>
    </FormDialog>
  )
}
