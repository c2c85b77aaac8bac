import type { KeyboardEvent } from 'react'

/** Where the keyboard stands in a grid: a row, -1 being the heads, and a cell of it, or the row as a whole. */
export interface GridPlace {
  readonly row: number
  readonly column: number | undefined
}

/** What the keys of a grid work on. */
export interface GridBounds {
  readonly rows: number
  readonly columns: number
  /** How many rows a page of the screen shows. */
  readonly page: number
  readonly hasHeads: boolean
}

/** Where a key leads to; nothing where it does not move. Shift, which extends what is chosen, moves all the same. */
export function moveOf(event: KeyboardEvent, { row, column }: GridPlace, bounds: GridBounds): GridPlace | undefined {
  if (event.altKey || event.metaKey) return undefined
  const last = bounds.rows - 1
  const top = bounds.hasHeads ? -1 : 0
  const to = (next: number, lowest = 0): GridPlace => ({ row: Math.max(lowest, Math.min(next, last)), column })
  const aside = (next: number): GridPlace => ({ row, column: Math.max(0, Math.min(next, bounds.columns - 1)) })
  if (event.ctrlKey) {
    if (event.key === 'Home') return to(0)
    return event.key === 'End' ? to(last) : undefined
  }
  switch (event.key) {
    case 'ArrowDown':
      return to(row + 1)
    case 'ArrowUp':
      // The heads are reached from the first row, with a column to stand on.
      return row === 0 && bounds.hasHeads ? { row: top, column: column ?? 0 } : to(row - 1, row < 0 ? top : 0)
    case 'PageDown':
      return to(row + bounds.page)
    case 'PageUp':
      return to(row - bounds.page)
    case 'ArrowRight':
      return aside(column === undefined ? 0 : column + 1)
    case 'ArrowLeft':
      return aside(column === undefined ? 0 : column - 1)
    case 'Home':
      return aside(0)
    case 'End':
      return aside(bounds.columns - 1)
    default:
      return undefined
  }
}

/** Whether a key is pressed without any other that changes its meaning. */
export const isPlain = (event: KeyboardEvent) => !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
