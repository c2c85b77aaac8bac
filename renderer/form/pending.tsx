import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '../../shared/catalogue/derive/display.ts'
import type { Path } from '../../shared/catalogue/field.ts'
import { useFile } from './file-context.ts'

/** A change of a box that somebody else has not approved yet; `value` as the box would show it, nothing where it is hidden. */
export interface PendingChange {
  readonly value: string | undefined
  readonly by: string
}

interface PendingChanges {
  readonly boxes: ReadonlyMap<Path, PendingChange>
  /** Shows the request. */
  readonly onShow: () => void
}

const PendingContext = createContext<PendingChanges>({ boxes: new Map(), onShow: () => undefined })

export const PendingProvider = PendingContext.Provider

/** 待批准: what a box will say once the change is approved; until then the box keeps what it says (rules 17). */
export function PendingTag({ path }: { path: Path }) {
  const { t } = useTranslation()
  const { language } = useFile()
  const { boxes, onShow } = useContext(PendingContext)
  const change = boxes.get(path)
  if (!change) return null
  const { value, by } = change
  const text = value === undefined ? t('changes.pendingHidden') : t('changes.pending', { value })
  return (
    <button
      type="button"
      className="pending-change"
      tabIndex={-1}
      title={text}
      aria-label={t('changes.pendingTag', { text, box: labelOf(path, language), by })}
      onClick={onShow}
    >
      {text}
    </button>
  )
}
