/** Which customers are ticked: some by id, or all that the list finds, also those that were never scrolled to. */
export type Marked = { readonly kind: 'some'; readonly ids: ReadonlySet<number> } | { readonly kind: 'all' }

export const noneMarked: Marked = { kind: 'some', ids: new Set() }

export function isMarked(marked: Marked, id: number): boolean {
  return marked.kind === 'all' || marked.ids.has(id)
}

export function countMarked(marked: Marked, total: number): number {
  return marked.kind === 'all' ? total : marked.ids.size
}

/** The marks after one row was ticked or unticked; `loaded` are the rows known when "all" turns into "all but". */
export function toggleMarked(marked: Marked, id: number, loaded: readonly number[]): Marked {
  const ids = new Set(marked.kind === 'all' ? loaded : marked.ids)
  if (isMarked(marked, id)) ids.delete(id)
  else ids.add(id)
  return { kind: 'some', ids }
}
