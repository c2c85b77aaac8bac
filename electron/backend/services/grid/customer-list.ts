import type { Path } from '../../../../shared/catalogue/field.ts'
import { mayList } from '../../../../shared/catalogue/list-columns.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import type { CustomerFilter, CustomerOrder } from '../../../../shared/contract/list-shapes.ts'
import { countAll, listIds, listRows } from '../../repositories/customer-list.ts'
import { hitsOf } from '../../repositories/find-customers.ts'
import { searchWords } from '../../search/search-text.ts'
import { CallFailure } from '../call-failure.ts'
import type { Context } from '../context.ts'

/** One page of the customer list. Throws CallFailure `not-allowed`. */
export function listCustomers(context: Context, input: Checked<'customers.list'>): Output<'customers.list'> {
  const { db, actor } = context
  const ids = idsOf(context, input, input)
  const columns = (input.columns ?? []).filter(key => mayList(key, actor.rights))
  const words = searchWords(input.search)
  const page = ids.slice(input.offset, input.offset + input.limit)
  const hits = words.length > 0 ? hitsOf(db, page, words) : undefined
  const rows = listRows(db, page, columns).map(row => {
    const hit = hits?.get(row.id)
    return hit ? { ...row, hit } : row
  })
  return { total: ids.length, all: countAll(db, input.archived), rows }
}

/** A part of the list as ids. Throws CallFailure `not-allowed`. */
export function listedIds(context: Context, input: Checked<'customers.ids'>): Output<'customers.ids'> {
  return { ids: idsOf(context, input, input).slice(input.offset, input.offset + input.limit) }
}

/**
 * The one place that turns a filter into customers, for lists, selections and exports. What a person may not read tells them
 * nothing by the way of a filter or an order either. Throws CallFailure `not-allowed` with the boxes as `fields`.
 */
export function idsOf({ db, actor }: Context, filter: CustomerFilter, order: CustomerOrder): readonly number[] {
  const asked: readonly Path[] = [order.sort, ...(filter.conditions ?? []).map(condition => condition.column)]
  const hidden = asked.filter(key => !mayList(key, actor.rights))
  if (hidden.length > 0) throw new CallFailure('not-allowed', { fields: [...new Set(hidden)] })
  const { search, archived, conditions } = filter
  return listIds(db, { words: searchWords(search), archived, conditions }, order)
}
