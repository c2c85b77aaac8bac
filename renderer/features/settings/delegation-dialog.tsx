import { App, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { daysBetween } from '../../../shared/domain/calendar.ts'
import { mayStandIn, type Post } from '../../../shared/domain/roles.ts'
import { personOptions, searchOfPeople } from '../../ui/person-options.ts'
import { useCall } from '../../transport/use-call.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useToday } from '../../ui/use-today.ts'

interface Answers {
  readonly post: Post
  readonly to: number
  readonly fromOn: string
  readonly toOn: string
}

interface DelegationDialogProps {
  readonly me: number
  readonly mine: readonly Post[]
  /** How many days a delegation may last, both ends included. */
  readonly days: number
  readonly onClose: () => void
}

/** Lets somebody sign in one's stead; only people who may are offered. */
export function DelegationDialog({ me, mine, days, onClose }: DelegationDialogProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const today = useToday()
  const send = useCommand('delegations.list')
  const [form] = Form.useForm<Answers>()
  const post = Form.useWatch('post', form) ?? mine[0]
  const { data } = useCall('accounts.people', {})
  const fit = data?.people.filter(({ id, roles }) => id !== me && post && mayStandIn(post, roles)) ?? []
  const needed = { required: true, message: t('start.required') }
  return (
    <FormDialog<Answers>
      form={form}
      title={t('policy.addDelegationTitle')}
      okText={t('common.save')}
      initial={{ ...(mine[0] && { post: mine[0] }), fromOn: today, toOn: today }}
      onClose={onClose}
      onSend={async (answers, requestId) => {
        const outcome = await send('delegations.add', { requestId, ...answers })
        if (outcome.ok) void message.success(t('policy.delegationAdded', { name: outcome.value.to.name }), 6)
        return outcome
      }}
    >
      <div className="pair">
        <Form.Item name="post" label={t('policy.post')} rules={[needed]}>
          <Select options={mine.map(role => ({ value: role, label: t(`accounts.role-${role}`) }))} />
        </Form.Item>
        <Form.Item name="to" label={t('policy.delegationTo')} rules={[needed]}>
          <Select showSearch={searchOfPeople} options={personOptions(fit)} />
        </Form.Item>
        <Form.Item
          name="fromOn"
          label={t('policy.fromOn')}
          rules={[needed, notBefore(today, t('policy.startsOnPast'))]}
        >
          <DayInput />
        </Form.Item>
        <Form.Item
          name="toOn"
          label={t('policy.toOn')}
          extra={t('policy.periodTooLong', { days })}
          dependencies={['fromOn']}
          rules={[
            needed,
            ({ getFieldValue }) => ({
              validator: (_, toOn: string | null) => {
                if (toOn === null) return Promise.resolve()
                const lasts = daysBetween(String(getFieldValue('fromOn')), toOn) + 1
                if (lasts < 1) return Promise.reject(new Error(t('policy.periodWrong')))
                if (lasts > days) return Promise.reject(new Error(t('policy.periodTooLong', { days })))
                return Promise.resolve()
              },
            }),
          ]}
        >
          <DayInput />
        </Form.Item>
      </div>
    </FormDialog>
  )
}

function notBefore(day: string, problem: string) {
  return {
    validator: (_: unknown, chosen: string | null) =>
      chosen && chosen < day ? Promise.reject(new Error(problem)) : Promise.resolve(),
  }
}
