import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '../../shared/catalogue/derive/display.ts'
import type { Path } from '../../shared/catalogue/field.ts'
import { useCell, useFile } from './file-context.ts'

/** Answers that a review took over from the last card: each is confirmed by itself, never in bulk (rules 9). */
export interface CarriedAnswers {
  readonly paths: ReadonlySet<Path>
  readonly confirm: (path: Path) => void
}

// Apart from the file's own context, so that a confirmation redraws the tags and not the boxes.
const CarriedContext = createContext<CarriedAnswers>({ paths: new Set(), confirm: () => undefined })

export const CarriedProvider = CarriedContext.Provider

/** The answers of the open file that are still to be confirmed. */
export function useCarried(): CarriedAnswers {
  return useContext(CarriedContext)
}

/** The id by which a box refers to its mark. */
export const carriedId = (path: Path) => `carried-${path}`

/** 上次: marks an answer that was taken over until it is touched or confirmed; a click confirms it, as Ctrl+Enter in the box does. */
export function CarriedTag({ path }: { path: Path }) {
  const { paths, confirm } = useCarried()
  return paths.has(path) ? <OpenTag path={path} onConfirm={() => confirm(path)} /> : null
}

function OpenTag({ path, onConfirm }: { path: Path; onConfirm: () => void }) {
  const { t } = useTranslation()
  const { store, language, isReadOnly } = useFile()
  useCell(path) // draws anew when the box is touched
  if (store.isChangedAt(path) || isReadOnly(path)) return null
  return (
    <button
      type="button"
      id={carriedId(path)}
      className="carried"
      tabIndex={-1}
      title="Ctrl+Enter"
      aria-label={t('form.carriedConfirm', { box: labelOf(path, language) })}
      onClick={onConfirm}
    >
      {t('form.carried')} ✓
    </button>
  )
}
