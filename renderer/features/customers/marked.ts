/** Which customers of the list are ticked: some, or all that it finds but some, also those that were never scrolled to. */
export interface Marked {
  readonly kind: 'some' | 'allBut'
  readonly ids: ReadonlySet<number>
}

export const noneMarked: Marked = { kind: 'some', ids: new Set() }
export const allMarked: Marked = { kind: 'allBut', ids: new Set() }

export function isMarked({ kind, ids }: Marked, id: number): boolean {
  return ids.has(id) === (kind === 'some')
}

export function countMarked({ kind, ids }: Marked, total: number): number {
  return kind === 'some' ? ids.size : total - ids.size
}

/** The marks after one row was ticked or unticked. */
export function toggleMarked({ kind, ids }: Marked, id: number): Marked {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { kind, ids: next }
}

/** The marks after a run of rows was ticked. */
export function withMarked({ kind, ids }: Marked, run: readonly number[]): Marked {
  const next = new Set(ids)
  for (const id of run)
    if (kind === 'some') next.add(id)
    else next.delete(id)
  return { kind, ids: next }
}
