import { App, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { GivenAnswers } from '../../../shared/contract/duplicate-calls.ts'
import { useFreshCall } from '../../transport/use-call.ts'
import { DuplicateDialog } from '../../ui/duplicate-dialog.tsx'
import { useEntryRules } from '../../ui/entry-rules.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useDuplicateQuestion } from '../../ui/use-duplicate-question.ts'
import { useToday } from '../../ui/use-today.ts'
import { changedByDecision } from './stale.ts'
import { SentenceItem } from '../../ui/sentence-item.tsx'

interface Answers {
  readonly opinion?: string
  readonly password?: string
}

interface DecideChangeDialogProps {
  readonly id: number
  readonly decision: 'approve' | 'return'
  readonly onClose: () => void
}

/** 批准 with the own password, or 退回 with what is wrong. */
export function DecideChangeDialog({ id, decision, onClose }: DecideChangeDialogProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const rules = useEntryRules(useToday())
  const command = useCommand(...changedByDecision)
  const isApproval = decision === 'approve'
  const { send, question } = useDuplicateQuestion(onClose)
  const found = useFreshCall('changes.duplicates', { id }, { enabled: question !== undefined })
  const decide = async ({ opinion = '', password = '' }: Answers, requestId: string, duplicates?: GivenAnswers) => {
    const outcome = isApproval
      ? await command('changes.approve', { requestId, id, opinion, password, ...(duplicates && { duplicates }) })
      : await command('changes.reject', { requestId, id, opinion })
    if (outcome.ok) void message.success(t(isApproval ? 'changes.approved' : 'changes.returned'))
    return outcome
  }
  const opinion = (
    <SentenceItem
      name="opinion"
      label={t(isApproval ? 'changes.opinionOptional' : 'changes.opinion')}
      {...(!isApproval && { rule: rules.reason })}
    />
  )
  return (
    <>
      <FormDialog<Answers>
        title={t(isApproval ? 'changes.approveTitle' : 'changes.returnTitle')}
        okText={t(isApproval ? 'changes.approve' : 'changes.return')}
        onSend={(answers, requestId) => send(given => decide(answers, requestId, given))}
        onClose={onClose}
      >
        {isApproval && (
          <Form.Item
            name="password"
            label={t('changes.password')}
            extra={t('changes.passwordWhy')}
            rules={[rules.required]}
          >
            <Input.Password autoComplete="current-password" visibilityToggle={false} maxLength={200} />
          </Form.Item>
        )}
        {opinion}
      </FormDialog>
      {question && <DuplicateDialog found={found.data} okText={t('changes.approve')} {...question} />}
    </>
  )
}
