import { useEffect, useRef, useState } from 'react'
import type { FileStore } from '../../form/store.ts'
import { transport } from '../../transport/index.ts'
import { whenLeaving } from '../../ui/leaving.ts'

const pause = 500 // ms after the last keystroke; with the write itself well within the promised second
const moment = () => new Promise(resolve => setTimeout(resolve, 50))

/** What the status line says about the draft. */
export type DraftState =
  | { readonly kind: 'none' }
  | { readonly kind: 'kept'; readonly at: string }
  | { readonly kind: 'failed' }

export interface DraftKeeping {
  /** The key of the draft; it changes when a new card is saved for the first time. */
  readonly key: string
  /** Whether a draft stands in the database already. */
  readonly exists: boolean
  /** False while an older draft waits for an answer: it must not be overwritten. */
  readonly isActive: boolean
  /** While a save runs nothing is written: the save drops the draft, and a late write would bring it back. */
  readonly isSaving: () => boolean
}

/**
 * Keeps what is typed but not saved in the database, within a second after typing stops and at once when the page is hidden or
 * left, and before anybody else takes over. A file without changes has no draft.
 */
export function useDraft(store: FileStore, keeping: DraftKeeping): DraftState {
  const [state, setState] = useState<DraftState>({ kind: 'none' })
  const hasDraft = useRef(keeping.exists)
  const now = useRef(keeping)
  useEffect(() => {
    now.current = keeping
  })

  const { isActive } = keeping
  useEffect(() => {
    if (!isActive) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isKept = true
    let running: Promise<boolean> | undefined
    const later = () => {
      isKept = false
      clearTimeout(timer)
      timer = setTimeout(() => void keepNow(), pause)
    }
    const keep = async () => {
      const { key } = now.current
      if (store.isChanged) {
        const { revision, kept } = store
        const outcome = await transport.call('drafts.put', {
          key,
          revision,
          cells: store.draftCells(),
          kept: [...kept],
        })
        hasDraft.current = true
        setState(outcome.ok ? { kind: 'kept', at: outcome.value.savedAt } : { kind: 'failed' })
        return outcome.ok
      }
      if (hasDraft.current) {
        const outcome = await transport.call('drafts.discard', { key })
        if (outcome.ok) hasDraft.current = false
        setState(outcome.ok ? { kind: 'none' } : { kind: 'failed' })
      }
      return true
    }
    const work = () => running ?? (now.current.isSaving() ? moment() : undefined)
    const keepNow = async () => {
      for (let busy = work(); busy; busy = work()) await busy
      if (isKept) return true
      clearTimeout(timer)
      timer = undefined
      running = keep()
      isKept = (await running) && timer === undefined
      running = undefined
      return isKept
    }
    const atOnce = () => void keepNow()
    const unsubscribe = store.subscribeAll(later)
    const forget = whenLeaving({ isKept: () => isKept, keep: keepNow })
    document.addEventListener('visibilitychange', atOnce)
    window.addEventListener('pagehide', atOnce)
    return () => {
      unsubscribe()
      forget()
      document.removeEventListener('visibilitychange', atOnce)
      window.removeEventListener('pagehide', atOnce)
      atOnce()
    }
  }, [store, isActive])
  return state
}
