import { App, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useEntryRules } from './entry-rules.ts'
import { FormDialog } from './form-dialog.tsx'
import { useCommand } from './use-command.ts'
import { useToday } from './use-today.ts'

interface UnmergeDialogProps {
  readonly merge: {
    readonly id: number
    readonly keep: { readonly customerNo: string }
    readonly drop: { readonly customerNo: string }
    readonly boxes: number
  }
  readonly onClose: () => void
  readonly onUndone: () => void
}

/** 撤销合并: says what becomes of both cards, asks why, and takes the merge back. */
export function UnmergeDialog({ merge: { id, keep, drop, boxes }, onClose, onUndone }: UnmergeDialogProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const rules = useEntryRules(useToday())
  const command = useCommand('customers.list', 'customers.mergedHits', 'customers.merges', 'limits.ofCustomer')
  const send = async (reason: string, requestId: string) => {
    const outcome = await command('customers.unmerge', { requestId, id, reason })
    if (outcome.ok) {
      void message.success(t('merge.undone'))
      onUndone()
    }
    return outcome
  }
  return (
    <FormDialog<{ readonly reason: string }>
      title={t('merge.undoTitle', { drop: drop.customerNo })}
      okText={t('merge.undo')}
      onSend={({ reason }, requestId) => send(reason, requestId)}
      onClose={onClose}
    >
      <p>{t('merge.undoMeans', { keep: keep.customerNo, boxes })}</p>
      <Form.Item name="reason" label={t('merge.undoReason')} rules={[rules.reason]}>
        <Input autoComplete="off" maxLength={200} placeholder={t('merge.undoReasonHint')} />
      </Form.Item>
    </FormDialog>
  )
}
