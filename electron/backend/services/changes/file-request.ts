import { salespersonPath } from '../../../../shared/domain/key-boxes.ts'
import { type ChangeRecord, changeRequests, insertChangeRequest } from '../../repositories/change-requests.ts'
import { audit } from '../audit/audit.ts'
import { saltedDigest } from '../audit/salted-digest.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now } from '../context.ts'

type Filed = Pick<ChangeRecord, 'customerId' | 'reason' | 'items'>

/** Refuses a change of boxes for which one waits already. Throws CallFailure `change-pending` with the boxes. */
export function refusePending(
  db: Context['db'],
  customerId: number,
  items: readonly { readonly path: string }[],
): void {
  const waiting = new Set<string>(
    changeRequests(db, { customerId, onlyPending: true }).flatMap(request => request.items.map(({ path }) => path)),
  )
  const fields = items.map(({ path }) => path).filter(path => waiting.has(path))
  if (fields.length > 0) throw new CallFailure('change-pending', { fields })
}

/** Stores a change that somebody else is to approve, and logs it, inside the caller's transaction; answers its id. Throws SqliteError. */
export function fileRequest(context: Context, request: Filed): number {
  const { db, actor } = context
  const id = insertChangeRequest(db, { ...request, requestedBy: actor.id, requestedAt: now(context) })
  auditRequest(context, id, request)
  return id
}

function auditRequest(context: Context, id: number, { customerId, reason, items }: Filed): void {
  const object = `customer:${customerId}`
  const told = (side: 'from' | 'to') => Object.fromEntries(items.map(item => [item.path, item[side]]))
  const salesperson = items.find(({ path }) => path === salespersonPath)
  audit(context, {
    action: 'change.request',
    object,
    reason,
    beforeDigest: saltedDigest(context, object, told('from')),
    afterDigest: saltedDigest(context, object, told('to')),
    facts: {
      change: String(id),
      paths: items
        .map(({ path }) => path)
        .filter(path => path !== salespersonPath)
        .join(','),
      ...(salesperson && { salesperson: String(salesperson.to) }),
    },
  })
}
