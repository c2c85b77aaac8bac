import { useTranslation } from 'react-i18next'
import { labelOf } from '../../../shared/catalogue/derive/display.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { roles } from '../../../shared/domain/roles.ts'
import type { Language } from '../../../shared/text/language.ts'
import type { AuditTexts } from '../../../shared/text/zh-CN/audit.ts'
import { zhCN } from '../../../shared/text/zh-CN/screens.ts'
import { joined } from '../../ui/joined.ts'
import { useRoleNames } from '../../ui/role-names.ts'

type ActionKey = Extract<keyof AuditTexts, `action-${string}`>
type FactKey = Extract<keyof AuditTexts, `fact-${string}`>
type ObjectKey = Extract<keyof AuditTexts, `object-${string}`>

/** How rows of the log are said: an action such as `policy.decide`, an object such as `customer:12`, a fact; unknown codes as they are. */
export interface AuditWords {
  readonly action: (code: string) => string
  readonly object: (code: string) => string
  readonly fact: (name: string, value: string) => string
}

const inFen: ReadonlySet<string> = new Set(['amount', 'granted'])
const inRoles: ReadonlySet<string> = new Set(['post', 'roles', 'given', 'taken'])
/** Under which names the screens say the codes of a fact. */
const codesOf: Readonly<Record<string, readonly string[]>> = {
  decision: ['approvals.decision', 'audit.value'],
  evidence: ['approvals.evidence'],
  item: ['approvals.item'],
  kind: ['approvals.kind', 'approvals.paper'],
  opens: ['audit.value'],
  result: ['audit.value'],
  state: ['audit.value'],
}

/** The words for what is in the log. */
export function useAuditWords(): AuditWords {
  const { t, i18n } = useTranslation()
  const roleNames = useRoleNames()
  const wordOf = (name: string, value: string): string => {
    if (inFen.has(name) && /^\d+$/.test(value)) return formatMoney(Number(value))
    const paths = value.split(',')
    if (name === 'paths')
      return joined(
        paths.map(path => labelOf(path, i18n.language as Language)),
        i18n.language,
      )
    const key = codesOf[name]?.map(area => `${area}-${value}`).find(candidate => i18n.exists(candidate))
    return key === undefined ? value : t(key as 'audit.value-whole')
  }
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
    fact(name, value) {
      const key = `fact-${name}`
      const label = isKey(key) ? t(`audit.${key as FactKey}`) : name
      const held = roles.filter(role => value.split(',').includes(role))
      if (inRoles.has(name) && held.length > 0) return `${label} ${roleNames(held)}`
      return `${label} ${wordOf(name, value)}`.trim()
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
