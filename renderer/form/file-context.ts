import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { Path, Values } from '../../shared/catalogue/field.ts'
import type { Language } from '../../shared/text/language.ts'
import type { Cell, FileStore } from './store.ts'

/** What every box of an open file needs. `today` is the local ISO date. */
export interface FileContext {
  readonly store: FileStore
  readonly language: Language
  readonly today: string
  /** Whether a box is shown and not edited. Asked by every box, so it must be quick and the same function while somebody types. */
  readonly isReadOnly: (path: Path) => boolean
  /** Whether a box is kept from the person who looks at the file. */
  readonly isHidden: (path: Path) => boolean
}

export const FileContextProvider = createContext<FileContext | undefined>(undefined)

/** The open file. Throws outside a file page: a mistake in the screen. */
export function useFile(): FileContext {
  const file = useContext(FileContextProvider)
  if (!file) throw new Error('A box of a form was drawn outside a customer file')
  return file
}

/** One box of the open file; redraws when that box changes. */
export function useCell(path: Path): Cell {
  const { store } = useFile()
  const subscribe = useCallback((listener: () => void) => store.subscribe(path, listener), [store, path])
  return useSyncExternalStore(subscribe, () => store.cell(path))
}

/** What stands in a box in the place of what it says, if it is masked; redraws when that box changes. */
export function useMask(path: Path): string | undefined {
  const { store } = useFile()
  const subscribe = useCallback((listener: () => void) => store.subscribe(path, listener), [store, path])
  return useSyncExternalStore(subscribe, () => store.mask(path))
}

/** Something worked out from the whole file; redraws only when the answer changes, so it must be a plain value. */
export function useDerived<T extends string | number | boolean>(derive: (values: Values) => T): T {
  const { store } = useFile()
  const subscribe = useCallback((listener: () => void) => store.subscribeAll(listener), [store])
  return useSyncExternalStore(subscribe, () => derive(store.values))
}
