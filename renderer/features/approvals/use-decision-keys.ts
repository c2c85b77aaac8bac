import { navigate } from '../../ui/navigate.ts'
import { useWindowKeys } from '../../ui/use-window-keys.ts'
import { type DecisionTab, decisionRoute, decisionTabs } from './decision-tabs.ts'

interface DecisionKeys {
  readonly sign: () => void
  readonly reveal: () => void
}

/** Ctrl+Enter signs (Cmd on a Mac), Alt+PageDown and Alt+PageUp turn the pages, F4 shows what is masked. Never while an input method composes or a dialog is open. */
export function useDecisionKeys(id: number, tab: DecisionTab, { sign, reveal }: DecisionKeys): void {
  useWindowKeys(event => {
    if (document.querySelector('[role=dialog]')) return
    const turn = event.altKey ? { PageDown: 1, PageUp: -1 }[event.key] : undefined
    const next = turn === undefined ? undefined : decisionTabs[decisionTabs.indexOf(tab) + turn]
    if (next) navigate(decisionRoute(id, next))
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && tab === 'sign') sign()
    else if (event.key === 'F4') reveal()
    else return
    event.preventDefault()
  })
}
