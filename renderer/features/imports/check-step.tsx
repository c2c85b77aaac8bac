import { Button, Segmented } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/contract.ts'
import type { ImportCheck, ImportRow } from '../../../shared/contract/import-calls.ts'
import { type ImportCounts, importStates, type ImportView } from '../../../shared/domain/imports.ts'
import { usePages } from '../../transport/use-pages.ts'
import { Failure } from '../../ui/failure.tsx'
import { RowGrid } from '../../ui/row-grid.tsx'
import { ErrorSheetButton } from './error-sheet-button.tsx'
import { rowColumns } from './row-columns.tsx'
import { RowDetails } from './row-details.tsx'
import { RunningLine } from './running-line.tsx'
import { useImportWords } from './use-import-words.ts'
import { useLongCall } from './use-long-call.ts'

interface CheckStepProps {
  readonly check: ImportCheck
  readonly onBack: () => void
  readonly onDone: (result: Output<'imports.commit'>) => void
}

type Shown = ImportView | 'all'

/** What would become of every row, by kind and one by one, before anything is written. */
export function CheckStep({ check: { check, counts, leftOut, tables }, onBack, onDone }: CheckStepProps) {
  const { t } = useTranslation()
  const words = useImportWords()
  const [table, setTable] = useState(0)
  const [shown, setShown] = useState<Shown>('all')
  const [opened, setOpened] = useState<ImportRow>()
  const place = useRef(0)
  const commits = useLongCall('imports.commit')
  const pages = usePages('imports.rows', { check, table, state: shown === 'all' ? null : shown })
  const { kind, counts: ofSheet, noted } = tables[table] ?? { kind: 'customers', counts, noted: 0 }
  const toWrite = counts.new + counts.updated
  const isRunning = commits.runningId !== undefined
  const show = (next: Shown, sheet = table) => {
    setTable(sheet)
    place.current = 0
    setOpened(undefined)
    setShown(next)
  }
  const close = () => {
    setOpened(undefined)
    document.querySelector<HTMLElement>('[role=grid]')?.focus()
  }
  const commit = async () => {
    const result = await commits.run({ check })
    if (result) onDone(result)
  }
  const labelOf = (state: Shown, count: number) => t('importing.count', { state: t(`importing.state-${state}`), count })
  if (pages.error)
    return (
      <>
        <Failure error={pages.error} onRetry={pages.retry} />
        <Button onClick={onBack}>{t('importing.back')}</Button>
      </>
    )
  return (
    <>
      {tables.length > 1 && (
        <Segmented<number>
          className="import-tables"
          aria-label={t('importing.shownSheet')}
          value={table}
          onChange={next => show('all', next)}
          options={tables.map(({ sheet, kind: about }, value) => ({
            value,
            label: t('importing.sheetKind', { sheet, kind: t(`importing.kind-${about}`) }),
          }))}
        />
      )}
      <div className="tools">
        <Segmented<Shown>
          aria-label={t('importing.filter')}
          value={shown}
          onChange={next => show(next)}
          options={[
            { value: 'all', label: labelOf('all', sumOf(ofSheet)) },
            ...importStates.map(state => ({
              value: state,
              className: ofSheet[state] > 0 ? `import-${state}` : '',
              label: labelOf(state, ofSheet[state]),
            })),
            ...(noted > 0
              ? [{ value: 'noted' as const, className: 'import-duplicate', label: labelOf('noted', noted) }]
              : []),
          ]}
        />
        <span className="tools-end">
          <Button onClick={onBack} disabled={isRunning}>
            {t('importing.back')}
          </Button>
          {counts.error + counts.duplicate + leftOut > 0 && <ErrorSheetButton check={check} />}
          <Button type="primary" autoFocus loading={isRunning} disabled={toWrite === 0} onClick={() => void commit()}>
            {t('importing.commit', { count: toWrite })}
          </Button>
        </span>
      </div>
      {commits.problem && (
        <p className="stamp" role="alert">
          {commits.problem}
        </p>
      )}
      {commits.runningId ? (
        <RunningLine requestId={commits.runningId} onStop={commits.stop} />
      ) : (
        <p className="note-inline" role="status">
          {toWrite === 0
            ? t('importing.nothingToWrite')
            : t('importing.commitMeans', { created: counts.new, updated: counts.updated })}
          {tables
            .filter(({ kind: about }) => about !== 'customers')
            .map(({ sheet, counts: { new: created, updated } }) =>
              t('importing.alsoWritten', { sheet, created, updated }),
            )
            .join('')}
        </p>
      )}
      {leftOut > 0 && <p className="import-unsure">{t('importing.leftOut', { count: leftOut })}</p>}
      <div className="import-rows">
        <RowGrid<ImportRow>
          key={`${table} ${shown}`}
          label={t('importing.filter')}
          className="grid-imports"
          wraps
          pages={pages}
          columns={rowColumns(t, words, kind)}
          place={place}
          onOpen={setOpened}
          empty={t('importing.noRows')}
        />
        {opened && <RowDetails row={opened} kind={kind} onClose={close} />}
      </div>
    </>
  )
}

const sumOf = (counts: ImportCounts) => importStates.reduce((sum, state) => sum + counts[state], 0)
