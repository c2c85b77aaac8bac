import { useTranslation } from 'react-i18next'
import { useQueryClient } from '@tanstack/react-query'
import type { ImportUndone, PastImport } from '../../../shared/contract/import-calls.ts'
import { transport } from '../../transport/index.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'

interface UndoDialogProps {
  readonly past: PastImport
  readonly onClose: () => void
  readonly onDone: (undone: ImportUndone) => void
}

/** Asks before an import is taken back. */
export function UndoDialog({ past, onClose, onDone }: UndoDialogProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  return (
    <FormDialog<object>
      title={t('importing.undoTitle', { file: past.fileName })}
      okText={t('importing.undo')}
      onClose={onClose}
      onSend={async (_answers, requestId) => {
        const outcome = await transport.call('imports.undo', { requestId, id: past.id })
        if (!outcome.ok) return outcome
        onDone(outcome.value)
        // Any list may have changed.
        await client.invalidateQueries()
        return outcome
      }}
    >
      <p>{t('importing.undoMeans')}</p>
    </FormDialog>
  )
}
