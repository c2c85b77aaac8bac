import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Path } from '../../../shared/catalogue/field.ts'
import type { GivenAnswers } from '../../../shared/contract/duplicate-calls.ts'
import type { CustomerFile, Draft, Saved } from '../../../shared/contract/shapes.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import type { Language } from '../../../shared/text/language.ts'
import { CarriedProvider } from '../../form/carried.tsx'
import { PersonalProvider } from '../../form/closed.tsx'
import { FileContextProvider } from '../../form/file-context.ts'
import { focusPath } from '../../form/keyboard.ts'
import { PendingProvider } from '../../form/pending.tsx'
import type { FileStore } from '../../form/store.ts'
import { useExport } from '../../ui/exports.tsx'
import { navigate } from '../../ui/navigate.ts'
import { useToday } from '../../ui/use-today.ts'
import { boxAccess } from './box-access.ts'
import { ArchivedBanner } from './changes/archived-banner.tsx'
import { ChangeRequestDialog } from './changes/change-request-dialog.tsx'
import { usePendingChanges } from './changes/use-pending.ts'
import { CardDuplicates } from './changes/card-duplicates.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { DraftBanner } from './draft-banner.tsx'
import { problemOf } from './draft-problem.ts'
import { FileHeader } from './file-header.tsx'
import { FileStatus } from './file-status.tsx'
import { draftKeyOf, type FileIdentity, type FileTab, isForm, tabRoute, tabsOf } from './file-tabs.ts'
import { ApplicationDialogs } from './limits/application-dialogs.tsx'
import { CreditBanner } from './limits/credit-banner.tsx'
import { useApplicationFlow } from './limits/use-application-flow.ts'
import { useLimits } from './limits/use-limits.ts'
import { MergedFrom } from './merged-from.tsx'
import { PersonalDialog } from './personal/personal-dialog.tsx'
import { useAskedPerson } from './personal/use-asked-person.ts'
import { usePersonalRules } from './personal/use-personal-rules.ts'
import { SaveError } from './save-error.tsx'
import { SimilarCustomers } from './similar-customers.tsx'
import { TabBody } from './tab-body.tsx'
import { useBoxInView } from './use-box-in-view.ts'
import { useCarriedAnswers } from './use-carried.ts'
import { useDraft } from './use-draft.ts'
import { useFileKeys } from './use-file-keys.ts'
import { useFirstBox } from './use-first-box.ts'
import { useMasks } from './use-masks.ts'
import { useSaving } from './use-saving.ts'
import './changes/changes.css'
import './limits/limits.css'
import '../../ui/duplicates.css'

interface FileDeskProps {
  readonly store: FileStore
  readonly identity: FileIdentity
  /** A draft to ask about before anything is typed. */
  readonly draft: Draft | null
  /** Whether a draft stands in the database, offered or taken. */
  readonly hadDraft: boolean
  readonly file: CustomerFile | undefined
  readonly tab: FileTab
  readonly rights: readonly Right[]
  /** A new card was saved for the first time. */
  readonly onCreated?: (id: number) => void
  /** Reads the file anew. */
  readonly onReload: () => Promise<CustomerFile | undefined>
}

