import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { usualFirstDay } from '../../../shared/domain/calendar.ts'
import { parseDate } from '../../../shared/domain/partial-date.ts'
import type { Language } from '../../../shared/text/language.ts'
import { transport } from '../../transport/index.ts'
import { StatusLine } from '../../ui/status-line.tsx'
import { useDelivery } from '../../ui/use-delivery.ts'
import { useToday } from '../../ui/use-today.ts'
import './reports.css'

/** 报表: pick a report and its days, and take it away as a workbook. */
export function ReportsPage() {
  const { t } = useTranslation()
  return (
    <section className="page reports" aria-label={t('approvals.reports')}>
      <ApprovalLog />
      <LimitLedger />
      <StaleCards />
      <Report title={t('approvals.reportRegister')} means={t('approvals.reportRegisterMeans')}>
        <Link className="report-link" href="/customers">
          {t('approvals.reportRegisterGo')}
        </Link>
      </Report>
      <StatusLine keys={t('approvals.reportKeys')} />
    </section>
  )
}

function ApprovalLog() {
  const { t, i18n } = useTranslation()
  const today = useToday()
  const [from, setFrom] = useState(() => usualFirstDay(today))
  const [to, setTo] = useState(today)
  const delivery = useDelivery({ saysBeside: true })
  const first = parseDate(from, today)
  const last = parseDate(to, today)
  const isReady = first.ok && last.ok && first.value <= last.value
  const make = (requestId: string) =>
    transport.call('reports.approvalLog', {
      requestId,
      from: first.ok ? first.value : from,
      to: last.ok ? last.value : to,
      language: i18n.language as Language,
    })
  return (
    <Report title={t('approvals.reportLog')} means={t('approvals.reportLogMeans')}>
      <DayEntry name={t('approvals.reportFrom')} value={from} onChange={setFrom} />
      <DayEntry name={t('approvals.reportTo')} value={to} onChange={setTo} />
      <ExportButton delivery={delivery} isReady={isReady} onExport={() => void delivery.run(make)} />
      {first.ok && last.ok && !isReady && <span className="stamp">{t('approvals.reportOrder')}</span>}
    </Report>
  )
}

function LimitLedger() {
  const { t, i18n } = useTranslation()
  const today = useToday()
  const [on, setOn] = useState(today)
  const delivery = useDelivery({ saysBeside: true })
  const day = parseDate(on, today)
  const make = (requestId: string) =>
    transport.call('reports.limitLedger', {
      requestId,
      on: day.ok ? day.value : on,
      language: i18n.language as Language,
    })
  return (
    <Report title={t('approvals.reportLedger')} means={t('approvals.reportLedgerMeans')}>
      <DayEntry name={t('approvals.reportOn')} value={on} onChange={setOn} />
      <ExportButton delivery={delivery} isReady={day.ok} onExport={() => void delivery.run(make)} />
    </Report>
  )
}

function StaleCards() {
  const { t, i18n } = useTranslation()
  const delivery = useDelivery({ saysBeside: true })
  const make = (requestId: string) =>
    transport.call('reports.staleCards', { requestId, language: i18n.language as Language })
  return (
    <Report title={t('extra.reportStale')} means={t('extra.reportStaleMeans')}>
      <ExportButton delivery={delivery} isReady onExport={() => void delivery.run(make)} />
    </Report>
  )
}

function Report({ title, means, children }: { title: string; means: string; children: ReactNode }) {
  return (
    <section className="report" aria-label={title}>
      <h2>{title}</h2>
      <p>{means}</p>
      <div className="tools">{children}</div>
    </section>
  )
}

function DayEntry({ name, value, onChange }: { name: string; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation()
  const today = useToday()
  const day = parseDate(value, today)
  return (
    <label className="inline">
      {name}
      <Input
        style={{ width: 130 }}
        maxLength={20}
        placeholder="2026-01-31"
        value={value}
        onChange={event => onChange(event.target.value)}
        onBlur={() => day.ok && onChange(day.value)}
      />
      {!day.ok && <span className="stamp">{t(`problems.${day.problem}`)}</span>}
    </label>
  )
}

interface ExportButtonProps {
  readonly delivery: ReturnType<typeof useDelivery>
  readonly isReady: boolean
  readonly onExport: () => void
}

/** Exports, and can be stopped while it works; why there is no file stands behind it. */
function ExportButton({ delivery, isReady, onExport }: ExportButtonProps) {
  const { t } = useTranslation()
  if (!delivery.busy)
    return (
      <>
        <Button type="primary" disabled={!isReady} onClick={onExport}>
          {t('common.exportExcel')}
        </Button>
        {delivery.problem && (
          <span className="stamp" role="alert">
            {delivery.problem}
          </span>
        )}
      </>
    )
  return (
    <>
      <span role="status">{t('export.working')}</span>
      <Button onClick={delivery.stop}>{t('export.stop')}</Button>
    </>
  )
}
