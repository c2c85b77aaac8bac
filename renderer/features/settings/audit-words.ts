import { useTranslation } from 'react-i18next'
import type { AuditTexts } from '../../../shared/text/zh-CN/audit.ts'
import { zhCN } from '../../../shared/text/zh-CN/screens.ts'

type ActionKey = Extract<keyof AuditTexts, `action-${string}`>
type ObjectKey = Extract<keyof AuditTexts, `object-${string}`>

/** How rows of the log are said: an action such as `policy.decide`, an object such as `customer:12`; unknown codes as they are. */
export interface AuditWords {
  readonly action: (code: string) => string
  readonly object: (code: string) => string
}

/** The words for what is in the log. */
export function useAuditWords(): AuditWords {
  const { t } = useTranslation()
  return {
    action(code) {
      const key = `action-${code.replaceAll('.', '-')}`
      return isKey(key) ? t(`audit.${key as ActionKey}`) : code
    },
    object(code) {
      const [kind = '', ...rest] = code.split(':')
      const key = `object-${kind}`
      return isKey(key) ? `${t(`audit.${key as ObjectKey}`)} ${rest.join(':')}`.trim() : code
    },
  }
}

/** What the log can be searched for: every action that has words. */
export const loggedActions: readonly string[] = Object.keys(zhCN.audit)
  .filter(key => key.startsWith('action-'))
  // A code has one point, after its area: refused.policy-decide.
  .map(key => key.slice('action-'.length).replace('-', '.'))

function isKey(key: string): boolean {
  return Object.hasOwn(zhCN.audit, key)
}
