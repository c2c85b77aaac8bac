import { mayRead } from '../../../../shared/catalogue/derive/sections.ts'
import type { Value, Values } from '../../../../shared/catalogue/field.ts'
import type { ChangeRequest } from '../../../../shared/contract/change-calls.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { addDays } from '../../../../shared/domain/calendar.ts'
import { bankAccountPath, salespersonPath } from '../../../../shared/domain/key-boxes.ts'
import { contactMarks } from '../../../../shared/domain/look-alike.ts'
import { applicationsOf } from '../../repositories/applications.ts'
import { type ChangeItem, type ChangeRecord, changeRequests } from '../../repositories/change-requests.ts'
import { salespersonOf } from '../../repositories/credit-files.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { customerLine } from '../../repositories/customers.ts'
import { keyFactsChangedAt } from '../../repositories/key-facts.ts'
import { customersSharing, employeeContacts } from '../../repositories/look-alikes.ts'
import { limitFacts } from '../applications/limit-facts.ts'
import { namesIn, personOf } from '../applications/names.ts'
import { type Context, may, today } from '../context.ts'
import { isShown, shownValue } from '../personal/shown-values.ts'
import { policyOn } from '../policy/current-policy.ts'
import { barredFrom, needsCallback, staleItems } from './known-request.ts'
import { makesSame } from './settle-change.ts'

type Hint = ChangeRequest['hints'][number]

/** Change requests as the person who asks may see them. */
export function listChanges(context: Context, input: Checked<'changes.list'>): Output<'changes.list'> {
  const names = namesIn(context.db)
  return { requests: changeRequests(context.db, input).map(request => answerOf(context, request, names)) }
}

/** The requests that the person who asks may decide. Throws SqliteError. */
export function changesToDecide(context: Context): ChangeRequest[] {
  if (!may(context, 'change.approve') && !may(context, 'approval.verify')) return []
  const { requests } = listChanges(context, { customerId: null, onlyPending: true })
  return requests.filter(request => request.may.decide || (request.may.call && request.callback === null))
}

function answerOf(context: Context, request: ChangeRecord, names: ReturnType<typeof namesIn>): ChangeRequest {
  const { db, actor } = context
  const { items, callback, callbackBy, callbackAt, requestedBy, decidedBy, customerId, ...facts } = request
  const present = loadCustomerValues(db, customerId) ?? {}
  const line = customerLine(db, customerId)
  const isPending = request.state === 'pending'
  const stale = isPending ? staleItems(db, request, present) : []
  const isStranger = isPending && !barredFrom(db, request).has(actor.id)
  return {
    ...facts,
    customerId,
    customerNo: line.customerNo,
    customerName: line.name,
    requestedBy: personOf(names, requestedBy) ?? { id: requestedBy, name: '' },
    decidedBy: personOf(names, decidedBy),
    items: items.map(item => itemOf(context, request, item, { names, isStale: stale.includes(item) })),
    callback:
      callback === null || callbackBy === null || callbackAt === null
        ? null
        : { ...callback, by: personOf(names, callbackBy) ?? { id: callbackBy, name: '' }, at: callbackAt },
    needsCallback: needsCallback(request),
    hints: isPending ? hintsOf(context, request, present) : [],
    may: {
      decide: isStranger && may(context, 'change.approve'),
      call: isStranger && needsCallback(request) && (may(context, 'change.approve') || may(context, 'approval.verify')),
      withdraw: isPending && requestedBy === actor.id && may(context, 'change.request'),
    },
  }
}

/**
 * One line of a request. A new account is kept from everybody but whoever asked for it, to its last digit, until a call-back that
 * agrees is recorded: an approver who can read it out has not asked the customer (rules 17). Then it is masked as on the card, and so
 * is the one before: by the last four they are compared at a glance, and wholly by whoever asks to see them.
 */
function itemOf(
  context: Context,
  { customerId, requestedBy, callback }: ChangeRecord,
  { path, from, to }: ChangeItem,
  { names, isStale }: { readonly names: ReturnType<typeof namesIn>; readonly isStale: boolean },
): ChangeRequest['items'][number] {
  const { actor } = context
  if (path === salespersonPath) {
    const named = (value: Value) => (typeof value === 'number' ? names(value) : null)
    return { path, from: named(from), to: named(to), isHidden: false, isMasked: false, isStale }
  }
  if (!mayRead(path, actor.rights)) return { path, from: null, to: null, isHidden: true, isMasked: false, isStale }
  const isHidden = path === bankAccountPath && callback?.agrees !== true && requestedBy !== actor.id
  const shown = (value: Value) => shownValue(context, customerId, path, value)
  const isMasked = !isShown(context, customerId, path)
  return { path, from: shown(from), to: isHidden ? null : shown(to), isHidden, isMasked, isStale }
}

const lately = 90 // days

function hintsOf(context: Context, request: ChangeRecord, present: Values): Hint[] {
  const { db } = context
  const { customerId, items } = request
  const day = today(context)
  const account = items.find(({ path }) => path === bankAccountPath)
  const marks = contactMarks({ bankAccountNo: typeof account?.to === 'string' ? account.to : null })
  const staff = employeeContacts(db).flatMap(({ bankAccountNo }) => contactMarks({ bankAccountNo }))
  const changedAt = keyFactsChangedAt(db, customerId)
  const asksForReview = items.some(({ path }) => path === bankAccountPath || path === 'people.principal.1.name')
  const { state } = limitFacts(db, customerId, policyOn(db, day).terms, day).today
  const found: readonly (readonly [Hint, boolean])[] = [
    ['accountShared', customersSharing(db, customerId, marks).length > 0],
    ['sameCustomer', makesSame(context, request, present)],
    ['accountOfEmployee', marks.some(({ mark }) => staff.some(other => other.mark === mark))],
    ['inChain', applicationsOf(db, customerId).some(application => application.state === 'pending')],
    ['limitInForce', asksForReview && state === 'inForce'],
    ['changedLately', changedAt !== null && changedAt.slice(0, 10) >= addDays(day, -lately)],
    ['bySalesperson', salespersonOf(db, customerId) === request.requestedBy],
  ]
  return found.flatMap(([hint, isTrue]) => (isTrue ? [hint] : []))
}
