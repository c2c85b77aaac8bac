import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DuplicatePair } from '../../../shared/contract/duplicate-calls.ts'
import { likenessLevels } from '../../../shared/domain/company-name.ts'
import { duplicateWorkers, mostPairs } from '../../../shared/domain/duplicates.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import type { Language } from '../../../shared/text/language.ts'
import { likenessWords } from '../../../shared/text/likeness.ts'
import { transport } from '../../transport/index.ts'
import { useCall } from '../../transport/use-call.ts'
import { usePages } from '../../transport/use-pages.ts'
import { Failure } from '../../ui/failure.tsx'
import { localDateTime } from '../../ui/local-time.ts'
import { type GridColumn, RowGrid } from '../../ui/row-grid.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { useAction } from '../../ui/use-action.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import './duplicates.css'

const place = { current: 0 }
const lookEvery = 1000 // ms

/** 查重: scans the whole file and shows the pairs that nobody has answered, each with its likeness explained (rules 8). */
export function DuplicatesPage({ rights }: { rights: readonly Right[] }) {
  const { t, i18n } = useTranslation()
  const pages = usePages('duplicates.pairs', {})
  const scan = useAction('duplicates.scan', ['duplicates.pairs', 'duplicates.state', 'today.summary', 'today.rows'])
  const state = useCall('duplicates.state', {}, { refetchInterval: lookEvery })
  const [chosen, setChosen] = useState<DuplicatePair>()
  if (pages.error) return <Failure error={pages.error} onRetry={pages.retry} />
  const { progress = null, last = null } = state.data ?? {}
  const nameOf = ({ customerNo, name, archived }: DuplicatePair['first']) =>
    `KH-${customerNo} ${name}${archived ? ` (${t('duplicates.archived')})` : ''}`
  const columns: readonly GridColumn<DuplicatePair>[] = [
    {
      key: 'score',
      head: t('duplicates.column-score'),
      text: ({ kinds, score }) => (kinds.length > 0 ? t('duplicates.certain') : String(score)),
    },
    { key: 'first', head: t('duplicates.column-first'), text: ({ first }) => nameOf(first) },
    { key: 'second', head: t('duplicates.column-second'), text: ({ second }) => nameOf(second) },
    { key: 'why', head: t('duplicates.column-why'), text: pair => likenessWords(i18n.language as Language, pair) },
  ]
  return (
    <section className="page" aria-label={t('duplicates.title')}>
      <div className="tools">
        {duplicateWorkers.some(right => rights.includes(right)) && (
          <Button type="primary" loading={progress !== null} onClick={() => void scan.run({})}>
            {progress === null
              ? t('duplicates.scan')
              : t('duplicates.scanning', { percent: Math.round(progress * 100) })}
          </Button>
        )}
        {progress !== null && (
          <Button onClick={() => void transport.call('duplicates.cancel', {})}>{t('duplicates.cancelScan')}</Button>
        )}
        <span className="note-inline">
          {last
            ? t('duplicates.lastScan', { time: localDateTime(last.at), customers: last.customers })
            : t('duplicates.neverScanned')}
        </span>
        {scan.problem && (
          <span className="note-inline" role="alert">
            {scan.problem}
          </span>
        )}
        <span className="tools-end note-inline" role="status">
          {t('duplicates.total', { count: pages.total })}
        </span>
      </div>
      <p className="note-inline">
        {t('duplicates.listed', likenessLevels)}
        {last?.isCut && ` ${t('duplicates.cut', { most: mostPairs })}`}
      </p>
      <RowGrid<DuplicatePair>
        label={t('duplicates.title')}
        className="grid-duplicates"
        pages={pages}
        columns={columns}
        place={place}
        onOpen={setChosen}
        empty={t(last ? 'duplicates.empty' : 'duplicates.emptyUnscanned')}
      />
      {chosen && <AnswerDialog pair={chosen} rights={rights} onClose={() => setChosen(undefined)} />}
      <StatusLine keys={t('duplicates.keys')} />
    </section>
  )
}
