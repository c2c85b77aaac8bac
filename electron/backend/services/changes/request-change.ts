import { isEmpty, sameValue, textAt, valueAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Values } from '../../../../shared/catalogue/field.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { normaliseBankAccount } from '../../../../shared/domain/contact.ts'
import { bankAccountPath, keyBoxes, salespersonPath } from '../../../../shared/domain/key-boxes.ts'
import { saysWhy } from '../../../../shared/domain/policy.ts'
import type { ChangeItem } from '../../repositories/change-requests.ts'
import { salespersonOf } from '../../repositories/credit-files.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { customerHead } from '../../repositories/customers.ts'
import { dropDraft } from '../../repositories/drafts.ts'
import { allNames } from '../../repositories/involvement.ts'
import { CallFailure } from '../call-failure.ts'
import type { Context } from '../context.ts'
import { refuseUnstorable, typedValues } from '../customer-values.ts'
import { permissionIn } from '../duplicates/permission.ts'
import { refuseUnwritable } from '../field-rights.ts'
import { once } from '../once.ts'
import { refuseClosed } from '../personal/refuse-closed.ts'
import { shownValues } from '../personal/shown-values.ts'
import { fileRequest, refusePending } from './file-request.ts'
import { isControlled } from './formal.ts'
import { settleChange } from './settle-change.ts'

type Asked = Checked<'changes.request'>

/**
 * Asks for a change of key boxes, which somebody else approves; the card stays as it is until then. One request at a time waits for
 * a box, and a new bank account has to be typed twice the same.
 * @throws CallFailure `not-found`, `archived`, `conflict`, `invalid-input`, `name-missing`, `not-allowed`, `reason-missing`,
 *   `accounts-differ`, `change-pending`, `purpose-missing`, `consent-missing`; `wrong-state` where nothing of it needs a request; `duplicate-certain`, `duplicate-probable`
 *   as for a save, `password-wrong`, `too-many-tries` of whoever lets one through
 */
export async function requestChange(context: Context, input: Asked): Promise<Output<'changes.request'>> {
  const { db } = context
  const { customerId } = input
  const typed = typedValues(Object.fromEntries(Object.entries(input.changes).map(([path, { to }]) => [path, to])))
  refuseUnwritable(context, 'changes.request', Object.keys(typed))
  const given = input.duplicates
  const permission = await permissionIn(context, given)
  return once(context, input.requestId, () => {
    const head = customerHead(db, customerId)
    const before = loadCustomerValues(db, customerId)
    if (!head || !before) throw new CallFailure('not-found')
    if (head.archived) throw new CallFailure('archived')
    if (!saysWhy(input.reason)) throw new CallFailure('reason-missing', { fields: ['reason'] })
    const clashes = Object.entries(input.changes).filter(([path, { from }]) => !sameValue(valueAt(before, path), from))
    if (clashes.length > 0) {
      const { revision, changedAt, changedBy } = head
      const present = { revision, ...shownValues(context, customerId, before), changedAt, changedBy }
      throw new CallFailure('conflict', { fields: clashes.map(([path]) => path), present })
    }
    refuseUnstorable({ ...before, ...typed })
    refuseClosed(db, customerId, { before, after: { ...before, ...typed } })
    refuseMistyped(typed, input.accountAgain)
    const items = itemsOf(context, before, typed, input)
    if (items.length === 0 || !isControlled(context, customerId)) throw new CallFailure('wrong-state')
    refusePending(db, customerId, items)
    // The answers are kept under the name that is asked for, so the approval asks only about whoever has come since.
    const settle = settleChange(context, { customerId, items, before }, { given, permission })
    const id = fileRequest(context, { customerId, reason: input.reason, items })
    settle()
    // What was typed waits in the request now; a draft would show a hidden account to whoever opens the card next.
    if (input.draftKey) dropDraft(db, input.draftKey)
    return { id }
  })
}

function refuseMistyped(typed: Values, again: string | null): void {
  const account = textAt(typed, bankAccountPath)
  if (account !== '' && normaliseBankAccount(again ?? '') !== account)
    throw new CallFailure('accounts-differ', { fields: [bankAccountPath] })
}

/** What is asked for beyond what stands there; filling an empty box is no change and is saved as always. */
function itemsOf({ db }: Context, before: Values, typed: Values, { customerId, salesperson }: Asked): ChangeItem[] {
  const items: ChangeItem[] = keyBoxes
    .filter(path => path in typed && !isEmpty(before[path]) && !sameValue(before[path], typed[path]))
    .map(path => ({ path, from: valueAt(before, path), to: valueAt(typed, path) }))
  if (salesperson === null) return items
  if (!allNames(db).some(({ id }) => id === salesperson))
    throw new CallFailure('invalid-input', { fields: [salespersonPath] })
  const from = salespersonOf(db, customerId)
  return from === null || from === salesperson ? items : [...items, { path: salespersonPath, from, to: salesperson }]
}
