import { useEffect, useMemo, useRef, useState } from 'react'
import { type ListColumns, listColumnsOf } from '../../../shared/catalogue/list-columns.ts'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Layout } from '../../../shared/contract/list-shapes.ts'
import type { ExtraBox } from '../../../shared/domain/extra-box.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import { transport } from '../../transport/index.ts'
import { useSearchText } from '../../ui/search-text.tsx'
import { usualLayout } from './columns.ts'
import { everybody, type Look, place } from './place.ts'

type Views = Output<'views.list'>
export type View = Views['views'][number]
const pause = 600 // ms without another change before the columns are kept

/** How a person looks at the list at the moment, and the ways to change it. */
export interface List {
  /** What can be shown, sorted by and filtered by. */
  readonly columns: ListColumns
  readonly look: Look
  readonly layout: Layout
  readonly change: (next: Partial<Look>) => void
  readonly setLayout: (layout: Layout) => void
  readonly sortBy: (key: string) => void
  /** Takes a view over; answers whether it has filters that this person may not use, which are left out. */
  readonly take: (view: View | undefined) => boolean
}

interface Reader {
  readonly person: number
  readonly rights: readonly Right[]
  readonly extras: readonly ExtraBox[]
}

/** Keeps the look of the list while the window is open, and the columns of the person for good. */
export function useList({ person, rights, extras }: Reader, views: Views): List {
  const columns = useMemo(() => listColumnsOf(extras, rights), [extras, rights])
  const { setText } = useSearchText()
  const save = useLayoutKeeping()
  const readable = (look: Look): Look => ({
    ...look,
    ...(!columns.at(look.sort) && { sort: everybody.sort, descending: everybody.descending }),
    conditions: look.conditions.filter(({ column }) => columns.at(column)),
  })
  const lookOf = ({ id, content }: View): Look => {
    const { sort, descending, archived, conditions = [] } = content
    return { sort, descending, archived, conditions, view: id }
  }
  const [state, setState] = useState(() => {
    const usual = views.views.find(view => view.id === views.usual)
    const isBack = place.person === person && place.look !== undefined
    const look = (isBack && place.look) || (usual ? lookOf(usual) : everybody)
    if (!isBack) place.current = 0
    Object.assign(place, { person, look })
    return { look, layout: (!isBack && usual?.content.layout) || (views.layout ?? usualLayout) }
  })
  // A box may have been retired, or a right taken away, since the list was looked at in this way.
  const look = readable(state.look)
  const change = (next: Partial<Look>) => {
    const changed = { ...look, ...next }
    Object.assign(place, { look: changed, current: 0 })
    setState(present => ({ ...present, look: changed }))
  }
  const setLayout = (layout: Layout) => {
    setState(present => ({ ...present, layout }))
    save(layout)
  }
  return {
    columns,
    look,
    layout: state.layout.filter(({ key }) => columns.at(key)),
    change,
    setLayout,
    sortBy: key => change({ sort: key, descending: look.sort === key && !look.descending }),
    take: view => {
      change(view ? lookOf(view) : everybody)
      if (view) setText(view.content.search)
      if (view) setLayout(view.content.layout)
      return view?.content.conditions?.some(({ column }) => !columns.at(column)) ?? false
    },
  }
}

/** Keeps the columns once they have come to rest, and at the latest when the list is left. */
function useLayoutKeeping(): (layout: Layout) => void {
  const waiting = useRef<{ layout: Layout; timer: ReturnType<typeof setTimeout> }>(undefined)
  const keep = useRef(() => {
    const { layout, timer } = waiting.current ?? {}
    clearTimeout(timer)
    waiting.current = undefined
    // Columns that could not be kept are asked for again with the next change; the list itself lacks nothing.
    if (layout) void transport.call('views.putLayout', { layout })
  })
  useEffect(() => keep.current, [])
  return layout => {
    clearTimeout(waiting.current?.timer)
    waiting.current = { layout, timer: setTimeout(() => keep.current(), pause) }
  }
}
