import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportUndone, PastImport } from '../../../shared/contract/import-calls.ts'
import { transport } from '../../transport/index.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { RunningLine } from './running-line.tsx'

interface UndoDialogProps {
  readonly past: PastImport
  readonly onClose: () => void
  readonly onDone: (undone: ImportUndone) => void
}

/** Asks before an import is taken back, and shows how far that is. */
export function UndoDialog({ past, onClose, onDone }: UndoDialogProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [runningId, setRunningId] = useState<string>()
  return (
    <FormDialog<object>
      title={t('importing.undoTitle', { file: past.fileName })}
      okText={t('importing.undo')}
      onClose={onClose}
      onSend={async (_answers, requestId) => {
        setRunningId(requestId)
        const outcome = await transport.call('imports.undo', { requestId, id: past.id })
        setRunningId(undefined)
        if (!outcome.ok) return outcome
        onDone(outcome.value)
        // Any list may have changed.
        await client.invalidateQueries()
        return outcome
      }}
    >
      <p>{t('importing.undoMeans')}</p>
      {runningId && (
        <RunningLine
          requestId={runningId}
          onStop={() => void transport.call('imports.cancel', { requestId: runningId })}
        />
      )}
    </FormDialog>
  )
}
