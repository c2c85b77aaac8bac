import { isEmpty, textAt } from '../../../shared/catalogue/derive/value.ts'
import type { Value, Values } from '../../../shared/catalogue/field.ts'
import type { Checked, Output } from '../../../shared/contract/contract.ts'
import { cardNoFor, creditNoFor, formatCustomerNo } from '../../../shared/domain/customer-number.ts'
import { type Connection, inTransaction } from '../database/connection.ts'
import { loadCustomerValues } from '../repositories/customer-files.ts'
import { holderOfNumber } from '../repositories/customers.ts'
import { dropDraft } from '../repositories/drafts.ts'
import { putRequest } from '../repositories/requests.ts'
import { putSetting, setting } from '../repositories/settings.ts'
import { auditCustomer } from './audit/audit-customer.ts'
import { type Context, now } from './context.ts'
import { refuseTakenNumbers, refuseUnstorable, typedValues } from './customer-values.ts'
import { permissionIn } from './duplicates/permission.ts'
import { settleDuplicates } from './duplicates/settle-duplicates.ts'
import { refuseUnwritable } from './field-rights.ts'
import { keptCells } from './personal/draft-masks.ts'
import { refuseClosed } from './personal/refuse-closed.ts'
import { earlierAnswer, savedAnswer } from './requests.ts'
import { storeNewCustomer, type Writing } from './store-customer.ts'

/**
 * Makes a customer from its first card and gives it its numbers.
 * Boxes in `kept` are taken from the draft.
 * @throws CallFailure `draft-gone`, `invalid-input`, `name-missing`, `shares-over-100`, `not-unique`, `not-allowed`, `purpose-missing`, `consent-missing`; `duplicate-certain`, `duplicate-probable`
 */
export async function createCustomer(
  context: Context,
  input: Checked<'customers.create'>,
): Promise<Output<'customers.create'>> {
  const { db, actor } = context
  // The draft is gone when the answer to a save that ended it was lost.
  const answered = earlierAnswer(context, input.requestId)
  if (answered) return answered
  const kept = Object.entries(keptCells(context, input, undefined)).map(([path, { value }]) => [path, value])
  const typed = typedValues({ ...(Object.fromEntries(kept) as Values), ...input.values })
  refuseUnwritable(context, 'customers.create', Object.keys(typed))
  const given = input.duplicates
  const permission = await permissionIn(context, given)
  return inTransaction(db, () => {
    const earlier = earlierAnswer(context, input.requestId)
    if (earlier) return earlier
    const at = now(context)
    refuseUnstorable(typed)
    refuseClosed(db, undefined, { before: {}, after: typed })
    const settle = settleDuplicates(context, typed, { given, permission })
    const customerId = addCustomer(db, typed, { by: actor.id, at })
    auditCreation(context, customerId)
    settle(customerId)
    if (input.draftKey) dropDraft(db, input.draftKey)
    putRequest(db, input.requestId, { customerId, revision: 1, at })
    return savedAnswer(context, { customerId, revision: 1, at }, Object.keys(input.values))
  })
}

function auditCreation(context: Context, id: number): void {
  const after = loadCustomerValues(context.db, id) ?? {}
  auditCustomer(context, 'customer.create', { id, revision: 1, changed: Object.keys(after), before: {}, after })
}

/** Numbers and stores a new customer inside the caller's transaction; answers its id. Throws CallFailure. */
export function addCustomer(db: Connection, typed: Values, writing: Writing): number {
  refuseUnstorable(typed)
  refuseTakenNumbers(db, typed)
  const known = Object.entries(typed).filter(([, value]) => !isEmpty(value))
  return storeNewCustomer(db, withNumbers(db, Object.fromEntries(known)), writing)
}

/** The next running number whose card numbers nobody has typed elsewhere. */
function withNumbers(db: Connection, values: Values): Values {
  let running = Number(setting(db, 'lastCustomerNo') ?? 0)
  for (;;) {
    running++
    const customerNo = formatCustomerNo(running)
    const numbers: Record<string, Value> = {
      'customer.customerNo': customerNo,
      'customer.cardNo': textAt(values, 'customer.cardNo') || cardNoFor(customerNo),
      'credit.cardNo': textAt(values, 'credit.cardNo') || creditNoFor(customerNo, 1),
    }
    const isFree = (path: 'customer.customerNo' | 'customer.cardNo' | 'credit.cardNo') =>
      holderOfNumber(db, path, String(numbers[path])) === undefined
    if (isFree('customer.customerNo') && isFree('customer.cardNo') && isFree('credit.cardNo')) {
      putSetting(db, 'lastCustomerNo', String(running))
      return { ...values, ...numbers }
    }
  }
}
