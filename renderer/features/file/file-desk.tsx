import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import { parseEntry } from '../../../shared/catalogue/derive/entry.ts'
import { forms } from '../../../shared/catalogue/layout/forms.ts'
import type { CustomerFile, Draft } from '../../../shared/contract/shapes.ts'
import type { Language } from '../../../shared/text/language.ts'
import { FileContextProvider } from '../../form/file-context.ts'
import { focusPath } from '../../form/keyboard.ts'
import { Paper } from '../../form/paper.tsx'
import type { FileStore } from '../../form/store.ts'
import { navigate } from '../../ui/navigate.ts'
import { StatusLine } from '../../ui/status-line.tsx'
import { useExport } from '../../ui/exports.tsx'
import { useErrorText } from '../../ui/error-text.ts'
import { localDateTime, localTime } from '../../ui/local-time.ts'
import { useToday } from '../../ui/use-today.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { DraftBanner } from './draft-banner.tsx'
import { FileHeader } from './file-header.tsx'
import { HistoryView } from './history-view.tsx'
import { type FileTab, tabRoute, tabsOf } from './file-tabs.ts'
import { type FileIdentity, useSaving } from './use-saving.ts'
import { useDraft } from './use-draft.ts'
import { useFileKeys } from './use-file-keys.ts'

interface FileDeskProps {
  readonly store: FileStore
  readonly identity: FileIdentity
  readonly draftKey: string
  readonly draft: Draft | null
  readonly file: CustomerFile | undefined
  readonly tab: FileTab
  readonly onReload: () => void
}

/** An open file on the desk: header, tabs, the paper in hand, and what belongs to typing: draft, undo, saving, conflicts. */
export function FileDesk({ store, identity, draftKey, draft, file, tab, onReload }: FileDeskProps) {
  const { t, i18n } = useTranslation()
  const today = useToday()
  const language = i18n.language as Language
  const [offered, setOffered] = useState(draft)
  const saving = useSaving(store, identity)
  const draftState = useDraft(store, draftKey, offered === null)
  const errorText = useErrorText()
  const { askForForms } = useExport()
  const saveButton = useRef<HTMLButtonElement>(null)
  const archived = file?.archived ?? false
  const context = useMemo(() => ({ store, language, today, readOnly: archived }), [store, language, today, archived])

  const save = useCallback(async () => {
    store.settleAll()
    const saved = await saving.save()
    if (saved && !('id' in identity)) navigate(`/customers/${saved.id}/${tab}`, { replace: true })
  }, [saving, store, identity, tab])
  const keys = useMemo(
    () => ({
      save: () => void save(),
      undo: () => focusPath(store.undo() ?? ''),
      redo: () => focusPath(store.redo() ?? ''),
      print: () => file && navigate(`/print/${file.id}`),
      exportForms: () => file && askForForms([file.id]),
      turn: (by: 1 | -1) => {
        const next = tabsOf(file)[tabsOf(file).indexOf(tab) + by]
        if (next) navigate(tabRoute(identity, draftKey, next))
      },
    }),
    [save, store, file, tab, identity, draftKey, askForForms],
  )
  useFileKeys(keys)
  // The first box is ready for typing as soon as the form stands there; an offered draft is answered first.
  useEffect(() => {
    if (tab !== 'history' && offered === null && document.activeElement === document.body) focusPath('customer.name')
  }, [tab, offered])

  const takeDraft = () => {
    if (!offered) return
    store.takeDraft(offered, (path, entry) => {
      const box = boxAt(path)
      const parsed = box && parseEntry(box.field, entry, today)
      return parsed && !parsed.ok ? parsed.problem : undefined
    })
    setOffered(null)
  }
  return (
    <FileContextProvider value={context}>
      <FileHeader
        identity={identity}
        draftKey={draftKey}
        file={file}
        tab={tab}
        busy={saving.busy}
        onSave={save}
        saveButton={saveButton}
        onReload={onReload}
      />
      {offered && <DraftBanner draft={offered} onTake={takeDraft} onDiscarded={() => setOffered(null)} />}
      {saving.error && (
        <p className="banner banner-error" role="alert">
          {errorText(saving.error)}
          <button type="button" onClick={saving.dismiss}>
            {t('common.close')}
          </button>
        </p>
      )}
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
      <StatusLine keys={t('form.keys')}>
        <span>
          {saving.savedAt
            ? t('file.saved', { time: localTime(saving.savedAt) })
            : file
              ? t('file.unchangedSince', { time: localDateTime(file.changedAt), by: file.changedBy })
              : t('file.neverSaved')}
        </span>
        <span>
          {draftState.kind === 'kept'
            ? t('file.draftKept', { time: localTime(draftState.at) })
            : t(`file.draft-${draftState.kind}`)}
        </span>
      </StatusLine>
    </FileContextProvider>
  )
}
