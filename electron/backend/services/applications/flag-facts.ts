import type { Values } from '../../../../shared/catalogue/field.ts'
import type { VerificationFacts } from '../../../../shared/contract/attachment-calls.ts'
import { addDays, localDay } from '../../../../shared/domain/calendar.ts'
import { candidatesFor } from '../../../../shared/domain/chain.ts'
import { contactMarks, customerMarks, type MarkKind } from '../../../../shared/domain/look-alike.ts'
import type { FlagFacts, Shared } from '../../../../shared/domain/red-flags.ts'
import { isPost, posts } from '../../../../shared/domain/roles.ts'
import type { Connection } from '../../database/connection.ts'
import { allAccounts } from '../../repositories/accounts.ts'
import type { ApplicationRecord } from '../../repositories/applications.ts'
import { lastPasswordReset } from '../../repositories/audit-log.ts'
import { allNames } from '../../repositories/involvement.ts'
import { keyFactChanges } from '../../repositories/key-facts.ts'
import {
  customersSharing,
  customersWithSameFile,
  employeeContacts,
  fillingTime,
  hasAskedBefore,
  marksOfMerged,
  newCustomersOf,
  otherFirstRequests,
} from '../../repositories/look-alikes.ts'
import { verificationsOf } from '../../repositories/verifications.ts'
import { type Context, now, today } from '../context.ts'
import { excludedPersons } from './excluded-persons.ts'
import { rosterOn } from './roster.ts'

// Rules 3: several new customers of one salesman in thirty days.
const newCustomerDays = 30

/** Looks up what the red flags of an application for `amount` 分 are found in (rules 3). Throws SqliteError. */
export function flagFacts(
  context: Pick<Context, 'db' | 'clock'>,
  application: ApplicationRecord,
  values: Values,
  amount: number,
): FlagFacts {
  const { db } = context
  const { customerId } = application
  const checks = verificationsOf(db, customerId).map(({ facts }) => facts)
  const shared = sharedBy(db, customerId, values, checks)
  const isFirst = application.kind === 'standing' && !hasAskedBefore(db, customerId, application.id)
  return {
    values,
    today: today(context),
    phone: shared('phone'),
    address: shared('address'),
    account: shared('account'),
    contact: shared('contact').customers,
    file: customersWithSameFile(db, customerId),
    firstRequest: isFirst ? amount : null,
    otherFirstRequests: isFirst ? otherFirstRequests(db, customerId) : [],
    salesperson: salespersonFacts(context, application),
    secondsToFill: secondsToFill(context, application),
    signers: signerFacts(context, application),
    keyFactChanges: keyFactChanges(db, customerId).map(({ path, at }) => ({ path, on: localDay(new Date(at)) })),
    registryStatus: lastOf(checks, 'registry')?.status ?? null,
  }
}

/** Where the goods go to counts like the customer's own address and telephone (rules 3). */
function sharedBy(
  db: Connection,
  customerId: number,
  values: Values,
  checks: readonly VerificationFacts[],
): (kind: MarkKind) => Shared {
  const visit = lastOf(checks, 'visit')
  const consignee = visit ? contactMarks({ phone: visit.consigneePhone, address: visit.deliveryAddress }) : []
  const marks = [...customerMarks(values), ...marksOfMerged(db, customerId), ...consignee]
  const customers = customersSharing(db, customerId, marks)
  const employees = employeeContacts(db).flatMap(({ name, ...contact }) =>
    contactMarks(contact)
      .filter(({ kind, mark }) => marks.some(own => own.kind === kind && own.mark === mark))
      .map(({ kind }) => ({ kind, name })),
  )
  return asked => ({
    customers: [...new Set(customers.filter(({ kind }) => kind === asked).map(({ customerNo }) => customerNo))],
    employees: [...new Set(employees.filter(({ kind }) => kind === asked).map(({ name }) => name))],
  })
}

function salespersonFacts(
  context: Pick<Context, 'db' | 'clock'>,
  { salespersonId, customerId }: ApplicationRecord,
): FlagFacts['salesperson'] {
  const name = allNames(context.db).find(({ id }) => id === salespersonId)?.name
  if (salespersonId === null || name === undefined) return null
  const since = addDays(today(context), -newCustomerDays)
  return { name, newCustomers: newCustomersOf(context.db, { personId: salespersonId, name, customerId, since }) }
}

/** Up to the first submission, or up to now where there is none; a limit without a KH002 of its own is not filled in. */
function secondsToFill(context: Pick<Context, 'db' | 'clock'>, { id, kind }: ApplicationRecord): number | null {
  const time = kind === 'standing' ? fillingTime(context.db, id) : undefined
  return time ? (Date.parse(time.submittedAt ?? now(context)) - Date.parse(time.beganAt)) / 1000 : null
}

/** Whoever may sign, and those in whose stead they would. */
function signerFacts(context: Pick<Context, 'db' | 'clock'>, { customerId }: ApplicationRecord): FlagFacts['signers'] {
  const { db } = context
  const roster = rosterOn(db, today(context))
  const barred = excludedPersons(db, customerId)
  const candidates = posts.flatMap(post => candidatesFor(post, roster, barred))
  const signers = new Set(candidates.flatMap(({ personId, onBehalfOf }) => [personId, onBehalfOf]))
  return allAccounts(db)
    .filter(({ id }) => signers.has(id))
    .map(({ id, name, roles }) => ({
      name,
      posts: roles.flatMap(({ role, since }) =>
        isPost(role) ? [{ post: role, since: localDay(new Date(since)) }] : [],
      ),
      passwordResetOn: dayOf(lastPasswordReset(db, id)),
    }))
}

function dayOf(instant: string | undefined): string | null {
  return instant === undefined ? null : localDay(new Date(instant))
}

/** The newest check of an item; `checks` are in the order in which they were recorded. */
function lastOf<I extends VerificationFacts['item']>(
  checks: readonly VerificationFacts[],
  item: I,
): Extract<VerificationFacts, { item: I }> | undefined {
  const isOfItem = (facts: VerificationFacts): facts is Extract<VerificationFacts, { item: I }> => facts.item === item
  return checks.filter(isOfItem).at(-1)
}
