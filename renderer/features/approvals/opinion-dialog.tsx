import { App, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { personOptions, searchOfPeople } from '../../ui/person-options.ts'
import { useCall } from '../../transport/use-call.ts'
import { useEntryRules } from '../../ui/entry-rules.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useToday } from '../../ui/use-today.ts'
import { changedByApproval } from './stale.ts'
import { SentenceItem } from '../../ui/sentence-item.tsx'

interface Question {
  readonly person: number
  readonly question: string
}

/** 征求意见: asks a colleague, who answers but does not sign. */
export function OpinionDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const people = useCall('accounts.people', {})
  const rules = useEntryRules(useToday())
  const command = useCommand(...changedByApproval)
  const ask = async ({ person, question }: Question, requestId: string) => {
    const outcome = await command('applications.askOpinion', { requestId, id, person, question: question.trim() })
    if (outcome.ok) void message.success(t('approvals.asked'))
    return outcome
  }
  return (
    <FormDialog<Question>
      title={t('approvals.askOpinionTitle')}
      okText={t('approvals.ask')}
      onSend={ask}
      onClose={onClose}
    >
      <Form.Item name="person" label={t('approvals.whom')} rules={[rules.required]}>
        <Select autoFocus showSearch={searchOfPeople} options={personOptions(people.data?.people)} />
      </Form.Item>
      <SentenceItem name="question" label={t('approvals.question')} rule={rules.required} rows={3} />
    </FormDialog>
  )
}
