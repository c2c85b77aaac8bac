import { useEffect, useRef, useState } from 'react'
import type { FileStore } from '../../form/store.ts'
import { transport } from '../../transport/index.ts'

const pause = 500 // ms after the last keystroke; with the write itself well within the promised second

/** What the status line says about the draft. */
export type DraftState =
  | { readonly kind: 'none' }
  | { readonly kind: 'kept'; readonly at: string }
  | { readonly kind: 'failed' }

/**
 * Keeps what is typed but not saved in the database, within a second after typing stops and at once when the page is hidden or
 * left. A file without changes has no draft. `active` is false while an older draft waits for an answer: it must not be overwritten.
 */
export function useDraft(store: FileStore, key: string, active: boolean): DraftState {
  const [state, setState] = useState<DraftState>({ kind: 'none' })
  const hasDraft = useRef(false)

  useEffect(() => {
    if (!active) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = async () => {
      timer = undefined
      if (store.isChanged) {
        const outcome = await transport.call('drafts.put', { key, revision: store.revision, cells: store.draftCells() })
        hasDraft.current = true
        setState(outcome.ok ? { kind: 'kept', at: outcome.value.savedAt } : { kind: 'failed' })
      } else if (hasDraft.current) {
        hasDraft.current = false
        const outcome = await transport.call('drafts.discard', { key })
        setState(outcome.ok ? { kind: 'none' } : { kind: 'failed' })
      }
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void keep(), pause)
    }
    const atOnce = () => {
      if (timer === undefined) return
      clearTimeout(timer)
      void keep()
    }
    const unsubscribe = store.subscribeAll(later)
    document.addEventListener('visibilitychange', atOnce)
    window.addEventListener('pagehide', atOnce)
    return () => {
      unsubscribe()
      document.removeEventListener('visibilitychange', atOnce)
      window.removeEventListener('pagehide', atOnce)
      atOnce()
    }
  }, [store, key, active])
  return state
}
