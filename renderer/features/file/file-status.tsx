import { useTranslation } from 'react-i18next'
import type { CustomerFile } from '../../../shared/contract/shapes.ts'
import { useCarried } from '../../form/carried.tsx'
import { localDateTime, localTime } from '../../ui/local-time.ts'
import { StatusLine } from '../../ui/status-line.tsx'
import { type FileTab, isForm } from './file-tabs.ts'
import type { DraftState } from './use-draft.ts'

interface FileStatusProps {
  readonly tab: FileTab
  readonly file: CustomerFile | undefined
  readonly savedAt: string | undefined
  readonly draft: DraftState
}

/** The foot of an open file: what is saved, and whether a draft is kept. */
export function FileStatus({ tab, file, savedAt, draft }: FileStatusProps) {
  const { t } = useTranslation()
  const { paths } = useCarried()
  const keys = !isForm(tab)
    ? t(tab === 'extra' ? 'extra.keys' : 'limits.keys')
    : tab === 'kh002' && paths.size > 0
      ? `${t('limits.carriedKeys')} · ${t('form.keys')}`
      : t('form.keys')
  const saved = () => {
    if (savedAt) return t('file.saved', { time: localTime(savedAt) })
    return file
      ? t('file.unchangedSince', { time: localDateTime(file.changedAt), by: file.changedBy })
      : t('file.neverSaved')
  }
  return (
    <StatusLine keys={keys}>
      <span>{saved()}</span>
      <span>
        {draft.kind === 'kept' ? t('file.draftKept', { time: localTime(draft.at) }) : t(`file.draft-${draft.kind}`)}
      </span>
    </StatusLine>
  )
}
