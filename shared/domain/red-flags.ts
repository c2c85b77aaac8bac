import { textAt } from '../catalogue/derive/value.ts'
import type { Path, Values } from '../catalogue/field.ts'
import type { Flag } from '../contract/application-calls.ts'
import type { FlagCode } from './application.ts'
import { isRecent, isYoung, keyFactDays } from './authority.ts'
import { daysBetween } from './calendar.ts'
import { formatMoney } from './money.ts'
import type { Post } from './roles.ts'

/** Who shares something with the customer: numbers of other customers and names of employees. */
export interface Shared {
  readonly customers: readonly string[]
  readonly employees: readonly string[]
}

/** What the red flags are found in; the backend collects it, nothing here is looked up. Amounts in 分, ISO days. */
export interface FlagFacts {
  readonly values: Values
  readonly today: string
  readonly phone: Shared
  readonly address: Shared
  readonly account: Shared
  /** Other customers with the same principal's name and telephone, and those that hold the same attachment. */
  readonly contact: readonly string[]
  readonly file: readonly string[]
  /** The first request of this customer, `null` where it is none, and the first requests of all others. */
  readonly firstRequest: number | null
  readonly otherFirstRequests: readonly number[]
  /** The responsible salesperson and how many customers were new to them within thirty days. */
  readonly salesperson: { readonly name: string; readonly newCustomers: number } | null
  /** From the beginning of the KH002 to its submission, in seconds; `null` where the beginning is not known. */
  readonly secondsToFill: number | null
  /** The persons who may sign, with the days on which their posts were given and somebody else last reset their password. */
  readonly signers: readonly {
    readonly name: string
    readonly posts: readonly { readonly post: Post; readonly since: string }[]
    readonly passwordResetOn: string | null
  }[]
  /** When the bank account and the person in charge were last changed from one to another. */
  readonly keyFactChanges: readonly { readonly path: Path; readonly on: string }[]
  /** How the last look-up in the publicity system ended. */
  readonly registryStatus: 'normal' | 'abnormal' | 'enforcement' | 'notFound' | null
}

/** Thresholds of rules 3. */
const firstRequestTimes = 3
const fewestFirstRequests = 5
const manyNewCustomers = 3
const fastestFillingSeconds = 180
const newPostDays = 30
const fewestBestAnswers = 6
const mostNamed = 5

/** The best answer of every box in which the form asks for a judgement of the business; personal traits are never looked at (rules 4). */
const bestAnswers: Values = {
  'credit.accounts.bankCredit': 'excellent',
  'credit.accounts.peerRating': 'excellent',
  'credit.accounts.communityRating': 'excellent',
  'credit.accounts.paymentAttitude': 'prompt',
  'credit.accounts.books': 'complete',
  'credit.owner.drive': 'active',
  'credit.owner.dedication': 'high',
  'credit.owner.planning': 'strong',
  'credit.shop.site': 'roadside',
  'credit.shop.decor': 'good',
}

/**
 * Everything that ought to draw an approver's eye (rules 3). A flag blocks nothing. Its key tells what has to be ticked anew when it
 * changes; figures that move from day to day are no part of it.
 */
export function redFlags(facts: FlagFacts): Flag[] {
  const { values, today } = facts
  return [
    ...withCustomers('samePhone', facts.phone.customers),
    ...withCustomers('sameAddress', facts.address.customers),
    ...withCustomers('sameAccount', facts.account.customers),
    ...withCustomers('sameContact', facts.contact),
    ...withCustomers('sameFile', facts.file),
    ...withEmployees('employeePhone', facts.phone.employees),
    ...withEmployees('employeeAddress', facts.address.employees),
    ...withEmployees('employeeAccount', facts.account.employees),
    ...youngFirm(values, today),
    ...largeFirst(facts),
    ...manyNewOfOne(facts),
    ...filledTooFast(facts),
    ...bestEverywhere(values),
    ...facts.signers.flatMap(signer => [...postChanges(signer, today), ...passwordReset(signer, today)]),
    ...keyFactChanged(facts),
    ...abnormalRegistry(facts),
  ]
}

/** One flag a customer, so that another one found later is ticked by itself; where there are many, one flag names a few. */
function withCustomers(code: FlagCode, customers: readonly string[]): Flag[] {
  if (customers.length <= mostNamed)
    return customers.map(customer => flag(code, { customers: customer, count: '1' }, [customer]))
  const named = `${customers.slice(0, mostNamed).join('、')}…`
  return [flag(code, { customers: named, count: String(customers.length) }, ['many'])]
}

function withEmployees(code: FlagCode, employees: readonly string[]): Flag[] {
  return employees.map(name => flag(code, { people: name }, [name]))
}

function youngFirm(values: Values, today: string): Flag[] {
  const since = textAt(values, 'customer.openedOn')
  return isYoung(values, today) ? [flag('youngFirm', { since }, [since])] : []
}

function largeFirst({ firstRequest, otherFirstRequests }: FlagFacts): Flag[] {
  if (firstRequest === null || otherFirstRequests.length < fewestFirstRequests) return []
  const usual = median(otherFirstRequests)
  if (usual === 0 || firstRequest < usual * firstRequestTimes) return []
  const facts = { times: (firstRequest / usual).toFixed(1), median: formatMoney(Math.round(usual)) }
  return [flag('largeFirst', facts, [])]
}

function manyNewOfOne({ salesperson }: FlagFacts): Flag[] {
  if (!salesperson || salesperson.newCustomers < manyNewCustomers) return []
  const { name, newCustomers } = salesperson
  return [flag('manyNewOfOne', { person: name, count: String(newCustomers) }, [name])]
}

function filledTooFast({ secondsToFill }: FlagFacts): Flag[] {
  if (secondsToFill === null || secondsToFill >= fastestFillingSeconds) return []
  return [flag('filledTooFast', { seconds: String(Math.max(0, Math.floor(secondsToFill))) }, [])]
}

function bestEverywhere(values: Values): Flag[] {
  const answered = Object.entries(bestAnswers).filter(([path]) => textAt(values, path) !== '')
  const isBest = answered.length >= fewestBestAnswers && answered.every(([path, best]) => values[path] === best)
  return isBest ? [flag('bestEverywhere', { count: String(answered.length) }, [])] : []
}

type Signer = FlagFacts['signers'][number]

function postChanges({ name, posts }: Signer, today: string): Flag[] {
  return posts
    .filter(({ since }) => daysBetween(since, today) < newPostDays)
    .map(({ post, since }) =>
      flag('postChanged', { person: name, post, days: String(daysBetween(since, today)) }, [name, post, since]),
    )
}

function passwordReset({ name, passwordResetOn: on }: Signer, today: string): Flag[] {
  if (on === null || daysBetween(on, today) >= newPostDays) return []
  return [flag('passwordReset', { person: name, days: String(daysBetween(on, today)) }, [name, on])]
}

function keyFactChanged({ keyFactChanges, today }: FlagFacts): Flag[] {
  return keyFactChanges
    .filter(({ on }) => isRecent(on, today, keyFactDays))
    .map(({ path, on }) => flag('keyFactChanged', { fields: path, on }, [path, on]))
}

function abnormalRegistry({ registryStatus: status }: FlagFacts): Flag[] {
  return status === null || status === 'normal' ? [] : [flag('abnormalRegistry', { status }, [status])]
}

function flag(code: FlagCode, facts: Readonly<Record<string, string>>, tickedFor: readonly string[]): Flag {
  return { key: [code, ...tickedFor].join(':'), code, facts }
}

function median(amounts: readonly number[]): number {
  const sorted = [...amounts].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}
