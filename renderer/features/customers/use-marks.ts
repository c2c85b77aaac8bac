import { useRef, useState } from 'react'
import type { CustomerRow } from '../../../shared/contract/shapes.ts'
import { transport } from '../../transport/index.ts'
import type { List, Pages } from '../../transport/use-pages.ts'
import { allMarked, type Marked, noneMarked, toggleMarked, withMarked } from './marked.ts'

/** What is ticked in the list, and the ways to tick. */
export interface Marks {
  readonly marked: Marked
  readonly toggle: (row: CustomerRow) => void
  readonly markRange: (from: number, to: number, isNew: boolean) => void
  readonly markAll: () => void
  readonly markNone: () => void
}

/** Marks belong to what the person saw: another filter starts without any. */
export function useMarks(list: List<'customers.list'>, pages: Pages<CustomerRow>): Marks {
  const [marked, setMarked] = useState<Marked>(noneMarked)
  const before = useRef<Marked>(noneMarked)
  const latest = useRef(0)
  const filterKey = JSON.stringify([list.search, list.archived, list.conditions])
  const [markedFor, setMarkedFor] = useState(filterKey)
  if (markedFor !== filterKey) {
    setMarkedFor(filterKey)
    setMarked(noneMarked)
  }
  const markRange = async (from: number, to: number, isNew: boolean) => {
    if (isNew) before.current = marked
    const offset = Math.min(from, to)
    const limit = Math.abs(to - from) + 1
    const own = ++latest.current
    const run = await idsBetween(list, pages, offset, limit)
    // A later step has overtaken this one.
    if (own === latest.current && run) setMarked(withMarked(before.current, run))
  }
  return {
    marked,
    toggle: row => setMarked(toggleMarked(marked, row.id)),
    markRange: (from, to, isNew) => void markRange(from, to, isNew),
    markAll: () => setMarked(allMarked),
    markNone: () => setMarked(noneMarked),
  }
}

async function idsBetween(
  { search, archived, conditions, sort, descending }: List<'customers.list'>,
  pages: Pages<CustomerRow>,
  offset: number,
  limit: number,
): Promise<readonly number[] | undefined> {
  const rows = Array.from({ length: Math.min(limit, 500) }, (_, index) => pages.row(offset + index))
  if (limit <= rows.length && rows.every(row => row !== undefined)) return rows.map(row => row.id)
  const filter = { search, archived, sort, descending, ...(conditions && { conditions }) }
  const outcome = await transport.call('customers.ids', { ...filter, offset, limit })
  return outcome.ok ? outcome.value.ids : undefined
}
