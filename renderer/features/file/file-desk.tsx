import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { forms } from '../../../shared/catalogue/layout/forms.ts'
import type { CustomerFile, Draft, Saved } from '../../../shared/contract/shapes.ts'
import type { Language } from '../../../shared/text/language.ts'
import { FileContextProvider } from '../../form/file-context.ts'
import { focusPath } from '../../form/keyboard.ts'
import { Paper } from '../../form/paper.tsx'
import type { FileStore } from '../../form/store.ts'
import { useExport } from '../../ui/exports.tsx'
import { navigate } from '../../ui/navigate.ts'
import { useToday } from '../../ui/use-today.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { DraftBanner } from './draft-banner.tsx'
import { problemOf } from './draft-problem.ts'
import { FileHeader } from './file-header.tsx'
import { FileStatus } from './file-status.tsx'
import { draftKeyOf, type FileIdentity, type FileTab, tabRoute, tabsOf } from './file-tabs.ts'
import { HistoryView } from './history-view.tsx'
import { SaveError } from './save-error.tsx'
import { useBoxInView } from './use-box-in-view.ts'
import { useDraft } from './use-draft.ts'
import { useFileKeys } from './use-file-keys.ts'
import { useFirstBox } from './use-first-box.ts'
import { useSaving } from './use-saving.ts'

interface FileDeskProps {
  readonly store: FileStore
  readonly identity: FileIdentity
  /** A draft to ask about before anything is typed. */
  readonly draft: Draft | null
  /** Whether a draft stands in the database, offered or taken. */
  readonly hadDraft: boolean
  readonly file: CustomerFile | undefined
  readonly tab: FileTab
  /** A new card was saved for the first time. */
  readonly onCreated?: (id: number) => void
  readonly onReload: () => void
}

/** An open file on the desk: header, tabs, the paper in hand, and what belongs to typing: draft, undo, saving, conflicts. */
export function FileDesk({ store, identity, draft, hadDraft, file, tab, onCreated, onReload }: FileDeskProps) {
  const { i18n } = useTranslation()
  const today = useToday()
  const language = i18n.language as Language
  const [offered, setOffered] = useState(draft)
  const goTo = useBoxInView(identity, tab)
  // Whoever goes on with a draft goes on under its key, so that it ends with the save.
  const [taken, setTaken] = useState<string>()
  const draftKey = taken && 'id' in identity ? taken : draftKeyOf(identity)
  const saving = useSaving(store, identity, draftKey, goTo)
  const draftState = useDraft(store, {
    key: draftKey,
    exists: hadDraft,
    isActive: offered === null,
    isSaving: saving.isRunning,
  })
  const { askForForms } = useExport()
  const saveButton = useRef<HTMLButtonElement>(null)
  // An offered draft is answered before anything is typed: it must be neither overwritten nor deleted unseen.
  const readOnly = (file?.archived ?? false) || offered !== null
  const context = useMemo(() => ({ store, language, today, readOnly }), [store, language, today, readOnly])
  useFirstBox(tab !== 'history' && offered === null)

  const save = async (): Promise<Saved | undefined> => {
    if (readOnly) return undefined
    const saved = await saving.save()
    if (saved && !('id' in identity)) onCreated?.(saved.id)
    return saved
  }
  /** What leaves the house is what stands on the screen: changes are saved first. */
  const withSaved = async (act: (id: number) => void) => {
    const changed = !readOnly && (store.isChanged || !('id' in identity))
    const id = changed ? (await save())?.id : 'id' in identity ? identity.id : undefined
    if (id !== undefined) act(id)
  }
  const actions = {
    save: () => void save(),
    undo: () => goTo(readOnly ? undefined : store.undo()),
    redo: () => goTo(readOnly ? undefined : store.redo()),
    print: () => void withSaved(id => navigate(`/print/${id}`)),
    exportForms: () => void withSaved(id => askForForms([id])),
    turn: (by: 1 | -1) => {
      const tabs = tabsOf(file)
      const next = tabs[tabs.indexOf(tab) + by]
      if (!next) return
      navigate(tabRoute(identity, next))
      requestAnimationFrame(() => focusPath('customer.name'))
    },
  }
  useFileKeys(actions)
  const takeDraft = () => {
    if (!offered) return
    setTaken(offered.key)
    store.takeDraft(offered, problemOf(today))
    setOffered(null)
  }
  return (
    <FileContextProvider value={context}>
      <FileHeader
        identity={identity}
        file={file}
        tab={tab}
        busy={saving.busy}
        actions={actions}
        withSaved={withSaved}
        onGoTo={goTo}
        saveButton={saveButton}
        onReload={onReload}
      />
      {offered && <DraftBanner draft={offered} onTake={takeDraft} onDiscarded={() => setOffered(null)} />}
      {saving.error && <SaveError error={saving.error} onDismiss={saving.dismiss} />}
      <div className="desk">
        {tab === 'history' && file ? (
          <HistoryView file={file} />
        ) : (
          <Paper
            key={tab}
            layout={forms[tab === 'kh002' ? 'KH002' : 'KH001']}
            onEnd={() => saveButton.current?.focus()}
          />
        )}
      </div>
      {saving.conflict && (
        <ConflictDialog conflict={saving.conflict} onResolve={saving.resolve} onCancel={saving.dismiss} />
      )}
      <FileStatus file={file} savedAt={saving.savedAt} draft={draftState} />
    </FileContextProvider>
  )
}
