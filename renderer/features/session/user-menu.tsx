import { Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Status } from '../../../shared/contract/shapes.ts'
import { useRoleNames } from '../../ui/role-names.ts'
import { ChangePassword } from './change-password.tsx'
import type { SessionActions } from './use-session.ts'

interface UserMenuProps {
  readonly status: Status
  readonly session: SessionActions
  readonly onStatus: (status: Status) => void
}

/** Who is working, and what they can do about that: change places, lock, change the password, sign out. */
export function UserMenu({ status, session, onStatus }: UserMenuProps) {
  const { t } = useTranslation()
  const roleNames = useRoleNames()
  const [changes, setChanges] = useState(false)
  const { actor } = status
  if (!actor) return null
  const roles = roleNames(actor.roles)
  const items = [
    { key: 'switch', label: t('accounts.switchUser'), onClick: () => void session.switchUser() },
    { key: 'lock', label: t('accounts.lock'), extra: 'Ctrl+Shift+L', onClick: () => void session.lock() },
    { key: 'password', label: t('accounts.changePassword'), onClick: () => setChanges(true) },
    { key: 'out', label: t('accounts.signOut'), onClick: () => void session.signOut() },
  ]
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} autoFocus placement="bottomRight">
        <button type="button" className="me-menu" aria-haspopup="menu">
          {status.company} · <b>{actor.name}</b> {roles}
        </button>
      </Dropdown>
      {changes && <ChangePassword onChanged={onStatus} onClose={() => setChanges(false)} />}
    </>
  )
}
