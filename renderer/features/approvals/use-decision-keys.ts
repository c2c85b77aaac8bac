import { useEffect, useRef } from 'react'
import { navigate } from '../../ui/navigate.ts'
import { type DecisionTab, decisionRoute, decisionTabs } from './decision-tabs.ts'

/** Ctrl+Enter signs (Cmd on a Mac), Alt+PageDown and Alt+PageUp turn the pages. Never while an input method composes or a dialog is open. */
export function useDecisionKeys(id: number, tab: DecisionTab, sign: () => void): void {
  const latest = useRef({ id, tab, sign })
  useEffect(() => {
    latest.current = { id, tab, sign }
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('[role=dialog]')) return
      const now = latest.current
      const turn = event.altKey ? { PageDown: 1, PageUp: -1 }[event.key] : undefined
      const next = turn === undefined ? undefined : decisionTabs[decisionTabs.indexOf(now.tab) + turn]
      if (next) navigate(decisionRoute(now.id, next))
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && now.tab === 'sign') now.sign()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
