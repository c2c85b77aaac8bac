import { useEffect, useRef, useState } from 'react'
import { mayList } from '../../../shared/catalogue/list-columns.ts'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Layout } from '../../../shared/contract/list-shapes.ts'
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
  readonly look: Look
  readonly layout: Layout
  readonly change: (next: Partial<Look>) => void
  readonly setLayout: (layout: Layout) => void
  readonly sortBy: (key: string) => void
  /** Takes a view over; answers whether it has filters that this person may not use, which are left out. */
  readonly take: (view: View | undefined) => boolean
}

/** Keeps the look of the list while the window is open, and the columns of the person for good. */
export function useList(person: number, rights: readonly Right[], views: Views): List {
  const { setText } = useSearchText()
  const save = useLayoutKeeping()
  const readableLook = (view: View): Look => {
    const { sort, descending, archived, conditions = [] } = view.content
    const order = mayList(sort, rights) ? { sort, descending } : everybody
    const { sort: by, descending: down } = order
    const allowed = conditions.filter(condition => mayList(condition.column, rights))
    return { sort: by, descending: down, archived, conditions: allowed, view: view.id }
  }
  const [state, setState] = useState(() => {
    const usual = views.views.find(view => view.id === views.usual)
    const isBack = place.person === person && place.look !== undefined
    const look = (isBack && place.look) || (usual ? readableLook(usual) : everybody)
    if (!isBack) place.current = 0
    Object.assign(place, { person, look })
    return { look, layout: (!isBack && usual?.content.layout) || (views.layout ?? usualLayout) }
  })
  const change = (next: Partial<Look>) => {
    const look = { ...state.look, ...next }
    Object.assign(place, { look, current: 0 })
    setState(present => ({ ...present, look }))
  }
  const setLayout = (layout: Layout) => {
    setState(present => ({ ...present, layout }))
    save(layout)
  }
  return {
    look: state.look,
    layout: state.layout.filter(({ key }) => mayList(key, rights)),
    change,
    setLayout,
    sortBy: key => change({ sort: key, descending: state.look.sort === key && !state.look.descending }),
    take: view => {
      change(view ? readableLook(view) : everybody)
      if (view) setText(view.content.search)
      if (view) setLayout(view.content.layout)
      return view?.content.conditions?.some(condition => !mayList(condition.column, rights)) ?? false
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
