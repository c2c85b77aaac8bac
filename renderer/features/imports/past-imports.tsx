import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportUndone, PastImport } from '../../../shared/contract/import-calls.ts'
import { importStates } from '../../../shared/domain/imports.ts'
import { useCall } from '../../transport/use-call.ts'
import { Failure } from '../../ui/failure.tsx'
import { localDate, localDateTime } from '../../ui/local-time.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { UndoDialog } from './undo-dialog.tsx'
import { UndoneNote } from './undone-note.tsx'

/** Earlier imports, the newest first, and the way to take one back. */
export function PastImports() {
  const { t } = useTranslation()
  const list = useCall('imports.list', {})
  const [asked, setAsked] = useState<PastImport>()
  const [undone, setUndone] = useState<ImportUndone>()
  return (
    <section className="import-card" aria-label={t('importing.past')}>
      <h2>{t('importing.past')}</h2>
      {undone && <UndoneNote undone={undone} />}
      {list.error ? (
        <Failure error={list.error.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Waiting text={t('importing.phase-none')} />
      ) : list.data.imports.length === 0 ? (
        <p className="note-inline">{t('importing.pastNone')}</p>
      ) : (
        <PastTable imports={list.data.imports} onUndo={setAsked} />
      )}
      {asked && <UndoDialog past={asked} onClose={() => setAsked(undefined)} onDone={setUndone} />}
    </section>
  )
}

function PastTable({ imports, onUndo }: { imports: readonly PastImport[]; onUndo: (past: PastImport) => void }) {
  const { t } = useTranslation()
  return (
    <table className="import-past">
      <thead>
        <tr>
          <th scope="col">{t('importing.pastAt')}</th>
          <th scope="col">{t('importing.pastBy')}</th>
          <th scope="col">{t('importing.pastFile')}</th>
          {importStates.map(state => (
            <th key={state} scope="col" className="import-count">
              {t(`importing.state-${state}`)}
            </th>
          ))}
          <th scope="col">{t('importing.undo')}</th>
        </tr>
      </thead>
      <tbody>
        {imports.map(past => (
          <tr key={past.id}>
            <td>{localDateTime(past.at)}</td>
            <td>{past.by}</td>
            <td className="import-name">{past.fileName}</td>
            {importStates.map(state => (
              <td key={state} className="import-count">
                {past.counts[state]}
              </td>
            ))}
            <td>
              {isUndoable(past) && (
                <Button size="small" onClick={() => onUndo(past)}>
                  {t('importing.undo')}
                </Button>
              )}{' '}
              <span className="note-inline">{stateOf(past, t)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function isUndoable({ undoable, undoUntil }: PastImport): boolean {
  return undoable > 0 && Date.parse(undoUntil) >= Date.now()
}

function stateOf(past: PastImport, t: TFunction): string {
  const { undoneAt, undoable, undoUntil } = past
  if (undoneAt === null)
    return isUndoable(past)
      ? t('importing.pastUntil', { day: localDate(new Date(undoUntil)) })
      : undoable > 0
        ? t('importing.pastOver')
        : ''
  const at = localDateTime(undoneAt)
  return undoable > 0 ? t('importing.pastPartly', { at, count: undoable }) : t('importing.pastUndone', { at })
}
