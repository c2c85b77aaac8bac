import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationDetail } from '../../../shared/contract/application-calls.ts'
import { rmbInWords } from '../../../shared/domain/capital.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { Card } from './card.tsx'

/** 申请: what is asked for, what is in force, what it would come to, and why. */
export function RequestCard({ detail }: { detail: ApplicationDetail }) {
  const { t } = useTranslation()
  const { amount, limit } = detail
  const asked = { standing: 'amount', temporary: 'amountTemporary', lowering: 'amountLowering' } as const
  return (
    <Card title={t('approvals.request')}>
      <div className="figures">
        <Figure
          name={t(`approvals.${asked[detail.kind]}`)}
          value={amount === null ? '—' : t('approvals.yuan', { amount: formatMoney(amount) })}
          note={amount === null ? '' : rmbInWords(amount)}
        />
        <Figure
          name={t('approvals.inForce')}
          value={limit.state === 'none' ? '—' : formatMoney(limit.total)}
          note={
            limit.approved > limit.standing && limit.state === 'inForce'
              ? t('approvals.limitReleased', { approved: formatMoney(limit.approved), day: limit.validTo ?? '—' })
              : t(`approvals.limit-${limit.state}`, { day: limit.validTo ?? '—' })
          }
        />
        <Figure
          name={t('approvals.totalAfter')}
          value={formatMoney(detail.totalLimit)}
          note={t('approvals.totalMeans')}
        />
        <Figure name={t('approvals.grade')} value={limit.grade ?? '—'} note="" />
      </div>
      <dl className="asked-facts">
        {detail.startsOn && detail.endsOn && (
          <Fact name={t('approvals.period')}>
            {t('approvals.periodDays', { from: detail.startsOn, to: detail.endsOn })}
          </Fact>
        )}
        {detail.salesperson && <Fact name={t('approvals.salesperson')}>{detail.salesperson.name}</Fact>}
        {detail.related.length > 0 && (
          <Fact name={t('duplicates.related')}>
            {detail.related.map(({ id, customerNo, name, amount: owed }) => (
              <span key={id} className="related">
                KH-{customerNo} {name} {formatMoney(owed)}
              </span>
            ))}
          </Fact>
        )}
        {detail.reason && <Fact name={t('approvals.reason')}>{detail.reason}</Fact>}
      </dl>
      {detail.plan.length > 0 && <RepaymentPlan plan={detail.plan} />}
    </Card>
  )
}

function Figure({ name, value, note }: { name: string; value: string; note: string }) {
  return (
    <div className="figure">
      <span>{name}</span>
      <b>{value}</b>
      <span>{note}</span>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function RepaymentPlan({ plan }: { plan: ApplicationDetail['plan'] }) {
  const { t } = useTranslation()
  return (
    <table className="plain repayments">
      <caption>{t('approvals.repaymentPlan')}</caption>
      <thead>
        <tr>
          <th>{t('approvals.repaymentDay')}</th>
          <th className="amount">{t('approvals.repaymentAmount')}</th>
        </tr>
      </thead>
      <tbody>
        {plan.map(({ on, amount }) => (
          <tr key={on}>
            <td>{on}</td>
            <td className="amount">{formatMoney(amount)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('approvals.repaymentTotal')}</th>
          <td className="amount">{formatMoney(plan.reduce((sum, { amount }) => sum + amount, 0))}</td>
        </tr>
      </tbody>
    </table>
  )
}
