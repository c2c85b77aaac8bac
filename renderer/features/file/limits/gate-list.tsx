import { useTranslation } from 'react-i18next'
import { labelOf } from '../../../../shared/catalogue/derive/display.ts'
import { boxAt } from '../../../../shared/catalogue/derive/paths.ts'
import type { Path } from '../../../../shared/catalogue/field.ts'
import type { GateProblem } from '../../../../shared/contract/application-calls.ts'
import { formatMoney } from '../../../../shared/domain/money.ts'
import type { Post } from '../../../../shared/domain/roles.ts'
import type { VerificationItem } from '../../../../shared/domain/verification.ts'
import { useFile } from '../../../form/file-context.ts'
import { postLabel } from '../../../ui/post-label.ts'
import { type CustomerLimits } from './labels.ts'

interface GateListProps {
  readonly problems: readonly GateProblem[]
  readonly limits: CustomerLimits
  readonly onGoTo: (path: Path) => void
  readonly onPapers: () => void
}

/** What stands in the way of a submission, each with the way to put it right: the boxes as links, or the papers. */
export function GateList({ problems, limits, onGoTo, onPapers }: GateListProps) {
  const { t } = useTranslation()
  const { language } = useFile()
  const says = useGateSentence(limits)
  return (
    <ul className="gates">
      {joined(problems).map(problem => {
        const boxes = problem.fields.filter(path => boxAt(path))
        return (
          <li key={problem.code}>
            {says(problem)}
            {boxes.length > 0 && (
              <span className="gate-boxes">
                {boxes.map(path => (
                  <button key={path} type="button" className="link" onClick={() => onGoTo(path)}>
                    {labelOf(path, language)}
                  </button>
                ))}
              </span>
            )}
            {problem.code === 'verification-missing' && (
              <button type="button" className="link" onClick={onPapers}>
                {t('limits.toPapers')}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function useGateSentence(limits: CustomerLimits): (problem: GateProblem) => string {
  const { t } = useTranslation()
  const { language } = useFile()
  const detailOf = ({ code, detail }: GateProblem): string => {
    switch (code) {
      case 'verification-missing':
        return detail
          .split(' ')
          .map(item => t(`approvals.item-${item as VerificationItem}`))
          .join(language === 'en' ? ', ' : '、')
      case 'amount-too-large':
      case 'amount-not-lower':
        return t('limits.yuan', { amount: formatMoney(Number(detail)) })
      case 'period-invalid':
        return t('limits.endsHint', { count: Number(detail) })
      case 'no-approver': {
        const [post = '', names = ''] = detail.split(':')
        const label = postLabel(post as Post, language)
        return names ? t('limits.postOf', { post: label, names }) : label
      }
      case 'other-pending':
        return detail === 'temporary' ? t('approvals.kind-temporary') : pendingNumbers(limits)
      default:
        return detail
    }
  }
  return problem =>
    t(`approvals.gate-${problem.code}`, {
      detail: detailOf(problem),
      fields: t('limits.boxesBelow', { count: problem.fields.length }),
    })
}

function pendingNumbers({ applications }: CustomerLimits): string {
  return applications
    .filter(({ state }) => state === 'pending')
    .map(({ number }) => number)
    .join(' · ')
}

/** What is missing of the same kind is said in one sentence; its details stand side by side. */
function joined(problems: readonly GateProblem[]): GateProblem[] {
  const byCode = new Map<GateProblem['code'], GateProblem>()
  for (const problem of problems) {
    const before = byCode.get(problem.code)
    byCode.set(
      problem.code,
      before
        ? {
            ...before,
            fields: [...before.fields, ...problem.fields],
            detail: `${before.detail} ${problem.detail}`,
          }
        : problem,
    )
  }
  return [...byCode.values()]
}
