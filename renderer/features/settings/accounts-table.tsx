import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/contract/account-calls.ts'
import { isPost } from '../../../shared/domain/roles.ts'
import { useCall } from '../../transport/use-call.ts'
import { Failure } from '../../ui/failure.tsx'
import { localDate, localDateTime } from '../../ui/local-time.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { AccountDialog } from './account-dialog.tsx'
import { PasswordDialog } from './password-dialog.tsx'
import { RegisterKeyDialog } from './register-key-dialog.tsx'
import { useDisabling } from './use-disabling.ts'

type Asked = { readonly what: 'change' | 'password' | 'key'; readonly account: Account } | { readonly what: 'add' }

/** Every account of the house with what can be done about it. */
export function AccountsTable({ tools }: { tools: ReactNode }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked>()
  const accounts = useCall('accounts.list', {})
  const askDisabling = useDisabling()
  if (accounts.error) return <Failure error={accounts.error.error} onRetry={() => void accounts.refetch()} />
  if (!accounts.data) return <Waiting text={t('policy.loading')} />
  const rows = accounts.data.accounts
  const close = () => setAsked(undefined)
  return (
    <div className="sheet">
      <div className="tools">
        <h2>{t('policy.accounts')}</h2>
        <span className="note-inline">{t('policy.accountsTotal', { count: rows.length })}</span>
        <span className="tools-end">
          {tools}
          <Button type="primary" onClick={() => setAsked({ what: 'add' })}>
            {t('policy.addAccount')}
          </Button>
        </span>
      </div>
      <table className="plain">
        <thead>
          <tr>
            <th>{t('policy.name')}</th>
            <th>{t('policy.staffNo')}</th>
            <th>{t('policy.rolesAndPosts')}</th>
            <th>{t('policy.lastSignIn')}</th>
            <th>{t('policy.state')}</th>
            <th>{t('policy.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(account => (
            <tr key={account.id} className={account.disabled ? 'off' : undefined}>
              <th scope="row">{account.name}</th>
              <td>{account.staffNo ?? '—'}</td>
              <td>
                <HeldRoles account={account} />
              </td>
              <td>{account.lastSignInAt ? localDateTime(account.lastSignInAt) : t('policy.neverSignedIn')}</td>
              <td>
                <AccountState account={account} />
              </td>
              <td className="row-actions">
                <button type="button" className="link" onClick={() => setAsked({ what: 'change', account })}>
                  {t('policy.changeAccount')}
                </button>
                <button type="button" className="link" onClick={() => setAsked({ what: 'password', account })}>
                  {t('policy.resetPassword')}
                </button>
                {!account.disabled && account.roles.some(({ role }) => isPost(role)) && (
                  <button type="button" className="link" onClick={() => setAsked({ what: 'key', account })}>
                    {t('policy.registerKey')}
                  </button>
                )}
                <button type="button" className="link" onClick={() => askDisabling(account)}>
                  {t(account.disabled ? 'policy.enable' : 'policy.disable')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked?.what === 'add' && <AccountDialog onClose={close} />}
      {asked?.what === 'change' && <AccountDialog account={asked.account} onClose={close} />}
      {asked?.what === 'key' && <RegisterKeyDialog account={asked.account} onClose={close} />}
      {asked?.what === 'password' && <PasswordDialog account={asked.account} onClose={close} />}
    </div>
  )
}

function HeldRoles({ account: { roles } }: { account: Account }) {
  const { t } = useTranslation()
  if (roles.length === 0) return '—'
  return (
    <ul className="held">
      {roles.map(({ role, since }) => (
        <li key={role}>
          {t(`accounts.role-${role}`)} <small>{t('policy.since', { day: localDate(new Date(since)) })}</small>
        </li>
      ))}
    </ul>
  )
}

function AccountState({ account: { disabled, lockedUntil, mustChangePassword } }: { account: Account }) {
  const { t } = useTranslation()
  const [now] = useState(() => Date.now())
  if (disabled) return <span className="tag">{t('policy.state-disabled')}</span>
  if (lockedUntil !== null && Date.parse(lockedUntil) > now)
    return <span className="tag tag-stamp">{t('policy.state-locked', { time: localDateTime(lockedUntil) })}</span>
  if (mustChangePassword) return <span className="tag">{t('policy.state-mustChange')}</span>
  return t('policy.state-active')
}
