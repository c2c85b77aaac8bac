import * as z from 'zod'
import { factKinds } from '../domain/fact-kinds.ts'
import { command, query } from './call.ts'
import { customerFilter, customerOrder, layout, listKey } from './list-shapes.ts'
import { customerId, customerRow, nothing, requestId } from './shapes.ts'

const viewId = z.int().positive()
/** What a saved view restores. */
const viewContent = customerFilter
  .pick({ archived: true, conditions: true })
  .extend({ ...customerOrder.shape, layout, search: z.string().max(100) })

/** A kept way to look at the list; a shared one is seen by the whole house and changed by its owner alone. */
const view = z.object({
  id: viewId,
  name: z.string(),
  shared: z.boolean(),
  own: z.boolean(),
  owner: z.string(),
  content: viewContent,
})
export type View = z.infer<typeof view>

const hit = z.object({ kind: z.enum(factKinds), text: z.string() })

/** The list of customers: its pages, its selection, and how everybody keeps it. */
export const gridCalls = {
  /** One page. Conditions and an order by a box that the person may not read are refused (`not-allowed`, `fields`); such columns stay empty. */
  'customers.list': query({
    input: customerFilter.extend({
      ...customerOrder.shape,
      columns: z.array(listKey).max(40).optional(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    /**
     * `total` are found, out of `all` in use or out of use. `hit` is the fact beside the name that a search found the customer by:
     * its kind, and its text as the card says it.
     */
    output: z.object({ total: z.int(), all: z.int(), rows: z.array(customerRow.extend({ hit: hit.optional() })) }),
    access: 'basic.read',
  }),
  /** A part of the same list as ids alone, for what is chosen over rows that nobody has scrolled to. */
  'customers.ids': query({
    input: customerFilter.extend({
      ...customerOrder.shape,
      offset: z.int().min(0),
      limit: z.int().min(1).max(200_000),
    }),
    output: z.object({ ids: z.array(customerId) }),
    access: 'basic.read',
  }),
  /** The person's own columns and the views that can be chosen. */
  'views.list': query({
    input: nothing,
    output: z.object({ views: z.array(view), layout: layout.nullable(), usual: viewId.nullable() }),
    access: 'basic.read',
  }),
  /** How many customers each view finds now; one with a condition that the person may not read has no count. */
  'views.counts': query({
    input: nothing,
    output: z.object({ counts: z.array(z.object({ id: viewId, count: z.int() })) }),
    access: 'basic.read',
  }),
  /** Keeps a view, new without an `id`. Throws `view-name-taken` where the person has another one of this name. */
  'views.save': command({
    input: z.object({
      requestId,
      id: viewId.nullable(),
      name: z.string().trim().min(1).max(40),
      shared: z.boolean(),
      content: viewContent,
    }),
    output: z.object({ id: viewId }),
    access: 'basic.read',
  }),
  'views.remove': command({ input: z.object({ requestId, id: viewId }), output: nothing, access: 'basic.read' }),
  /** Which view the list of this person begins with; none is everybody. */
  'views.setUsual': command({
    input: z.object({ requestId, id: viewId.nullable() }),
    output: nothing,
    access: 'basic.read',
  }),
  /** Keeps the columns of this person; the last word counts. */
  'views.putLayout': command({ input: z.object({ layout }), output: nothing, access: 'basic.read' }),
} as const
