import type { Path } from '../../../../shared/catalogue/field.ts'
import { type ListColumns, listColumnsOf } from '../../../../shared/catalogue/list-columns.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import {
  type Condition,
  type CustomerFilter,
  type CustomerOrder,
  suits,
} from '../../../../shared/contract/list-shapes.ts'
import { countAll, type Ids, listIds, listRows } from '../../repositories/customer-list.ts'
import { extraBoxesInUse } from '../../repositories/extra-boxes.ts'
import { hitsOf } from '../../repositories/find-customers.ts'
import { searchWords } from '../../search/search-text.ts'
import { CallFailure } from '../call-failure.ts'
import type { Context } from '../context.ts'

/** One page of the customer list. Throws CallFailure `not-allowed`, `invalid-input`. */
export function listCustomers(context: Context, input: Checked<'customers.list'>): Output<'customers.list'> {
  const { db } = context
  const ids = idsOf(context, input, input)
  const known = columnsOf(context)
  const columns = (input.columns ?? []).flatMap(key => known.at(key) ?? [])
  const words = searchWords(input.search)
  const page = [...ids.subarray(input.offset, input.offset + input.limit)]
  const hits = words.length > 0 ? hitsOf(db, page, words) : undefined
  const rows = listRows(db, page, columns).map(row => {
    const hit = hits?.get(row.id)
    return hit ? { ...row, hit } : row
  })
  return { total: ids.length, all: countAll(db, input.archived), rows }
}

/** A part of the list as ids. Throws CallFailure `not-allowed`, `invalid-input`. */
export function listedIds(context: Context, input: Checked<'customers.ids'>): Output<'customers.ids'> {
  return { ids: [...idsOf(context, input, input).subarray(input.offset, input.offset + input.limit)] }
}

/**
 * The one place that turns a filter into customers, for lists, selections and exports. What a person may not read tells them
 * nothing by the way of a filter or an order either. Throws CallFailure `not-allowed` with the boxes as `fields`, retired ones among
 * them; `invalid-input` for a filter that its box does not take.
 */
export function idsOf(context: Context, filter: CustomerFilter, order: CustomerOrder): Ids {
  const columns = columnsOf(context)
  refuseUnlistable(columns, filter, order)
  const { search, archived, conditions } = filter
  return listIds(context.db, { words: searchWords(search), archived, conditions }, order, columns.at)
}

function refuseUnlistable(columns: ListColumns, { conditions = [] }: CustomerFilter, { sort }: CustomerOrder): void {
  const asked: readonly Path[] = [sort, ...conditions.map(condition => condition.column)]
  const hidden = asked.filter(key => !columns.at(key))
  if (hidden.length > 0) throw new CallFailure('not-allowed', { fields: [...new Set(hidden)] })
  refuseUnfit(columns, conditions)
}

/** Throws CallFailure `invalid-input` for filters that their columns do not take; which boxes a company has is not known at the edge. */
export function refuseUnfit(columns: ListColumns, conditions: readonly Condition[]): void {
  const unfit = conditions.filter(condition => {
    const column = columns.at(condition.column)
    return column && !suits(condition, column)
  })
  if (unfit.length > 0) throw new CallFailure('invalid-input', { fields: unfit.map(condition => condition.column) })
}

/** The columns that the person of a call has. */
export function columnsOf({ db, actor }: Context): ListColumns {
  return listColumnsOf(extraBoxesInUse(db), actor.rights)
}
