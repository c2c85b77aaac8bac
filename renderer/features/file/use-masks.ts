import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import type { Values } from '../../../shared/catalogue/field.ts'
import { revealSeconds } from '../../../shared/domain/personal.ts'
import { focusPath } from '../../form/keyboard.ts'
import type { FileStore } from '../../form/store.ts'
import type { FileTab } from './file-tabs.ts'
import { useMaskedInView } from './use-masked-in-view.ts'
import { type Reveal, useReveal } from '../../ui/use-reveal.ts'

interface MasksOptions {
  readonly savedAt: string | undefined
  /** The draft in hand. */
  readonly draftKey: string | undefined
  readonly tab: FileTab
  /** Is told what the card says in its delicate boxes, once that was asked for. */
  readonly onShown: (values: Values) => void
}

/** The masks over an open file and the draft in hand: lifted on demand, and put back a minute after delicate boxes were asked for or saved (rules 11). */
export function useMasks(
  store: FileStore,
  customerId: number | undefined,
  { savedAt, draftKey, tab, onShown }: MasksOptions,
): Reveal & { readonly isMasked: boolean } {
  const reveal = useReveal(customerId === undefined ? [] : [customerId], {
    draftKey,
    onShown: (values, cells) => {
      keepingPlace(() => store.reveal(values, cells))
      onShown(values)
    },
    onHidden: () => keepingPlace(() => store.conceal()),
  })
  const { begin } = reveal
  // With every save, and where another window of the same person has asked for them.
  const occasion = customerId === undefined ? undefined : (savedAt ?? '')
  useEffect(() => {
    if (occasion !== undefined && store.showsDelicate) begin(revealSeconds)
  }, [occasion, store, begin])
  const subscribe = useCallback((listener: () => void) => store.subscribeAll(listener), [store])
  const isInView = useMaskedInView(tab)
  return { ...reveal, isMasked: useSyncExternalStore(subscribe, () => store.isMasked) || isInView }
}

/** The box in hand stays in hand, though another element takes its place: in one step, so that no key falls between the two. */
function keepingPlace(act: () => void): void {
  const stop = document.activeElement?.closest<HTMLElement>('[data-stop]')?.dataset['stop']
  flushSync(act)
  if (stop !== undefined && document.activeElement === document.body) focusPath(stop)
}
