import { changedPaths, isEmpty, valueAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Value, Values } from '../../../../shared/catalogue/field.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { creditNoFor } from '../../../../shared/domain/customer-number.ts'
import { salespersonPath } from '../../../../shared/domain/key-boxes.ts'
import {
  applicationById,
  type ApplicationRecord,
  applicationsOf,
  insertApplication,
  updateRequest,
} from '../../repositories/applications.ts'
import {
  type CreditHead,
  creditHead,
  insertNextCredit,
  putCarried,
  putSalesperson,
  salespersonOf,
} from '../../repositories/credit-files.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { customerHead } from '../../repositories/customers.ts'
import { allNames } from '../../repositories/involvement.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import { isSalespersonControlled, rememberFormal } from '../changes/formal.ts'
import { type Context, now, today } from '../context.ts'
import { once } from '../once.ts'
import { closedAmong } from '../personal/refuse-closed.ts'
import { storeChanges } from '../store-customer.ts'

/**
 * Begins an application. A standing one goes on with the KH002 in hand; once that was decided, the next KH002 begins as a copy whose
 * answers all have to be confirmed (rules 9).
 * @throws CallFailure `not-found`, `archived`; `wrong-state` while another one of the customer is in the chain
 */
export function beginApplication(context: Context, input: Checked<'applications.begin'>): Output<'applications.begin'> {
  const { db, actor } = context
  const { customerId, kind } = input
  return once(context, input.requestId, () => {
    const head = customerHead(db, customerId)
    const credit = creditHead(db, customerId)
    if (!head || !credit) throw new CallFailure('not-found')
    if (head.archived) throw new CallFailure('archived')
    const applications = applicationsOf(db, customerId)
    const underWay = applications.find(other => other.kind === kind && isUnderWay(other))
    if (underWay?.state === 'pending') throw new CallFailure('wrong-state')
    if (underWay) return { id: underWay.id }
    const begun = { by: actor.id, at: now(context) }
    const used = kind === 'standing' && applications.some(other => other.creditId === credit.id && other.kind === kind)
    const inHand = used ? copyCredit(context, customerId, head.customerNo, head.revision + 1) : credit
    const standing = creditNoFor(head.customerNo, inHand.sequence)
    const count = applications.filter(other => other.creditId === inHand.id && other.kind === kind).length
    const number = kind === 'standing' ? standing : `${standing}-${kind === 'temporary' ? 'T' : 'L'}${count + 1}`
    const id = insertApplication(db, {
      customerId,
      creditId: inHand.id,
      number,
      kind,
      salespersonId: salespersonOf(db, customerId),
      begunBy: begun.by,
      begunAt: begun.at,
    })
    audit(context, { action: 'application.begin', object: `application:${id}`, facts: { number, kind } })
    return { id }
  })
}

const isUnderWay = ({ state }: ApplicationRecord) => state === 'draft' || state === 'returned' || state === 'pending'

/** Boxes of a KH002 that a new one does not take over: its number, what is asked for and granted, and who filled it in when. */
const notCarried: ReadonlySet<Path> = new Set([
  'credit.cardNo',
  'credit.requestedLimit',
  'credit.approvedLimit',
  'credit.approvedGrade',
  'credit.filledBy',
  'credit.filledOn',
])

function copyCredit(context: Context, customerId: number, customerNo: string, revision: number): CreditHead {
  const { db, actor } = context
  const at = now(context)
  const before = loadCustomerValues(db, customerId) ?? {}
  const credit = insertNextCredit(db, customerId, { at, by: actor.id })
  const after: Record<Path, Value> = {}
  for (const [path, value] of Object.entries(before))
    if (!path.startsWith('approvals.') && !notCarried.has(path)) after[path] = value
  // What a person does not agree to any more is not written down a second time (rules 11).
  const answers = Object.keys(after).filter(path => path.startsWith('credit.'))
  for (const path of closedAmong(db, customerId, { paths: answers, values: before }).keys()) delete after[path]
  after['credit.cardNo'] = creditNoFor(customerNo, credit.sequence)
  after['credit.filledBy'] = actor.name
  after['credit.filledOn'] = today(context)
  storeChanges(db, customerId, revision, { changed: changedPaths(before, after), before, after }, { by: actor.id, at })
  putCarried(db, credit.id, carriedIn(after))
  return credit
}

const carriedIn = (values: Values): Path[] =>
  Object.keys(values).filter(
    path => path.startsWith('credit.') && !notCarried.has(path) && !isEmpty(valueAt(values, path)),
  )

/** Stores what is asked for beside the KH002. Throws CallFailure `not-found`, also for a salesperson nobody knows; `wrong-state` once submitted; `needs-change-request` for another salesperson once a limit was submitted: until then naming one is part of the asking (rules 17). */
export function changeApplication(
  context: Context,
  input: Checked<'applications.change'>,
): Output<'applications.change'> {
  const { db } = context
  return once(context, input.requestId, () => {
    const application = applicationById(db, input.id)
    if (!application) throw new CallFailure('not-found')
    if (application.state !== 'draft' && application.state !== 'returned') throw new CallFailure('wrong-state')
    const { salespersonId } = input.request
    if (salespersonId !== null && !allNames(db).some(({ id }) => id === salespersonId))
      throw new CallFailure('not-found')
    const responsible = salespersonOf(db, application.customerId)
    if (salespersonId !== responsible && isSalespersonControlled(db, application.customerId))
      throw new CallFailure('needs-change-request', { fields: [salespersonPath] })
    updateRequest(db, input.id, input.request)
    if (salespersonId !== null && salespersonId !== responsible) {
      putSalesperson(db, application.customerId, salespersonId)
      const values = loadCustomerValues(db, application.customerId) ?? {}
      rememberFormal(db, application.customerId, values, now(context))
    }
    audit(context, {
      action: 'application.change',
      object: `application:${input.id}`,
      facts: { amount: String(input.request.amount ?? ''), salesperson: String(salespersonId ?? '') },
    })
    return {}
  })
}

/** Confirms answers that were taken over; those that were not are left alone. Throws CallFailure `not-found`. */
export function confirmCarried(
  context: Context,
  input: Checked<'applications.confirmCarried'>,
): Output<'applications.confirmCarried'> {
  const { db } = context
  return once(context, input.requestId, () => {
    const credit = creditHead(db, input.customerId)
    if (!credit) throw new CallFailure('not-found')
    const confirmed = credit.carried.filter(path => input.paths.includes(path))
    // Whoever lets an old answer stand has given it (rules 1): the log is where that is looked up.
    if (confirmed.length > 0)
      audit(context, { action: 'credit.confirm', object: `credit:${credit.id}`, facts: { paths: confirmed.join(',') } })
    return { carried: dropCarried(db, credit, input.paths) }
  })
}

/** Takes answers off the list of those to be confirmed, because they were confirmed or given anew; answers the rest. Throws SqliteError. */
export function dropCarried(db: Context['db'], credit: CreditHead, paths: readonly Path[]): Path[] {
  const rest = credit.carried.filter(path => !paths.includes(path))
  if (rest.length < credit.carried.length) putCarried(db, credit.id, rest)
  return rest
}
