import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ApplicationDetail } from '../../../shared/contract/application-calls.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import type { Language } from '../../../shared/text/language.ts'
import { joined } from '../../ui/joined.ts'
import { navigate } from '../../ui/navigate.ts'
import { Card } from './card.tsx'
import { postLabel } from '../../ui/post-label.ts'
import { openStep } from './signing-form.ts'

/** In the place of 我的签批 where nothing is to be signed: says why, and what comes next. */
export function StandingCard({ detail, justSigned }: { detail: ApplicationDetail; justSigned: boolean }) {
  const { t, i18n } = useTranslation()
  return (
    <Card title={t('approvals.mySignature')}>
      <div className="signing">
        {justSigned && (
          <p className="done" role="status">
            {t('approvals.signed')}
          </p>
        )}
        <p>{whyNothing(detail, t, i18n.language as Language)}</p>
        {justSigned && (
          <Button type="primary" autoFocus onClick={() => navigate('/approvals')}>
            {t('approvals.backToQueue')}
          </Button>
        )}
      </div>
    </Card>
  )
}

function whyNothing(detail: ApplicationDetail, t: TFunction, language: Language): string {
  if (detail.state !== 'pending')
    return t(`approvals.closed-${detail.state}`, {
      amount: formatMoney(detail.approvedLimit ?? 0),
      from: detail.validFrom ?? '—',
      to: detail.validTo ?? '—',
    })
  const step = openStep(detail)
  return t(`approvals.why-${detail.may.whyNot ?? 'not-your-turn'}`, {
    post: step ? postLabel(step.post, language) : '',
    people: joined(step?.candidates ?? [], language) || t('approvals.nobody'),
  })
}
