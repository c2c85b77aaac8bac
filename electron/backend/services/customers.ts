import type { Checked, Output } from '../../../shared/contract/contract.ts'
import { saysWhy } from '../../../shared/domain/policy.ts'
import { inTransaction } from '../database/connection.ts'
import { applicationsOf } from '../repositories/applications.ts'
import { loadCustomerValues } from '../repositories/customer-files.ts'
import { customerHead, setArchived } from '../repositories/customers.ts'
import { mergedInto } from '../repositories/merged-cards.ts'
import { newestDraftOf } from '../repositories/drafts.ts'
import { doneRequest, putRequest } from '../repositories/requests.ts'
import { audit } from './audit/audit.ts'
import { CallFailure } from './call-failure.ts'
import { type Context, now } from './context.ts'
import { shownDraft } from './personal/draft-masks.ts'
import { shownValues } from './personal/shown-values.ts'

/** One customer with both forms and what was typed but not saved. Throws CallFailure `not-found`. */
export function openCustomer(context: Context, { id }: Checked<'customers.open'>): Output<'customers.open'> {
  const { db } = context
  const head = customerHead(db, id)
  const values = loadCustomerValues(db, id)
  if (!head || !values) throw new CallFailure('not-found')
  const draft = newestDraftOf(db, id)
  const into = mergedInto(db, id) ?? null
  return {
    ...head,
    mergedInto: into,
    ...shownValues(context, id, values),
    draft: draft ? shownDraft(context, draft) : null,
  }
}

/**
 * Puts a customer aside or brings it back; asking twice changes nothing. Nothing is ever deleted (rules 17).
 * @throws CallFailure `not-found`, `merged`; `reason-missing` for putting aside without one; `frozen` while one of its limits is in the chain
 */
export function archiveCustomer(context: Context, input: Checked<'customers.archive'>): Output<'customers.archive'> {
  const { db, actor } = context
  return inTransaction(db, () => {
    const done = doneRequest(db, input.requestId)
    if (done) return { revision: done.revision }
    const head = customerHead(db, input.id)
    if (!head) throw new CallFailure('not-found')
    if (mergedInto(db, input.id)) throw new CallFailure('merged')
    const at = now(context)
    if (input.archived && applicationsOf(db, input.id).some(({ state }) => state === 'pending'))
      throw new CallFailure('frozen')
    if (input.archived && !saysWhy(input.reason)) throw new CallFailure('reason-missing', { fields: ['reason'] })
    const changes = head.archived !== input.archived
    const revision = changes ? head.revision + 1 : head.revision
    if (changes) {
      setArchived(db, input.id, input.archived ? input.reason : null, at, actor.id)
      const facts = { archived: input.archived ? '1' : '0', revision: String(revision) }
      audit(context, { action: 'customer.archive', object: `customer:${input.id}`, reason: input.reason, facts })
    }
    putRequest(db, input.requestId, { customerId: input.id, revision, at })
    return { revision }
  })
}
