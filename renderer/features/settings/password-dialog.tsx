import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/contract/account-calls.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { NewPassword } from './new-password.tsx'

/** Sets a password for somebody who has forgotten theirs. */
export function PasswordDialog({ account: { id, name }, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation()
  const send = useCommand('accounts.list')
  return (
    <FormDialog<{ password: string }>
      title={t('policy.resetPasswordTitle', { name })}
      okText={t('policy.resetPassword')}
      onClose={onClose}
      onSend={({ password }, requestId) => send('accounts.resetPassword', { requestId, id, password })}
    >
      <p className="explain">{t('policy.resetPasswordMeans')}</p>
      <NewPassword label={t('policy.firstPassword')} />
    </FormDialog>
  )
}
