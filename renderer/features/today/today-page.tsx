import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { TodayKey } from '../../../shared/contract/application-calls.ts'
import type { Output } from '../../../shared/contract/contract.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { useCall } from '../../transport/use-call.ts'
import { Failure } from '../../ui/failure.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { BackupLine } from './backup-line.tsx'
import './today.css'

type TodayRow = Output<'today.rows'>['rows'][number]

/** 今日: what waits for me, each a count that opens its rows. */
export function TodayPage() {
  const { t } = useTranslation()
  const summary = useCall('today.summary', {})
  const [chosen, setChosen] = useState<TodayKey>()
  if (summary.error) return <Failure error={summary.error.error} onRetry={() => void summary.refetch()} />
  if (!summary.data) return <Waiting text={t('approvals.loading')} />
  const waiting = summary.data.counts.filter(({ count }) => count > 0)
  const open = waiting.find(({ key }) => key === chosen) ?? waiting[0]
  return (
    <section className="page" aria-label={t('approvals.today')}>
      <BackupLine />
      {open ? (
        <div className="today">
          <nav className="today-list" aria-label={t('approvals.todayFor')}>
            {waiting.map(({ key, count }) => (
              <button
                key={key}
                ref={key === waiting[0]?.key ? takeInHand : undefined}
                type="button"
                className={isUrgent(key) ? 'today-item today-urgent' : 'today-item'}
                aria-pressed={key === open.key}
                onClick={() => setChosen(key)}
              >
                <b>{count}</b> <span>{t(`approvals.today-${key}`)}</span>
              </button>
            ))}
          </nav>
          <Rows key={open.key} today={open.key} />
        </div>
      ) : (
        <div className="empty">
          <h2>{t('approvals.todayEmpty')}</h2>
          <p>{t('approvals.todayEmptyNext')}</p>
        </div>
      )}
      <StatusLine keys={t('approvals.todayKeys')} />
    </section>
  )
}

/** Whoever has just signed in goes on by keyboard, unless the cursor is somewhere already. */
function takeInHand(first: HTMLElement | null): void {
  if (document.activeElement === document.body) first?.focus()
}

/** What has waited too long or is over is red. */
const isUrgent = (key: TodayKey) => key === 'late' || key === 'personalLate' || key === 'expired' || key === 'review'

function Rows({ today }: { today: TodayKey }) {
  const { t } = useTranslation()
  const rows = useCall('today.rows', { key: today })
  if (rows.error) return <Failure error={rows.error.error} onRetry={() => void rows.refetch()} />
  if (!rows.data) return <Waiting text={t('approvals.loading')} />
  return (
    <section className="today-rows" aria-label={t(`approvals.today-${today}`)}>
      <table className="plain">
        <thead>
          <tr>
            <th>{t('approvals.column-number')}</th>
            <th>{t('approvals.rowWhat')}</th>
            <th className="amount">{t('approvals.repaymentAmount')}</th>
            <th>{t('approvals.rowOn')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.data.rows.map((row, index) => (
            <tr key={`${row.kind}/${row.id}/${index}`}>
              <th scope="row">
                <Link href={routeOf(row, today)}>{nameOf(row, t)}</Link>
              </th>
              <td>{row.title}</td>
              <td className="amount">{row.amount === null ? '' : formatMoney(row.amount)}</td>
              <td className="nowrap">{row.on ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.data.rows.length === 0 && <p className="note">{t('approvals.rowsNone')}</p>}
    </section>
  )
}

/** A proposal is named by the part of the settings that it changes, everything else by its number. */
function nameOf(row: TodayRow, t: TFunction): string {
  return row.kind === 'proposal' ? t(`policy.section-${partOf(row)}`) : row.number
}

const partOf = ({ number }: TodayRow) => (number === 'matrix' || number === 'terms' ? number : 'accounts')

function routeOf(row: TodayRow, today: TodayKey): string {
  switch (row.kind) {
    case 'application':
      return `/approvals/${row.id}`
    case 'customer':
      return `/customers/${row.id}/${today === 'incomplete' || today === 'stale' ? 'kh001' : 'approvals'}`
    case 'proposal':
      return `/settings/${partOf(row)}`
    case 'change':
      return `/approvals/changes/${row.id}`
    case 'packet':
      return '/approvals/packets'
    case 'person':
      return `/customers/${row.id}/kh001`
    case 'retention':
      return '/settings/personal'
    case 'pair':
      return '/customers/duplicates'
  }
}
