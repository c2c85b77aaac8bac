import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ApplicationDetail } from '../../../shared/contract/application-calls.ts'
import type { Language } from '../../../shared/text/language.ts'
import { transport } from '../../transport/index.ts'
import { localDateTime } from '../../ui/local-time.ts'
import { RevealButton } from '../../ui/reveal-button.tsx'
import { useDelivery } from '../../ui/use-delivery.ts'
import type { Reveal } from '../../ui/use-reveal.ts'
import { type DecisionTab, decisionRoute, decisionTabs } from './decision-tabs.ts'
import { Waited } from './waited.tsx'

interface DecisionHeaderProps {
  readonly detail: ApplicationDetail
  readonly tab: DecisionTab
  readonly reveal: Reveal
  readonly onWithdraw: () => void
}

/** Which application this is, whose customer, how long it has waited, and what can be done with it beside signing. */
export function DecisionHeader({ detail, tab, reveal, onWithdraw }: DecisionHeaderProps) {
  const { t, i18n } = useTranslation()
  const delivery = useDelivery()
  const { may } = detail
  const makePacket = (requestId: string) =>
    transport.call('packets.make', { requestId, applicationId: detail.id, language: i18n.language as Language })
  return (
    <header className="file-header">
      <div className="who">
        <h1 className="decision-title">{t('approvals.title', { number: detail.number })}</h1>
        <span className="tag tag-accent">{t(`approvals.kind-${detail.kind}`)}</span>
        {detail.revision > 1 && <span className="tag">{t('approvals.revision', { revision: detail.revision })}</span>}
        {detail.state !== 'pending' && <span className="tag">{t(`approvals.state-${detail.state}`)}</span>}
        <Link className="customer-link" href={`/customers/${detail.customerId}/kh001`}>
          {detail.customerName} · KH-{detail.customerNo}
        </Link>
        <span className="who-end">
          {detail.submittedAt
            ? t('approvals.submitted', { time: localDateTime(detail.submittedAt) })
            : t('approvals.notSubmitted')}
          {detail.waited !== null && (
            <>
              {' · '}
              <Waited days={detail.waited} text={t('approvals.waited', { count: detail.waited })} />
            </>
          )}
        </span>
      </div>
      <nav className="tabs" aria-label={t('approvals.tabs')}>
        {decisionTabs.map(item => (
          <Link
            key={item}
            href={decisionRoute(detail.id, item)}
            title="Alt+PageUp / Alt+PageDown"
            aria-current={item === tab ? 'page' : undefined}
          >
            {t(`approvals.tab-${item}`, { count: detail.attachments.length })}
          </Link>
        ))}
        <span className="tab-actions">
          {(Object.keys(detail.masked).length > 0 || reveal.secondsLeft > 0) && <RevealButton reveal={reveal} />}
          {(may.edit || may.submit) && (
            <Link className="button-link" href={`/customers/${detail.customerId}/approvals`}>
              {t('approvals.edit')}
            </Link>
          )}
          {(may.withdraw || may.askWithdrawal) && (
            <Button onClick={onWithdraw}>{t(may.withdraw ? 'approvals.withdraw' : 'approvals.askWithdrawal')}</Button>
          )}
          {may.makePacket && (
            <Button loading={delivery.busy} onClick={() => void delivery.run(makePacket)}>
              {t('approvals.exportPacket')}
            </Button>
          )}
        </span>
      </nav>
    </header>
  )
}
