import { textAt } from '../catalogue/derive/value.ts'
import type { Values } from '../catalogue/field.ts'
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
  /** The persons who may sign, with the days on which their posts were given and somebody else set their password. */
  readonly signers: readonly {
    readonly name: string
    readonly posts: readonly { readonly post: Post; readonly since: string }[]
    readonly passwordSetByOtherOn: string | null
  }[]
  readonly keyFactsChangedOn: string | null
  /** How many boxes were changed after the submission. */
  readonly changedSinceSubmission: number
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

/** Everything that ought to draw an approver's eye (rules 3). A flag blocks nothing; its key changes with what it says, so that something new is ticked anew. */
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
    ...when(isYoung(values, today), 'youngFirm', { openedOn: textAt(values, 'customer.openedOn') }),
    ...largeFirst(facts),
    ...manyNewOfOne(facts),
    ...filledTooFast(facts),
    ...bestEverywhere(values),
    ...facts.signers.flatMap(signer => [...postChanges(signer, today), ...passwordReset(signer, today)]),
    ...when(facts.changedSinceSubmission > 0, 'factsChanged', { count: String(facts.changedSinceSubmission) }),
    ...keyFactChanged(facts),
    ...when(facts.registryStatus !== null && facts.registryStatus !== 'normal', 'abnormalRegistry', {
      status: facts.registryStatus ?? '',
    }),
  ]
}

function withCustomers(code: FlagCode, customers: readonly string[]): Flag[] {
  const named = customers.slice(0, mostNamed).join('、')
  return when(customers.length > 0, code, { customers: named, count: String(customers.length) })
}

function withEmployees(code: FlagCode, employees: readonly string[]): Flag[] {
  return when(employees.length > 0, code, { people: employees.join('、') })
}

function largeFirst({ firstRequest, otherFirstRequests }: FlagFacts): Flag[] {
  if (firstRequest === null || otherFirstRequests.length < fewestFirstRequests) return []
  const usual = median(otherFirstRequests)
  return when(firstRequest >= usual * firstRequestTimes && usual > 0, 'largeFirst', {
    times: (firstRequest / usual).toFixed(1),
    median: formatMoney(Math.round(usual)),
  })
}

function manyNewOfOne({ salesperson }: FlagFacts): Flag[] {
  if (!salesperson) return []
  const { name, newCustomers } = salesperson
  return when(newCustomers >= manyNewCustomers, 'manyNewOfOne', { person: name, count: String(newCustomers) })
}

function filledTooFast({ secondsToFill }: FlagFacts): Flag[] {
  const isFast = secondsToFill !== null && secondsToFill < fastestFillingSeconds
  return when(isFast, 'filledTooFast', { seconds: String(Math.max(0, Math.round(secondsToFill ?? 0))) })
}

function bestEverywhere(values: Values): Flag[] {
  const answered = Object.entries(bestAnswers).filter(([path]) => textAt(values, path) !== '')
  const isBest = answered.every(([path, best]) => values[path] === best)
  return when(isBest && answered.length >= fewestBestAnswers, 'bestEverywhere', { count: String(answered.length) })
}

type Signer = FlagFacts['signers'][number]

function postChanges({ name, posts }: Signer, today: string): Flag[] {
  return posts.flatMap(({ post, since }) =>
    when(
      isRecent(since, today, newPostDays - 1),
      'postChanged',
      {
        person: name,
        post,
        on: since,
        days: String(daysBetween(since, today)),
      },
      ['person', 'post', 'on'],
    ),
  )
}

function passwordReset({ name, passwordSetByOtherOn: on }: Signer, today: string): Flag[] {
  if (on === null) return []
  const facts = { person: name, on, days: String(daysBetween(on, today)) }
  return when(isRecent(on, today, newPostDays - 1), 'passwordReset', facts, ['person', 'on'])
}

function keyFactChanged({ keyFactsChangedOn: on, today }: FlagFacts): Flag[] {
  if (on === null) return []
  const facts = { on, days: String(daysBetween(on, today)) }
  return when(isRecent(on, today, keyFactDays), 'keyFactChanged', facts, ['on'])
}

/** A flag if it flies; its key names the facts of `keyed`, because days that go by are nothing new. */
function when(
  isSo: boolean,
  code: FlagCode,
  facts: Readonly<Record<string, string>>,
  keyed: readonly string[] = Object.keys(facts),
): Flag[] {
  return isSo ? [{ key: [code, ...keyed.map(name => facts[name])].join(':'), code, facts: { ...facts } }] : []
}

function median(amounts: readonly number[]): number {
  const sorted = [...amounts].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}
