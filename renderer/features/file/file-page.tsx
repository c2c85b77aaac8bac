import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Actor, CustomerFile } from '../../../shared/contract/shapes.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import { FileStore } from '../../form/store.ts'
import { useFreshCall } from '../../transport/use-call.ts'
import { Failure } from '../../ui/failure.tsx'
import { navigate } from '../../ui/navigate.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { FileDesk } from './file-desk.tsx'
import { type FileTab, tabRoute } from './file-tabs.ts'
import { ToSurvivor } from './merged-from.tsx'
import { newCardStore } from './new-card.ts'

interface FilePageProps {
  readonly kind: 'customers' | 'new'
  /** The customer's id, or the UUID under which the draft of a new card is kept. */
  readonly id: string
  readonly tab: FileTab
  readonly actor: Actor
}

/**
 * An open customer file: both forms and the history. A new card that is saved becomes the file of its customer without leaving the
 * screen: the cursor, the undo and what is typed meanwhile stay.
 */
export function FilePage({ kind, id, tab, actor }: FilePageProps) {
  const { rights } = actor
  const [created, setCreated] = useState<{ readonly draftId: string; readonly id: number }>()
  const draftId = kind === 'new' ? id : created && String(created.id) === id ? created.draftId : undefined
  if (draftId === undefined) return <ExistingFile key={id} id={Number(id)} tab={tab} rights={rights} />
  const onCreated = (customerId: number) => {
    setCreated({ draftId, id: customerId })
    navigate(tabRoute({ id: customerId }, tab), { replace: true })
  }
  return (
    <NewFile
      key={draftId}
      draftId={draftId}
      // The next new card is nobody's yet.
      id={created?.draftId === draftId ? created.id : undefined}
      tab={tab}
      person={actor.name}
      rights={rights}
      onCreated={onCreated}
    />
  )
}

interface ExistingFileProps {
  readonly id: number
  readonly tab: FileTab
  readonly rights: readonly Right[]
}

function ExistingFile({ id, tab, rights }: ExistingFileProps) {
  const { t } = useTranslation()
  const file = useFreshCall('customers.open', { id })
  // What is open stays open when a later look at the database fails: the words on the screen are not to be lost.
  if (!file.data && file.error) return <Failure error={file.error.error} onRetry={() => void file.refetch()} />
  if (!file.data) return <Waiting text={t('file.opening')} />
  const { mergedInto } = file.data
  if (mergedInto) return <ToSurvivor file={file.data} into={mergedInto.id} tab={tab} />
  const reload = async () => (await file.refetch()).data
  return <LoadedFile file={file.data} tab={tab} rights={rights} onReload={reload} />
}

interface LoadedFileProps {
  readonly file: CustomerFile
  readonly tab: FileTab
  readonly rights: readonly Right[]
  readonly onReload: () => Promise<CustomerFile | undefined>
}

function LoadedFile({ file, tab, rights, onReload }: LoadedFileProps) {
  // The store outlives a reload of the query: what is on the screen is only replaced by what the person does.
  const [store] = useState(() => new FileStore(file.values, file.revision, file))
  return (
    <FileDesk
      store={store}
      identity={{ id: file.id }}
      draft={file.draft}
      hadDraft={file.draft !== null}
      file={file}
      tab={tab}
      rights={rights}
      onReload={onReload}
    />
  )
}

interface NewFileProps {
  readonly draftId: string
  /** The customer that the card became when it was saved. */
  readonly id: number | undefined
  readonly tab: FileTab
  readonly person: string
  readonly rights: readonly Right[]
  readonly onCreated: (id: number) => void
}

function NewFile({ draftId, ...props }: NewFileProps) {
  const { t } = useTranslation()
  const draftKey = `new:${draftId}`
  const drafts = useFreshCall('drafts.list', {})
  if (!drafts.data && drafts.error) return <Failure error={drafts.error.error} onRetry={() => void drafts.refetch()} />
  if (!drafts.data) return <Waiting text={t('file.opening')} />
  const draft = drafts.data.drafts.find(candidate => candidate.key === draftKey)
  return <NewCard draftKey={draftKey} draft={draft} {...props} />
}

type NewCardProps = Omit<NewFileProps, 'draftId'> & {
  readonly draftKey: string
  readonly draft: Parameters<typeof newCardStore>[1]
}

function NewCard({ draftKey, draft, id, tab, person, rights, onCreated }: NewCardProps) {
  // A card that was begun has nothing but its draft, so there is nothing to ask: it goes on where it was left.
  const [store] = useState(() => newCardStore(person, draft))
  const file = useFreshCall('customers.open', { id: id ?? 0 }, { enabled: id !== undefined })
  return (
    <FileDesk
      store={store}
      identity={id === undefined ? { draftKey } : { id }}
      draft={null}
      hadDraft={draft !== undefined}
      file={file.data}
      tab={tab}
      rights={rights}
      onCreated={onCreated}
      onReload={async () => (await file.refetch()).data}
    />
  )
}
