import { App, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Proposal } from '../../../shared/contract/policy-calls.ts'
import { saysWhy, type Terms } from '../../../shared/domain/policy.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { ProposalContent } from './proposal-content.tsx'

interface Answers {
  readonly decision: 'agree' | 'refuse'
  readonly reason: string
  readonly password: string
}

/** 同意 or 不同意 with the password of whoever decides. */
export function DecideDialog({ proposal, terms, onClose }: { proposal: Proposal; terms: Terms; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const send = useCommand('policy.current', 'accounts.list', 'accounts.people', 'app.status')
  const width = proposal.change.kind === 'post' ? 520 : 860
  return (
    <FormDialog<Answers>
      width={width}
      title={t('policy.decideTitle')}
      okText={t('policy.decide')}
      initial={{ reason: '' }}
      onClose={onClose}
      onSend={async ({ decision, reason, password }, requestId) => {
        const approve = decision === 'agree'
        const outcome = await send('policy.decide', { requestId, id: proposal.id, approve, reason, password })
        if (outcome.ok) void message.success(t('policy.decisionDone'))
        return outcome
      }}
    >
      <div className="asked">
        <ProposalContent proposal={proposal} terms={terms} />
        {proposal.reason && (
          <p>
            {t('policy.reason')}：{proposal.reason}
          </p>
        )}
      </div>
      {/* Neither answer is chosen beforehand. */}
      <Form.Item
        name="decision"
        label={t('policy.decision')}
        rules={[{ required: true, message: t('start.required') }]}
      >
        <Radio.Group
          options={[
            { value: 'agree', label: t('policy.agree') },
            { value: 'refuse', label: t('policy.refuse') },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('policy.decisionReason')}
        extra={t('policy.decisionReasonHint')}
        dependencies={['decision']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, text: string) =>
              getFieldValue('decision') === 'refuse' && !saysWhy(text)
                ? Promise.reject(new Error(t('policy.reasonShort')))
                : Promise.resolve(),
          }),
        ]}
      >
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('policy.password')}
        extra={t('policy.passwordWhy')}
        rules={[{ required: true, message: t('start.required') }]}
      >
        <Input.Password autoComplete="current-password" visibilityToggle={false} />
      </Form.Item>
    </FormDialog>
  )
}
