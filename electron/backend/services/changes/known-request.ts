import type { Value, Values } from '../../../../shared/catalogue/field.ts'
import { sameValue, valueAt } from '../../../../shared/catalogue/derive/value.ts'
import { bankAccountPath, salespersonPath } from '../../../../shared/domain/key-boxes.ts'
import type { Connection } from '../../database/connection.ts'
import { type ChangeItem, changeRequestById, type ChangeRecord } from '../../repositories/change-requests.ts'
import { salespersonOf } from '../../repositories/credit-files.ts'
import { excludedPersons } from '../applications/excluded-persons.ts'
import { CallFailure } from '../call-failure.ts'

/** A request by its id. Throws CallFailure `not-found`. */
export function knownRequest(db: Connection, id: number): ChangeRecord {
  const request = changeRequestById(db, id)
  if (!request) throw new CallFailure('not-found')
  return request
}

/** A request that waits. Throws CallFailure `not-found`, `wrong-state`. */
export function pendingRequest(db: Connection, id: number): ChangeRecord {
  const request = knownRequest(db, id)
  if (request.state !== 'pending') throw new CallFailure('wrong-state')
  return request
}

/**
 * Who neither approves nor returns a request nor calls back for it, by person id: whoever asked for it, had a hand in the card, is
 * responsible for the customer or would be by the change (rules 1, 3, 17). Throws SqliteError.
 */
export function barredFrom(db: Connection, { customerId, requestedBy, items }: ChangeRecord): ReadonlySet<number> {
  const named = items.flatMap(({ path, to }) => (path === salespersonPath && typeof to === 'number' ? [to] : []))
  return new Set([...excludedPersons(db, customerId), requestedBy, ...named])
}

/** Whether a request is about the bank account, and so needs a call-back. */
export function needsCallback({ items }: Pick<ChangeRecord, 'items'>): boolean {
  return items.some(({ path }) => path === bankAccountPath)
}

/** The items whose box says something else now than when the change was asked for. Throws SqliteError. */
export function staleItems(db: Connection, { customerId, items }: ChangeRecord, present: Values): ChangeItem[] {
  const now = (path: ChangeItem['path']): Value =>
    path === salespersonPath ? salespersonOf(db, customerId) : valueAt(present, path)
  return items.filter(({ path, from }) => !sameValue(now(path), from))
}
