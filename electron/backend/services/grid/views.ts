import type * as z from 'zod'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { gridCalls, type View } from '../../../../shared/contract/grid-calls.ts'
import { inTransaction } from '../../database/connection.ts'
import * as kept from '../../repositories/list-views.ts'
import { CallFailure } from '../call-failure.ts'
import type { Context } from '../context.ts'
import { once } from '../once.ts'
import { columnsOf, idsOf, refuseUnfit } from './customer-list.ts'

const contentShape = gridCalls['views.save'].input.shape.content
const layoutShape = gridCalls['views.putLayout'].input.shape.layout

/** The views that the person can choose, and how they keep the list. */
export function listViews({ db, actor }: Context): Output<'views.list'> {
  const { layout, usual } = kept.listSettings(db, actor.id)
  const views = kept.viewsFor(db, actor.id).flatMap(view => shown(view, actor.id))
  return {
    views,
    layout: layout === null ? null : (read(layoutShape, layout) ?? null),
    usual: views.some(({ id }) => id === usual) ? usual : null,
  }
}

/** How many customers each view finds; a view with a condition that the person may not read is left out. */
export function countViews(context: Context): Output<'views.counts'> {
  const counts = listViews(context).views.flatMap(({ id, content }) => {
    try {
      return [{ id, count: idsOf(context, content, content).length }]
    } catch (error) {
      if (error instanceof CallFailure && error.code === 'not-allowed') return []
      throw error
    }
  })
  return { counts }
}

/** Keeps a view. Throws CallFailure `view-name-taken`; `not-found` where the person has no such view; `invalid-input`. */
export function saveView(context: Context, input: Checked<'views.save'>): Output<'views.save'> {
  const { db, actor } = context
  refuseUnfit(columnsOf(context), input.content.conditions ?? [])
  return once(context, input.requestId, () => {
    const { id, name } = input
    const others = kept.viewsFor(db, actor.id).filter(view => view.ownerId === actor.id && view.id !== id)
    if (others.some(view => view.name === name)) throw new CallFailure('view-name-taken')
    const parts = { name, shared: Number(input.shared), content: JSON.stringify(input.content) }
    if (id === null) return { id: kept.addView(db, { ownerId: actor.id, ...parts }) }
    refuseForeign(context, id)
    kept.changeView(db, id, parts)
    return { id }
  })
}

/** Takes a view away. Throws CallFailure `not-found` where the person has no such view. */
export function removeView(context: Context, { requestId, id }: Checked<'views.remove'>): Output<'views.remove'> {
  return once(context, requestId, () => {
    refuseForeign(context, id)
    kept.removeView(context.db, id)
    return {}
  })
}

/** Chooses the view that the list begins with. Throws CallFailure `not-found` where the person sees no such view. */
export function setUsualView(context: Context, { requestId, id }: Checked<'views.setUsual'>): Output<'views.setUsual'> {
  const { db, actor } = context
  return once(context, requestId, () => {
    if (id !== null && !kept.viewsFor(db, actor.id).some(view => view.id === id)) throw new CallFailure('not-found')
    kept.putUsual(db, actor.id, id)
    return {}
  })
}

/** Keeps the person's columns. */
export function putLayout({ db, actor }: Context, { layout }: Checked<'views.putLayout'>): Output<'views.putLayout'> {
  inTransaction(db, () => kept.putLayout(db, actor.id, JSON.stringify(layout)))
  return {}
}

function refuseForeign({ db, actor }: Context, id: number): void {
  if (kept.viewAt(db, id)?.ownerId !== actor.id) throw new CallFailure('not-found')
}

/** A view whose columns the program no longer knows is not offered. */
function shown({ id, name, shared, owner, ownerId, content }: kept.StoredView, actorId: number): View[] {
  const known = read(contentShape, content)
  return known ? [{ id, name, shared: shared === 1, own: ownerId === actorId, owner, content: known }] : []
}

function read<T>(shape: z.ZodType<T>, json: string): T | undefined {
  const parsed = shape.safeParse(JSON.parse(json))
  return parsed.success ? parsed.data : undefined
}
