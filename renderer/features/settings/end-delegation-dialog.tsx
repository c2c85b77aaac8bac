import { App, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Delegation } from '../../../shared/contract/account-calls.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'

/** Asks before a delegation ends, and for a reason if there is one to say. */
export function EndDelegationDialog({ delegation, onClose }: { delegation: Delegation; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const send = useCommand('delegations.list')
  const { id, from, to } = delegation
  return (
    <FormDialog<{ reason: string }>
      title={t('policy.endDelegationAsk', { from: from.name, to: to.name })}
      okText={t('policy.endDelegation')}
      initial={{ reason: '' }}
      onClose={onClose}
      onSend={async ({ reason }, requestId) => {
        const outcome = await send('delegations.end', { requestId, id, reason })
        if (outcome.ok) void message.success(t('policy.delegationEnded'))
        return outcome
      }}
    >
      <Form.Item name="reason" label={t('policy.reason')}>
        <Input maxLength={2000} />
      </Form.Item>
    </FormDialog>
  )
}
