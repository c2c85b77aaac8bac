import { completeness } from '../catalogue/derive/completeness.ts'
import { personPath } from '../catalogue/derive/paths.ts'
import { numberAt, textAt } from '../catalogue/derive/value.ts'
import type { Path, Values } from '../catalogue/field.ts'
import { personRoles } from '../catalogue/people.ts'
import type { GateProblem } from '../contract/application-calls.ts'
import type { VerificationState } from '../contract/attachment-calls.ts'
import type { ApplicationKind } from './application.ts'
import { addDays, daysBetween } from './calendar.ts'
import type { ChainPlan } from './chain.ts'
import { checkRegistrationNo } from './credit-code.ts'
import { type EffectiveLimit, percentOf } from './limits.ts'
import { creditCodeAbove, saysWhy, type Terms } from './policy.ts'

/** All that decides whether an application may be submitted. Amounts in 分, ISO days. */
export interface GateInput {
  readonly kind: ApplicationKind
  readonly values: Values
  /** Answers taken over from the last card that nobody has confirmed. */
  readonly carried: readonly Path[]
  /** What a temporary limit or a lowering asks for; a standing limit is asked for in the KH002 itself. */
  readonly amount: number | null
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly reason: string | null
  readonly plan: readonly { readonly on: string; readonly amount: number }[]
  readonly salespersonId: number | null
  readonly limit: EffectiveLimit
  readonly terms: Terms
  readonly today: string
  readonly hasOtherPending: boolean
  /** Whether a temporary limit of the customer is in force or begins later. */
  readonly activeTemporary: boolean
  readonly verification: readonly Pick<VerificationState, 'item' | 'required' | 'state'>[]
  readonly chain: ChainPlan
  readonly names: (personId: number) => string
}

/** So many days after the end of a temporary limit the last repayment is due. */
const repaymentDays = 30
const fewestContacts = 2

/**
 * What stands in the way of a submission (rules 3, 9, 13, 21), in the order in which it is to be put right. `fields` are boxes of
 * the forms or of the request; `detail` is what its sentence needs: an item, whole percent, an amount in 分, or a post with the
 * people who hold it and may not sign (`salesManager:张三、李四`).
 */
export function gateProblems(input: GateInput): GateProblem[] {
  const own = { standing: standingProblems, temporary: temporaryProblems, lowering: loweringProblems }[input.kind]
  return [...own(input), ...commonProblems(input)]
}

/** The amount that an application asks for, wherever it is written. 分. */
export function askedAmount({ kind, values, amount }: Pick<GateInput, 'kind' | 'values' | 'amount'>): number | null {
  return kind === 'standing' ? numberAt(values, 'credit.requestedLimit') : amount
}

function standingProblems(input: GateInput): GateProblem[] {
  const { values, carried, terms } = input
  const amount = askedAmount(input) ?? 0
  const { percent, missing } = completeness(values, 'KH002')
  return [
    ...unless(amount > 0, 'amount-missing', ['credit.requestedLimit']),
    ...unless(percent >= terms.completenessPercent, 'incomplete', missing, String(percent)),
    ...contactProblems(input),
    ...unless(carried.length === 0, 'carried-unconfirmed', carried),
    ...creditCodeProblems(values, amount),
    ...verificationProblems(input),
  ]
}

function temporaryProblems(input: GateInput): GateProblem[] {
  const { values, limit, terms } = input
  if (limit.state !== 'inForce' || limit.standing === 0) return [problem('no-standing-limit')]
  const amount = input.amount ?? 0
  const most = percentOf(limit.standing, terms.temporaryPercent)
  return [
    ...unless(amount > 0, 'amount-missing', ['amount']),
    ...unless(amount <= most, 'amount-too-large', ['amount'], String(most)),
    ...unless(isPeriodRight(input), 'period-invalid', ['startsOn', 'endsOn'], String(terms.temporaryDays)),
    ...unless(isPlanRight(input), 'plan-missing', ['plan']),
    ...reasonProblems(input),
    ...unless(!input.activeTemporary, 'other-pending', [], 'temporary'),
    ...creditCodeProblems(values, limit.standing + amount),
    ...verificationProblems(input),
  ]
}

