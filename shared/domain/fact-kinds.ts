/** The kinds of facts that a search finds customers by; the place in the list, from 1, is the sign that marks them in stored texts. */
export const factKinds = ['name', 'number', 'card', 'code', 'phone', 'contact', 'former'] as const
export type FactKind = (typeof factKinds)[number]