/** An open file on the desk: header, tabs, the paper in hand, and what belongs to typing: draft, undo, saving, conflicts. */
export function FileDesk({ store, identity, draft, hadDraft, file, tab, rights, onCreated, onReload }: FileDeskProps) {
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
  const isClosed = (file?.archived ?? false) || offered !== null
  const customerId = 'id' in identity ? identity.id : undefined
  const draftInHand = taken ?? ('id' in identity ? undefined : identity.draftKey)
  const masks = useMasks(store, customerId, {
    savedAt: saving.savedAt,
    draftKey: draftInHand,
    tab,
    onShown: saving.reveal,
  })
  const limits = useLimits(customerId, rights)
  const isFrozen = (limits.data?.frozenBy ?? null) !== null
  const pending = usePendingChanges(customerId)
  const access = useMemo(
    () => boxAccess({ isClosed, isFrozen, rights, pending }),
    [isClosed, isFrozen, rights, pending],
  )
  const showHistory = useCallback(() => navigate(tabRoute(identity, 'history')), [identity])
  const waiting = useMemo(() => ({ boxes: pending, onShow: showHistory }), [pending, showHistory])
  const rules = usePersonalRules(customerId)
  const [askedPerson, setAskedPerson] = useAskedPerson()
  const personal = useMemo(
    () => ({ rules, onOpen: (subject: string, path?: Path) => setAskedPerson({ subject, path }) }),
    [rules, setAskedPerson],
  )
  const context = useMemo(() => ({ store, language, today, ...access }), [store, language, today, access])
  const carried = useCarriedAnswers(customerId, limits.data)
  const mayWrite = !isClosed && writes.some(right => rights.includes(right))
  useFirstBox(isForm(tab) && offered === null)

  const save = async (): Promise<Saved | undefined> => {
    if (!mayWrite) return undefined
    const saved = await saving.save()
    if (saved && !('id' in identity)) onCreated?.(saved.id)
    return saved
  }
  const answerDuplicates = async (given: GivenAnswers) => {
    const saved = await saving.answer(given)
    if (saved && !('id' in identity)) onCreated?.(saved.id)
  }
  /** What leaves the house is what stands on the screen: changes are saved first. */
  const withSaved = async (act: (id: number) => void) => {
    const changed = mayWrite && (store.isChanged || !('id' in identity))
    const id = changed ? (await save())?.id : 'id' in identity ? identity.id : undefined
    if (id !== undefined) act(id)
  }
  const actions = {
    save: () => void save(),
    undo: () => goTo(mayWrite ? store.undo() : undefined),
    redo: () => goTo(mayWrite ? store.redo() : undefined),
    print: () => void withSaved(id => navigate(`/print/${id}`)),
    exportForms: () => void withSaved(id => askForForms([id])),
    reveal: () => masks.toggle(masks.isMasked),
    turn: (by: 1 | -1) => {
      const tabs = tabsOf(file, rights)
      const next = tabs[tabs.indexOf(tab) + by]
      if (!next) return
      navigate(tabRoute(identity, next))
      requestAnimationFrame(() => focusPath('customer.name'))
    },
  }
  useFileKeys(actions)
  const reload = async () => {
    const fresh = await onReload()
    // What was typed meanwhile stays; the next save brings both together.
    if (fresh && !store.isChanged) store.rebase(fresh, fresh.revision, {})
  }
  const flow = useApplicationFlow({
    store,
    language,
    customerId,
    limits: limits.data,
    withSaved,
    onReload: reload,
    onCredit: () => navigate(tabRoute(identity, 'kh002')),
  })
  const mayApply = rights.includes('approval.apply') && !isClosed
  const takeDraft = () => {
    if (!offered) return
    setTaken(offered.key)
    store.takeDraft(offered, problemOf(today))
    setOffered(null)
  }
  return (
    <FileContextProvider value={context}>
      <PendingProvider value={waiting}>
        <CarriedProvider value={carried}>
          <PersonalProvider value={personal}>
            <FileHeader
              identity={identity}
              file={file}
              tab={tab}
              busy={saving.busy}
              actions={actions}
              masks={masks}
              withSaved={withSaved}
              onGoTo={goTo}
              canSave={mayWrite}
              onSubmit={tab === 'kh002' && mayApply && limits.data && !isFrozen ? flow.submitCredit : undefined}
              limit={limits.data?.today}
              rights={rights}
              saveButton={saveButton}
              onReload={() => void reload()}
            />
            {file && <MergedFrom customerNo={file.customerNo} />}
            {offered && <DraftBanner draft={offered} onTake={takeDraft} onDiscarded={() => setOffered(null)} />}
            {file?.archivedWhy && <ArchivedBanner why={file.archivedWhy} />}
            {mayWrite && isForm(tab) && <SimilarCustomers customerId={customerId} />}
            {saving.error && <SaveError error={saving.error} onDismiss={saving.dismiss} />}
            {tab === 'kh002' && limits.data && <CreditBanner limits={limits.data} flow={flow} mayApply={mayApply} />}
            <div className="desk">
              <TabBody
                tab={tab}
                file={file}
                rights={rights}
                limits={limits}
                flow={flow}
                onEnd={() => saveButton.current?.focus()}
              />
            </div>
            {limits.data && (
              <ApplicationDialogs
                flow={flow}
                limits={limits.data}
                onGoTo={goTo}
                onPapers={() => navigate(tabRoute(identity, 'papers'))}
              />
            )}
            {saving.controlled && customerId !== undefined && (
              <ChangeRequestDialog
                customerId={customerId}
                revision={store.revision}
                changes={saving.controlled}
                draftKey={draftKey}
                onAsked={saving.asked}
                onClose={saving.dismiss}
              />
            )}
            {saving.conflict && (
              <ConflictDialog
                conflict={saving.conflict}
                masks={masks}
                onResolve={saving.resolve}
                onCancel={saving.dismiss}
              />
            )}
            {saving.duplicates && (
              <CardDuplicates
                customerId={customerId}
                error={saving.duplicates}
                busy={saving.busy}
                onAnswer={given => void answerDuplicates(given)}
                onCancel={saving.dismiss}
              />
            )}
            {askedPerson && (
              <PersonalDialog
                customerId={customerId}
                asked={askedPerson}
                rules={rules}
                rights={rights}
                onGoTo={goTo}
                onReload={() => void reload()}
                onClose={() => setAskedPerson(undefined)}
              />
            )}
            <FileStatus tab={tab} file={file} savedAt={saving.savedAt} draft={draftState} />
          </PersonalProvider>
        </CarriedProvider>
      </PendingProvider>
    </FileContextProvider>
  )
}

/** Whoever may write none of these sections has nothing to save. */
const writes = ['basic.write', 'credit.write', 'delicate.write', 'bank.write'] as const
