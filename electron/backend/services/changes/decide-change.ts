import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { saysWhy } from '../../../../shared/domain/policy.ts'
import { salespersonPath } from '../../../../shared/domain/key-boxes.ts'
import { type ChangeRecord, endChangeRequest } from '../../repositories/change-requests.ts'
import { putSalesperson } from '../../repositories/credit-files.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { customerHead } from '../../repositories/customers.ts'
import { confirmPassword } from '../accounts/confirm-password.ts'
import { afterSave } from '../applications/after-save.ts'
import { audit } from '../audit/audit.ts'
import { auditCustomer } from '../audit/audit-customer.ts'
import { logRefusals } from '../audit/log-refusals.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, may, now } from '../context.ts'
import { refuseUnstorable } from '../customer-values.ts'
import { permissionIn } from '../duplicates/permission.ts'
import { once } from '../once.ts'
import { refuseClosed } from '../personal/refuse-closed.ts'
import { shownValues } from '../personal/shown-values.ts'
import { storeChanges } from '../store-customer.ts'
import { barredFrom, knownRequest, needsCallback, pendingRequest, staleItems } from './known-request.ts'
import { changedValues, settleChange } from './settle-change.ts'

/**
 * Carries a change request out. Every holder of a post may, but nobody who asked for it or had a hand in the card; the box is then
 * stored as the requester's word, with the approver beside it, and everything follows that follows a save (rules 17).
 * @throws CallFailure `not-found`, `not-allowed`, `own-application`, which are logged; `wrong-state`, `archived`; `conflict` with the
 *   boxes that say something else meanwhile; `callback-missing`; `password-wrong`, `too-many-tries`; `duplicate-certain`,
 *   `duplicate-probable` where another customer has come since, who was not asked about
 */
export async function approveChange(
  context: Context,
  input: Checked<'changes.approve'>,
): Promise<Output<'changes.approve'>> {
  await confirmPassword(context, input.password)
  const given = input.duplicates
  const permission = await permissionIn(context, given)
  return decided(context, input, () => {
    const request = pendingRequest(context.db, input.id)
    if (needsCallback(request) && request.callback?.agrees !== true) throw new CallFailure('callback-missing')
    carryOut(context, request, { given, permission })
    end(context, request, 'approved', input.opinion)
  })
}

/** 退回: the card stays as it is. Throws CallFailure `not-found`, `not-allowed`, `own-application`, `wrong-state`, `reason-missing`. */
export function rejectChange(context: Context, input: Checked<'changes.reject'>): Output<'changes.reject'> {
  return decided(context, input, () => {
    const request = pendingRequest(context.db, input.id)
    if (!saysWhy(input.opinion)) throw new CallFailure('reason-missing', { fields: ['opinion'] })
    end(context, request, 'returned', input.opinion)
  })
}

/** Takes an own request back. Throws CallFailure `not-found`, `wrong-state`, `not-allowed` for that of somebody else. */
export function withdrawChange(context: Context, input: Checked<'changes.withdraw'>): Output<'changes.withdraw'> {
  return once(context, input.requestId, () => {
    const request = pendingRequest(context.db, input.id)
    if (request.requestedBy !== context.actor.id) throw new CallFailure('not-allowed')
    end(context, request, 'withdrawn', '')
    return {}
  })
}

type Decision = Pick<Checked<'changes.reject'>, 'requestId' | 'id'>

function decided(context: Context, { requestId, id }: Decision, work: () => void): Record<string, never> {
  const event = { action: 'refused.change', object: `customer:${knownRequest(context.db, id).customerId}` }
  return logRefusals(context, { ...event, facts: { change: String(id) } }, () =>
    once(context, requestId, () => {
      if (barredFrom(context.db, knownRequest(context.db, id)).has(context.actor.id))
        throw new CallFailure('own-application')
      if (!may(context, 'change.approve')) throw new CallFailure('not-allowed')
      work()
      return {}
    }),
  )
}

function carryOut(context: Context, request: ChangeRecord, said: Parameters<typeof settleChange>[2]): void {
  const { db, actor } = context
  const { customerId: id, requestedBy, items } = request
  const head = customerHead(db, id)
  const before = loadCustomerValues(db, id)
  if (!head || !before) throw new CallFailure('not-found')
  if (head.archived) throw new CallFailure('archived')
  const stale = staleItems(db, request, before)
  if (stale.length > 0) {
    const { revision, changedAt, changedBy } = head
    const present = { revision, ...shownValues(context, id, before), changedAt, changedBy }
    throw new CallFailure('conflict', { fields: stale.map(({ path }) => path), present })
  }
  const boxes = items.filter(({ path }) => path !== salespersonPath)
  const after = changedValues(request, before)
  const changed = boxes.map(({ path }) => path)
  if (changed.length > 0) {
    refuseUnstorable(after)
    refuseClosed(db, id, { before, after })
    const settle = settleChange(context, { customerId: id, items, before }, said)
    const revision = head.revision + 1
    const writing = { by: requestedBy, approvedBy: actor.id, at: now(context) }
    storeChanges(db, id, revision, { changed, before, after }, writing)
    auditCustomer(context, 'change.carryOut', { id, revision, changed, before, after })
    settle()
    afterSave(context, id, { changed, before, after })
  }
  const responsible = items.find(({ path }) => path === salespersonPath)?.to
  if (typeof responsible === 'number') putSalesperson(db, id, responsible)
}

const actionOf = { approved: 'change.approve', returned: 'change.return', withdrawn: 'change.withdraw' } as const

function end(context: Context, request: ChangeRecord, state: keyof typeof actionOf, opinion: string): void {
  const { db, actor } = context
  endChangeRequest(db, request.id, { state, decidedBy: actor.id, decidedAt: now(context), opinion: opinion || null })
  audit(context, {
    action: actionOf[state],
    object: `customer:${request.customerId}`,
    reason: opinion,
    facts: { change: String(request.id), person: String(request.requestedBy) },
  })
}
