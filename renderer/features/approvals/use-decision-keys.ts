import { useEffect, useRef } from 'react'
import { navigate } from '../../ui/navigate.ts'
import { type DecisionTab, decisionRoute, decisionTabs } from './decision-tabs.ts'

interface DecisionKeys {
  readonly sign: () => void
  readonly reveal: () => void
}

/** Ctrl+Enter signs (Cmd on a Mac), Alt+PageDown and Alt+PageUp turn the pages, F4 shows what is masked. Never while an input method composes or a dialog is open. */
export function useDecisionKeys(id: number, tab: DecisionTab, { sign, reveal }: DecisionKeys): void {
  const latest = useRef({ id, tab, sign, reveal })
  useEffect(() => {
    latest.current = { id, tab, sign, reveal }
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('[role=dialog]')) return
      const now = latest.current
      const turn = event.altKey ? { PageDown: 1, PageUp: -1 }[event.key] : undefined
      const next = turn === undefined ? undefined : decisionTabs[decisionTabs.indexOf(now.tab) + turn]
      if (next) navigate(decisionRoute(now.id, next))
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && now.tab === 'sign') now.sign()
      else if (event.key === 'F4') now.reveal()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
