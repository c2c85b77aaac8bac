import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/contract/account-calls.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { useCommand } from '../../ui/use-command.ts'

/** Asks before an account is disabled or enabled again, and does it. */
export function useDisabling(): (account: Account) => void {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const errorText = useErrorText()
  const send = useCommand('accounts.list', 'accounts.people', 'policy.current')
  return account => {
    const { id, name, staffNo, phone, address, bankAccountNo, disabled } = account
    const requestId = crypto.randomUUID()
    const kept = { id, name, staffNo, phone, address, bankAccountNo, roles: account.roles.map(({ role }) => role) }
    const act = async () => {
      const outcome = await send('accounts.change', { requestId, ...kept, disabled: !disabled })
      if (!outcome.ok) void message.error(errorText(outcome.error), 8)
    }
    void modal.confirm({
      title: t(disabled ? 'policy.enableAsk' : 'policy.disableAsk', { name }),
      content: t(disabled ? 'policy.enableMeans' : 'policy.disableMeans'),
      okText: t(disabled ? 'policy.enable' : 'policy.disable'),
      cancelText: t('common.cancel'),
      onOk: act,
    })
  }
}
