import type { Checked, Output } from '../../../shared/contract/contract.ts'
import { inTransaction } from '../database/connection.ts'
import { loadCustomerValues } from '../repositories/customer-files.ts'
import { customerRow, listIds } from '../repositories/customer-list.ts'
import { customerHead, setArchived } from '../repositories/customers.ts'
import { newestDraftOf } from '../repositories/drafts.ts'
import { doneRequest, putRequest } from '../repositories/requests.ts'
import { searchWords } from '../search/search-text.ts'
import { CallFailure } from './call-failure.ts'
import { type Context, now } from './context.ts'

/** One page of the customer list. */
export function listCustomers({ db }: Context, input: Checked<'customers.list'>): Output<'customers.list'> {
  const { ids, total } = listIds(db, { words: searchWords(input.search), archived: input.archived }, input)
  return { total, rows: ids.flatMap(id => customerRow(db, id) ?? []) }
}

/** One customer with both forms and what was typed but not saved. Throws CallFailure `not-found`. */
export function openCustomer({ db }: Context, { id }: Checked<'customers.open'>): Output<'customers.open'> {
  const head = customerHead(db, id)
  const values = loadCustomerValues(db, id)
  if (!head || !values) throw new CallFailure('not-found')
  return { ...head, values, draft: newestDraftOf(db, id) ?? null }
}

/** Puts a customer aside or brings it back; asking twice changes nothing. Throws CallFailure `not-found`. */
export function archiveCustomer(context: Context, input: Checked<'customers.archive'>): Output<'customers.archive'> {
  const { db, actor } = context
  return inTransaction(db, () => {
    const done = doneRequest(db, input.requestId)
    if (done) return { revision: done.revision }
    const head = customerHead(db, input.id)
    if (!head) throw new CallFailure('not-found')
    const at = now(context)
    const changes = head.archived !== input.archived
    const revision = changes ? head.revision + 1 : head.revision
    if (changes) setArchived(db, input.id, input.archived, at, actor.id)
    putRequest(db, input.requestId, { customerId: input.id, revision, at })
    return { revision }
  })
}
