import { App, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { useEntryRules } from '../../../ui/entry-rules.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { useCommand } from '../../../ui/use-command.ts'
import { useToday } from '../../../ui/use-today.ts'
import { SalespersonSelect } from '../../../ui/salesperson-select.tsx'
import { changedByRequest } from './changed-by-request.ts'
import { SentenceItem } from '../../../ui/sentence-item.tsx'

interface Answers {
  readonly salesperson: number
  readonly reason: string
}

interface SalespersonDialogProps {
  readonly customerId: number
  readonly revision: number
  readonly onClose: () => void
}

/** Asks that somebody else becomes responsible for the customer. */
export function SalespersonDialog({ customerId, revision, onClose }: SalespersonDialogProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const rules = useEntryRules(useToday())
  const command = useCommand(...changedByRequest)
  const ask = async ({ salesperson, reason }: Answers, requestId: string) => {
    const outcome = await command('changes.request', {
      requestId,
      customerId,
      revision,
      changes: {},
      salesperson,
      accountAgain: null,
      reason: reason.trim(),
    })
    if (outcome.ok) void message.success(t('changes.asked'))
    return outcome
  }
  return (
    <FormDialog<Answers>
      title={t('changes.newSalespersonTitle')}
      okText={t('changes.ask')}
      onSend={ask}
      onClose={onClose}
    >
      <Form.Item name="salesperson" label={t('changes.salesperson')} rules={[rules.required]}>
        <SalespersonSelect />
      </Form.Item>
      <SentenceItem name="reason" label={t('changes.reason')} rule={rules.reason} />
    </FormDialog>
  )
}
