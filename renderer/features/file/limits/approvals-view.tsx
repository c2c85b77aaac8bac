import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Right } from '../../../../shared/domain/roles.ts'
import { useFile } from '../../../form/file-context.ts'
import { ApplicationsTable } from './applications-table.tsx'
import { type CustomerLimits, isReview } from './labels.ts'
import { LimitChart } from './limit-chart.tsx'
import { LimitWords } from './limit-words.tsx'
import { ReleaseDialog } from './release-dialog.tsx'
import type { ApplicationFlow } from './use-application-flow.ts'

interface ApprovalsViewProps {
  readonly limits: CustomerLimits
  readonly flow: ApplicationFlow
  readonly rights: readonly Right[]
  /** An archived customer asks for nothing. */
  readonly archived: boolean
}

/** The limit of a customer today and over time, the applications behind it, and asking for another one. */
export function ApprovalsView({ limits, flow, rights, archived }: ApprovalsViewProps) {
  const { t } = useTranslation()
  const { today } = useFile()
  const [releasing, setReleasing] = useState(false)
  const mayApply = rights.includes('approval.apply') && !archived
  const limit = limits.today
  const isPending = (kind: string) => limits.applications.some(row => row.kind === kind && row.state === 'pending')
  const first = limits.grants.find(grant => grant.isFirst && grant.releasedOn === null && grant.to >= today)
  const hasLimit = limit.state === 'inForce' || limit.state === 'frozen'
  return (
    <div className="sections">
      <section className="sheet" aria-labelledby="limit-today">
        <h2 id="limit-today">{t('limits.todayTitle')}</h2>
        <LimitWords limit={limit} />
        <div className="tools">
          {mayApply && (
            <>
              <Button type="primary" disabled={isPending('standing')} onClick={flow.askStanding}>
                {t(isReview(limits) ? 'limits.review' : 'limits.ask')}
              </Button>
              <Button
                disabled={limit.state !== 'inForce' || isPending('temporary')}
                onClick={() => flow.ask('temporary')}
              >
                {t('limits.askTemporary')}
              </Button>
              <Button disabled={!hasLimit || isPending('lowering')} onClick={() => flow.ask('lowering')}>
                {t('limits.askLowering')}
              </Button>
            </>
          )}
          {rights.includes('limit.release') &&
            first &&
            limit.approved > limit.standing &&
            limit.state === 'inForce' && <Button onClick={() => setReleasing(true)}>{t('limits.release')}</Button>}
        </div>
      </section>
      <section className="sheet" aria-labelledby="limit-history">
        <h2 id="limit-history">{t('limits.historyTitle')}</h2>
        <LimitChart course={limits.grants.length > 0 ? limits.course : []} today={today} />
      </section>
      <section className="sheet" aria-labelledby="limit-applications">
        <h2 id="limit-applications">{t('limits.applicationsTitle')}</h2>
        <ApplicationsTable
          rows={limits.applications}
          mayApply={mayApply}
          onGoOn={flow.goOn}
          onWithdraw={flow.askWithdrawal}
        />
      </section>
      {releasing && first && (
        <ReleaseDialog applicationId={first.applicationId} limit={limit} onClose={() => setReleasing(false)} />
      )}
    </div>
  )
}
