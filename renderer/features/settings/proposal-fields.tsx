import { App, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../../shared/contract/errors.ts'
import type { Proposal } from '../../../shared/contract/policy-calls.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { useToday } from '../../ui/use-today.ts'

/** What every proposal says beside its content: from which day on, where one is asked for, and why. */
export function ProposalFields({ startsOn = false }: { startsOn?: boolean }) {
  const { t } = useTranslation()
  const today = useToday()
  return (
    <div className="pair">
      {startsOn && (
        <Form.Item
          name="startsOn"
          label={t('policy.startsOn')}
          extra={t('policy.startsOnHint')}
          rules={[
            { required: true, message: t('start.required') },
            {
              validator: (_, day: string | null) =>
                day && day < today ? Promise.reject(new Error(t('policy.startsOnPast'))) : Promise.resolve(),
            },
          ]}
        >
          <DayInput />
        </Form.Item>
      )}
      <Form.Item name="reason" label={t('policy.reasonWhy')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </div>
  )
}

/** Says what became of a proposal that was sent, and hands its outcome on. */
export function useProposed(): (outcome: Outcome<Proposal>) => Outcome<Proposal> {
  const { t } = useTranslation()
  const { message } = App.useApp()
  return outcome => {
    if (outcome.ok) void message.success(t(outcome.value.state === 'open' ? 'policy.proposed' : 'policy.tookEffect'), 6)
    return outcome
  }
}
