import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ApplicationDetail, ApplicationRow } from '../../../../shared/contract/application-calls.ts'
import { useDerived, useFile } from '../../../form/file-context.ts'
import { useCarried } from '../../../form/carried.tsx'
import { focusPath, nextStop } from '../../../form/keyboard.ts'
import { useCall } from '../../../transport/use-call.ts'
import { postLabel } from '../../../ui/post-label.ts'
import { type CustomerLimits, standingDraft } from './labels.ts'
import type { ApplicationFlow } from './use-application-flow.ts'

interface CreditBannerProps {
  readonly limits: CustomerLimits
  readonly flow: ApplicationFlow
  readonly mayApply: boolean
}

/** Above KH002: where its application stands, and what can be done about it now. */
export function CreditBanner({ limits, flow, mayApply }: CreditBannerProps) {
  const { applications, frozenBy } = limits
  const frozen = applications.find(row => row.id === frozenBy)
  const draft = standingDraft(limits)
  if (frozen) return <FrozenBanner row={frozen} flow={flow} mayApply={mayApply} />
  if (!draft) return null
  return <DraftBanner row={draft} flow={flow} mayApply={mayApply} />
}

interface BannerProps {
  readonly row: ApplicationRow
  readonly flow: ApplicationFlow
  readonly mayApply: boolean
}

function FrozenBanner({ row, flow, mayApply }: BannerProps) {
  const { t } = useTranslation()
  const { language } = useFile()
  const isPending = row.state === 'pending'
  return (
    <p className="banner" role="status">
      {isPending
        ? t('limits.bannerPending', { number: row.number, post: postLabel(row.post, language) })
        : t('limits.bannerDecided', { number: row.number, state: t(`approvals.state-${row.state}`) })}
      <Link href={`/approvals/${row.id}`}>{t('limits.seeApplication')}</Link>
      {mayApply && (
        <Button size="small" onClick={isPending ? () => flow.askWithdrawal(row) : flow.askStanding}>
          {t(isPending ? 'limits.withdraw' : 'limits.review')}
        </Button>
      )}
    </p>
  )
}

function DraftBanner({ row, flow, mayApply }: BannerProps) {
  const { t } = useTranslation()
  return (
    <div className="banner" role="status">
      {row.state === 'returned' ? <Returned row={row} /> : t('limits.bannerDraft', { number: row.number })}
      {mayApply && (
        <Button size="small" type="primary" onClick={flow.submitCredit}>
          {t('limits.submit')}
        </Button>
      )}
      <CarriedLeft />
    </div>
  )
}

/** What came back with a returned application, in the words of whoever returned it. */
function Returned({ row }: { row: ApplicationRow }) {
  const { t } = useTranslation()
  const detail = useCall('applications.open', { id: row.id })
  const step = detail.data && returnOf(detail.data)
  if (!step?.comment) return <>{t('limits.bannerReturnedPlain', { number: row.number })}</>
  return <>{t('limits.bannerReturned', { number: row.number, by: step.signer?.name ?? '', comment: step.comment })}</>
}

function returnOf({ steps, earlierSteps }: ApplicationDetail) {
  const all = [...earlierSteps.flatMap(({ steps: earlier }) => earlier), ...steps]
  return all.filter(({ state }) => state === 'returned').at(-1)
}

/** How many answers are still to be confirmed, and the way to the next of them. */
function CarriedLeft() {
  const { t } = useTranslation()
  const { store } = useFile()
  const { paths } = useCarried()
  const isOpen = (path: string) => paths.has(path) && !store.isChangedAt(path)
  const count = useDerived(() => [...paths].filter(isOpen).length)
  if (count === 0) return null
  const goToNext = () => {
    const next = nextStop(undefined, isOpen)
    if (next !== undefined) focusPath(next)
  }
  return (
    <span className="carried-left">
      {t('limits.carriedLeft', { count })}
      <button type="button" className="link" onClick={goToNext}>
        {t('limits.carriedNext')}
      </button>
    </span>
  )
}
