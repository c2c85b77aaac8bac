import type { Value, Values } from '../../../../shared/catalogue/field.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { bankAccountPath, salespersonPath } from '../../../../shared/domain/key-boxes.ts'
import type { ChangeRecord } from '../../repositories/change-requests.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { isIdentity } from '../../search/duplicate-keys.ts'
import type { Context } from '../context.ts'
import { askedDuplicates } from '../duplicates/asked-duplicates.ts'
import { findDuplicates } from '../duplicates/find-duplicates.ts'
import { settleDuplicates } from '../duplicates/settle-duplicates.ts'
import { knownRequest } from './known-request.ts'

type Change = Pick<ChangeRecord, 'customerId' | 'items'>

/** What a card says once a change is carried out. */
export function changedValues({ items }: Pick<Change, 'items'>, before: Values): Values {
  const boxes = items.filter(({ path }) => path !== salespersonPath)
  return { ...before, ...Object.fromEntries(boxes.map(({ path, to }): [string, Value] => [path, to])) }
}

/**
 * Holds a change against the duplicates as a save is held (rules 8, 17); answers what keeps the answers, inside the same transaction.
 * @throws CallFailure `duplicate-certain` and `duplicate-probable` with the boxes
 */
export function settleChange(
  context: Context,
  { customerId, items, before }: Change & { readonly before: Values },
  said: Pick<Parameters<typeof settleDuplicates>[2], 'given' | 'permission'>,
): () => void {
  const changed = identityItems({ items }).map(({ path }) => path)
  if (changed.length === 0) return () => undefined
  const settle = settleDuplicates(context, changedValues({ items }, before), { id: customerId, ...said, changed })
  return () => settle(customerId)
}

/**
 * Who a customer would be once more by a change that waits. An account that is hidden is not compared: the customer who shares it
 * would tell it (rules 17). Throws CallFailure `not-found`.
 */
export function duplicatesOfChange(
  context: Context,
  { id }: Checked<'changes.duplicates'>,
): Output<'changes.duplicates'> {
  const { db } = context
  const { customerId, ...request } = knownRequest(db, id)
  const items = identityItems(request).filter(
    ({ path }) => path !== bankAccountPath || request.callback?.agrees === true,
  )
  return askedDuplicates(db, changedValues({ items }, loadCustomerValues(db, customerId) ?? {}), customerId)
}

/** Whether a change makes a customer certainly the same as another one, whatever was answered; its account has hints of its own. */
export function makesSame({ db }: Pick<Context, 'db'>, { customerId, items }: Change, before: Values): boolean {
  const named = identityItems({ items }).filter(({ path }) => path !== bankAccountPath)
  if (named.length === 0) return false
  const already = new Set(findDuplicates(db, before, customerId).certain.map(({ id }) => id))
  const { certain } = findDuplicates(db, changedValues({ items: named }, before), customerId)
  return certain.some(({ id }) => !already.has(id))
}

function identityItems({ items }: Pick<Change, 'items'>): ChangeRecord['items'] {
  return items.filter(({ path }) => isIdentity(path))
}
