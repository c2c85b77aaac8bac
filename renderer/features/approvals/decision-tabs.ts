/** The pages of the decision screen in their order. */
export const decisionTabs = ['sign', 'kh002', 'kh001', 'papers', 'record'] as const
export type DecisionTab = (typeof decisionTabs)[number]

/** The route of a page of an application. */
export function decisionRoute(id: number, tab: DecisionTab = 'sign'): string {
  return tab === 'sign' ? `/approvals/${id}` : `/approvals/${id}/${tab}`
}

/** The page that a part of the address names; the decision where it names none. */
export function decisionTabOf(text: string | undefined): DecisionTab {
  return decisionTabs.find(tab => tab === text) ?? 'sign'
}
