import type { ShownValues } from '../../../shared/catalogue/derive/masking.ts'
import { changedPaths, isEmpty, sameValue, valueAt } from '../../../shared/catalogue/derive/value.ts'
import type { Path, Value, Values } from '../../../shared/catalogue/field.ts'
import type { Checked, Output } from '../../../shared/contract/contract.ts'
import type { Changes, Draft } from '../../../shared/contract/shapes.ts'
import { cardNoFor, creditNoFor } from '../../../shared/domain/customer-number.ts'
import { type Connection, inTransaction } from '../database/connection.ts'
import { creditSequence, loadCustomerValues } from '../repositories/customer-files.ts'
import { type CustomerHead, customerHead } from '../repositories/customers.ts'
import { mergedInto } from '../repositories/merged-cards.ts'
import { dropDraft } from '../repositories/drafts.ts'
import { putRequest } from '../repositories/requests.ts'
import { afterSave, refuseFrozen } from './applications/after-save.ts'
import { auditCustomer } from './audit/audit-customer.ts'
import { logRefusals } from './audit/log-refusals.ts'
import { refuseKeyBoxes } from './changes/refuse-key-boxes.ts'
import { CallFailure } from './call-failure.ts'
import { type Context, now } from './context.ts'
import { refuseTakenNumbers, refuseUnstorable, typedValues } from './customer-values.ts'
import { isIdentity } from '../search/duplicate-keys.ts'
import { permissionIn } from './duplicates/permission.ts'
import { settleDuplicates } from './duplicates/settle-duplicates.ts'
import { refuseUnwritable } from './field-rights.ts'
import { keptCells } from './personal/draft-masks.ts'
import { refuseClosed } from './personal/refuse-closed.ts'
import { shownValues } from './personal/shown-values.ts'
import { earlierAnswer } from './requests.ts'
import { storeChanges } from './store-customer.ts'

/**
 * Saves changed boxes of a customer in one transaction: the record, its history, what it is found by, and the end of the draft.
 * Boxes in `kept` are taken from the draft.
 * @throws CallFailure `draft-gone`, `invalid-input`, `not-found`, `merged`, `archived`, `conflict`, `name-missing`, `shares-over-100`, `not-unique`; `frozen`, `not-allowed`; `purpose-missing`, `consent-missing`; `duplicate-certain`, `duplicate-probable`;
 *   `needs-change-request` with the key boxes of a 正式客户 that say something and would say something else (rules 17)
 */
export async function saveCustomer(
  context: Context,
  input: Checked<'customers.save'>,
): Promise<Output<'customers.save'>> {
  const { db, actor } = context
  // The draft is gone when the answer to a save that ended it was lost.
  const answered = earlierAnswer(context, input.requestId)
  if (answered) return answered
  const changes = withKept(input.changes, keptCells(context, input, input.id))
  const typed = typedValues(Object.fromEntries(Object.entries(changes).map(([path, { to }]) => [path, to])))
  refuseUnwritable(context, 'customers.save', Object.keys(typed))
  const given = input.duplicates
  const permission = await permissionIn(context, given)
  const refused = { action: 'refused.save', object: `customer:${input.id}` }
  return logRefusals(context, refused, () =>
    inTransaction(db, () => {
      const earlier = earlierAnswer(context, input.requestId)
      if (earlier) return earlier
      const head = customerHead(db, input.id)
      const before = loadCustomerValues(db, input.id)
      if (!head || !before) throw new CallFailure('not-found')
      if (mergedInto(db, input.id)) throw new CallFailure('merged')
      if (head.archived) throw new CallFailure('archived')
      refuseClash(head, { before, shown: shownValues(context, input.id, before) }, typed, {
        revision: input.revision,
        changes,
      })
      const after = withNumbers(db, head, { ...before, ...typed })
      const changed = changedPaths(before, after)
      const at = now(context)
      const revision = changed.length > 0 ? head.revision + 1 : head.revision
      if (changed.length > 0) {
        refuseFrozen(context, input.id, changed)
        refuseKeyBoxes(context, input.id, changed, before)
        refuseClosed(db, input.id, { before, after })
        refuseUnstorable(after)
        refuseTakenNumbers(db, after, input.id)
        const settle = changed.some(isIdentity)
          ? settleDuplicates(context, after, { id: input.id, given, permission, changed })
          : undefined
        storeChanges(db, input.id, revision, { changed, before, after }, { by: actor.id, at })
        auditCustomer(context, 'customer.save', { id: input.id, revision, changed, before, after })
        settle?.(input.id)
        afterSave(context, input.id, { changed, before, after })
      }
      if (input.draftKey) dropDraft(db, input.draftKey)
      putRequest(db, input.requestId, { customerId: input.id, revision, at })
      // What was stored is what would be read now.
      const known = Object.fromEntries(Object.entries(after).filter(([, value]) => !isEmpty(value)))
      const shown = shownValues(context, input.id, known, Object.keys(input.changes))
      return { id: input.id, customerNo: head.customerNo, revision, ...shown, savedAt: at }
    }),
  )
}

/** What was typed, with the boxes of the draft that the page has not seen. */
function withKept(changes: Changes, cells: Draft['cells']): Changes {
  const kept = Object.entries(cells).map(([path, { from, value }]) => [path, { from, to: value }])
  return { ...(Object.fromEntries(kept) as Changes), ...changes }
}

/** Different boxes merge. A box clashes when somebody else has given it another answer since it was shown (rules.md 25). */
function refuseClash(
  head: CustomerHead,
  { before, shown }: { before: Values; shown: ShownValues },
  typed: Values,
  { revision, changes }: { revision: number; changes: Changes },
): void {
  if (revision === head.revision) return
  const clashes = Object.entries(changes).filter(([path, { from }]) => {
    const present = valueAt(before, path)
    return !sameValue(present, from) && !sameValue(present, valueAt(typed, path))
  })
  if (clashes.length === 0) return
  const { changedAt, changedBy } = head
  const present = { revision: head.revision, ...shown, changedAt, changedBy }
  throw new CallFailure('conflict', { fields: clashes.map(([path]) => path), present })
}

/** Card numbers are given by the program where nobody types one, so one that was emptied is given again. */
function withNumbers(db: Connection, { id, customerNo }: CustomerHead, values: Values): Record<Path, Value> {
  return {
    ...values,
    'customer.cardNo': valueAt(values, 'customer.cardNo') ?? cardNoFor(customerNo),
    'credit.cardNo': valueAt(values, 'credit.cardNo') ?? creditNoFor(customerNo, creditSequence(db, id)),
  }
}
