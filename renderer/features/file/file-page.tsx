import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerFile } from '../../../shared/contract/shapes.ts'
import { FileStore } from '../../form/store.ts'
import { useCall } from '../../transport/use-call.ts'
import { Failure } from '../../ui/failure.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { FileDesk } from './file-desk.tsx'
import type { FileTab } from './file-tabs.ts'
import { newCardValues } from './new-card.ts'

/** The file of a customer that exists: both forms and the history. */
export function FilePage({ id, tab }: { id: number; tab: FileTab }) {
  const { t } = useTranslation()
  const file = useCall('customers.open', { id })
  if (file.error) return <Failure error={file.error.error} onRetry={() => void file.refetch()} />
  if (!file.data) return <Waiting text={t('file.opening')} />
  return <ExistingFile key={file.data.id} file={file.data} tab={tab} onReload={() => void file.refetch()} />
}

function ExistingFile({ file, tab, onReload }: { file: CustomerFile; tab: FileTab; onReload: () => void }) {
  // The store outlives a reload of the query: what is on the screen is only replaced by what the person does.
  const [store] = useState(() => new FileStore(file.values, file.revision))
  return (
    <FileDesk
      store={store}
      identity={{ id: file.id }}
      draftKey={`customer:${file.id}`}
      draft={file.draft}
      file={file}
      tab={tab}
      onReload={onReload}
    />
  )
}

/** A card that has never been saved; `draftId` is the UUID under which its draft is kept. */
export function NewFilePage({ draftId, tab, person }: { draftId: string; tab: FileTab; person: string }) {
  const { t } = useTranslation()
  const draftKey = `new:${draftId}`
  const drafts = useCall('drafts.list', {})
  const [store] = useState(() => new FileStore({}, 0, newCardValues(person)))
  if (drafts.error) return <Failure error={drafts.error.error} onRetry={() => void drafts.refetch()} />
  if (!drafts.data) return <Waiting text={t('file.opening')} />
  const draft = drafts.data.drafts.find(candidate => candidate.key === draftKey) ?? null
  return (
    <FileDesk
      store={store}
      identity={{ draftKey }}
      draftKey={draftKey}
      draft={draft}
      file={undefined}
      tab={tab}
      onReload={() => void drafts.refetch()}
    />
  )
}