function loweringProblems(input: GateInput): GateProblem[] {
  const { amount, limit } = input
  if (limit.state !== 'inForce' && limit.state !== 'frozen') return [problem('no-standing-limit')]
  return [
    ...unless(amount !== null, 'amount-missing', ['amount']),
    // What was approved is lowered: of a first limit only a part can be used yet.
    ...unless(amount === null || amount < limit.approved, 'amount-not-lower', ['amount'], String(limit.approved)),
    ...reasonProblems(input),
  ]
}

function commonProblems({ salespersonId, hasOtherPending, chain, names }: GateInput): GateProblem[] {
  return [
    ...unless(salespersonId !== null, 'salesperson-missing', ['salespersonId']),
    ...unless(!hasOtherPending, 'other-pending'),
    ...chainProblems(chain, names),
  ]
}

function chainProblems(chain: ChainPlan, names: GateInput['names']): GateProblem[] {
  if (chain.ok) return []
  if (chain.problem === 'too-few-signers') return [problem('too-few-signers')]
  return [problem('no-approver', [], `${chain.post}:${chain.barredHolders.map(names).join('、')}`)]
}

function contactProblems({ values, reason }: GateInput): GateProblem[] {
  const fields = missingContacts(values, reason)
  return fields.length === 0 ? [] : [problem('contacts-missing', fields)]
}

/**
 * The boxes of which one is still to be filled in for two people who can be called (rules 21); none where a reason says why not. The
 * firm's own telephone reaches whoever is in charge.
 */
export function missingContacts(values: Values, reason: string | null): Path[] {
  const rows = Object.keys(values).filter(path => /^people\.\w+\.\d+\.name$/.test(path))
  const reachable = rows.filter(path => hasPhone(values, path)).map(path => textAt(values, path))
  if (new Set(reachable).size >= fewestContacts || hasReason(reason)) return []
  const firstRows = personRoles.map(({ code }) => personPath(code, 1, 'name'))
  const fields = [...new Set([...rows, ...firstRows])].filter(
    path => textAt(values, path) === '' || !hasPhone(values, path),
  )
  return fields.map(path => (textAt(values, path) === '' ? path : phoneOf(path)))
}

const phoneOf = (namePath: Path) => namePath.replace(/name$/, 'phone')

function hasPhone(values: Values, namePath: Path): boolean {
  const paths = [phoneOf(namePath), namePath.replace(/name$/, 'homePhone')]
  if (namePath.startsWith('people.principal.')) paths.push('customer.phone')
  return textAt(values, namePath) !== '' && paths.some(path => textAt(values, path) !== '')
}

function creditCodeProblems(values: Values, credit: number): GateProblem[] {
  const isRight = checkRegistrationNo(textAt(values, 'customer.businessRegNo')).kind === 'creditCode'
  return unless(isRight || credit <= creditCodeAbove, 'credit-code-missing', ['customer.businessRegNo'])
}

function verificationProblems({ verification }: GateInput): GateProblem[] {
  return verification
    .filter(({ required, state }) => required && state !== 'done')
    .map(({ item }) => problem('verification-missing', [], item))
}

function isPeriodRight({ startsOn, endsOn, today, terms }: GateInput): boolean {
  if (startsOn === null || endsOn === null || startsOn < today) return false
  const days = daysBetween(startsOn, endsOn) + 1
  return days >= 1 && days <= terms.temporaryDays
}

/** Every repayment has its day while the limit runs or soon after, and together they pay all of it back. */
function isPlanRight({ plan, amount, startsOn, endsOn }: GateInput): boolean {
  if (plan.length === 0 || startsOn === null || endsOn === null) return false
  const last = addDays(endsOn, repaymentDays)
  const total = plan.reduce((sum, row) => sum + row.amount, 0)
  return total === amount && plan.every(row => row.amount > 0 && row.on >= startsOn && row.on <= last)
}

function reasonProblems({ reason }: GateInput): GateProblem[] {
  return unless(hasReason(reason), 'reason-missing', ['reason'])
}

function hasReason(reason: string | null): boolean {
  return reason !== null && saysWhy(reason)
}

function unless(
  isRight: boolean,
  code: GateProblem['code'],
  fields: readonly string[] = [],
  detail = '',
): GateProblem[] {
  return isRight ? [] : [problem(code, fields, detail)]
}

function problem(code: GateProblem['code'], fields: readonly string[] = [], detail = ''): GateProblem {
  return { code, fields: [...fields], detail }
}
