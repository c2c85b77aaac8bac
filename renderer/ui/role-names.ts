import { useTranslation } from 'react-i18next'
import type { Role } from '../../shared/domain/roles.ts'

/** What somebody is, in one line: 管理员、填表人. */
export function useRoleNames(): (roles: readonly Role[]) => string {
  const { t, i18n } = useTranslation()
  const mark = i18n.language === 'en' ? ', ' : '、'
  return roles => roles.map(role => t(`accounts.role-${role}`)).join(mark)
}
