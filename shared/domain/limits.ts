import type { GrantRow, LimitToday } from '../contract/application-calls.ts'
import { addDays, addMonths } from './calendar.ts'
import type { Terms } from './policy.ts'

/** A limit as it was granted. A lowering is a grant that takes the place of the standing one, until the same day. Amounts in 分. */
export interface Grant extends Omit<GrantRow, 'applicationId' | 'number'> {
  /** The instant of the last signature; of two standing grants that hold on a day the one decided later counts. */
  readonly decidedAt: string
  /** The card that it was granted to, where a customer consists of several merged ones: each has a line of its own (rules 22). */
  readonly card?: number
}

/** Something that asks for an early review; unsettled after `dueOn` it freezes the limit (rules 9). ISO days. */
export interface ReviewDemand {
  readonly cause: string
  readonly happenedOn: string
  readonly dueOn: string
  readonly settledOn: string | null
}

/** What a customer may owe on a day; `total` is always `standing` and `temporary` together. */
export type EffectiveLimit = LimitToday

const nothing: EffectiveLimit = {
  state: 'none',
  standing: 0,
  approved: 0,
  temporary: 0,
  total: 0,
  grade: null,
  validTo: null,
  temporaryTo: null,
  review: null,
}

/**
 * What a customer may owe on a day (rules 3, 9, 13). Limits of merged cards do not add up: of two that hold the lower one counts (rules
 * 22). ISO day, 分.
 */
export function effectiveLimit(
  grants: readonly Grant[],
  demands: readonly ReviewDemand[],
  terms: Terms,
  day: string,
): EffectiveLimit {
  const cards = [...new Set(grants.map(({ card }) => card))]
  const [first, ...rest] = cards.map(card =>
    limitOfCard(
      grants.filter(grant => grant.card === card),
      demands,
      terms,
      day,
    ),
  )
  return rest.reduce(counting, first ?? { ...nothing })
}

const holds = ({ state }: EffectiveLimit) => state === 'inForce' || state === 'frozen'

function counting(a: EffectiveLimit, b: EffectiveLimit): EffectiveLimit {
  if (holds(a) && holds(b)) return isLowerLimit(b, a) ? b : a
  if (holds(a) || holds(b)) return holds(a) ? a : b
  return (b.validTo ?? '') > (a.validTo ?? '') ? b : a
}

/** Whether a limit is the lower one of two: less was approved, else less can be used, else it ends earlier. */
export function isLowerLimit(limit: EffectiveLimit, than: EffectiveLimit): boolean {
  if (limit.approved !== than.approved) return limit.approved < than.approved
  if (limit.total !== than.total) return limit.total < than.total
  return (limit.validTo ?? '') < (than.validTo ?? '')
}

function limitOfCard(
  grants: readonly Grant[],
  demands: readonly ReviewDemand[],
  terms: Terms,
  day: string,
): EffectiveLimit {
  const begun = grants.filter(grant => grant.from <= day)
  const line = begun.filter(isOfTheLine)
  const standing = newest(line.filter(grant => lastDayOf(grant) >= day))
  if (!standing) {
    const ended = newest(line)
    if (!ended) return { ...nothing }
    return { ...nothing, state: 'expired', approved: ended.amount, grade: ended.grade, validTo: lastDayOf(ended) }
  }
  const known = { ...nothing, approved: standing.amount, grade: standing.grade, validTo: standing.to }
  const open = demands.filter(demand => isOpen(demand, day))
  const dueOn = open.map(demand => demand.dueOn).sort()[0]
  const review = dueOn === undefined ? null : { causes: [...new Set(open.map(({ cause }) => cause))], dueOn }
  if (review && day > review.dueOn) return { ...known, state: 'frozen', review }
  const temporaries = begun.filter(grant => grant.kind === 'temporary' && lastDayOf(grant) >= day)
  const temporary = temporaries.reduce((sum, grant) => sum + grant.amount, 0)
  const usable = usableOf(standing, line, terms, day)
  return {
    ...known,
    state: 'inForce',
    standing: usable,
    temporary,
    total: usable + temporary,
    temporaryTo: temporaries.map(lastDayOf).sort().at(-1) ?? null,
    review,
  }
}

/** The effective limit from day to day, with one entry for its first day and one for every day on which it changes. ISO days, 分. */
export function limitCourse(
  grants: readonly Grant[],
  demands: readonly ReviewDemand[],
  terms: Terms,
  from: string,
  to: string,
): { from: string; total: number }[] {
  const turns = [
    ...grants.flatMap(grant => [grant.from, grant.releasedOn, addDays(lastDayOf(grant), 1)]),
    ...demands.flatMap(demand => [demand.settledOn, addDays(demand.dueOn, 1)]),
  ].filter(day => day !== null && day > from && day <= to)
  return [from, ...new Set(turns)]
    .filter(day => day !== null)
    .sort()
    .map(day => ({ from: day, total: effectiveLimit(grants, demands, terms, day).total }))
    .filter(({ total }, index, course) => index === 0 || total !== course[index - 1]?.total)
}

/** Until when a limit holds that begins on a day, that day included (rules 9); a first one never longer than its grade allows. */
export function validTo(
  from: string,
  { grade, isFirst }: { readonly grade: Grant['grade']; readonly isFirst: boolean },
  terms: Terms,
): string {
  const months = grade === 'C' ? terms.monthsC : terms.monthsAB
  return addMonths(from, isFirst ? Math.min(months, terms.monthsFirst) : months)
}

/** The last day of a limit that a new one takes the place of: the day before. ISO days. */
export function closesOn(newFrom: string): string {
  return addDays(newFrom, -1)
}

/** A whole percentage of an amount, rounded down to 分; exact for every amount that a box holds. */
export function percentOf(amount: number, percent: number): number {
  const hundredths = amount % 100
  return ((amount - hundredths) / 100) * percent + Math.floor((hundredths * percent) / 100)
}

const isOfTheLine = (grant: Grant) => grant.kind !== 'temporary'

function lastDayOf({ to, closedOn }: Grant): string {
  return closedOn !== null && closedOn < to ? closedOn : to
}

function newest(grants: readonly Grant[]): Grant | undefined {
  const [first, ...rest] = grants
  return first && rest.reduce((last, grant) => (grant.decidedAt >= last.decidedAt ? grant : last), first)
}

function isOpen({ happenedOn, settledOn }: ReviewDemand, day: string): boolean {
  return happenedOn <= day && (settledOn === null || settledOn > day)
}

/** A first limit opens in steps (rules 3), and so does what is left of it after a lowering: lowering never opens anything. */
function usableOf(grant: Grant, line: readonly Grant[], terms: Terms, day: string): number {
  const origin = originOf(grant, line)
  const isReleased = origin.some(({ releasedOn }) => releasedOn !== null && releasedOn <= day)
  if (isReleased || !origin.some(({ isFirst }) => isFirst)) return grant.amount
  return Math.min(percentOf(grant.amount, terms.firstPercent), terms.firstMost)
}

/** A grant with everything it lowered, back to the standing limit that all of it began with. */
function originOf(grant: Grant, line: readonly Grant[]): Grant[] {
  if (grant.kind !== 'lowering') return [grant]
  const lowered = newest(line.filter(other => other.decidedAt < grant.decidedAt))
  return lowered ? [grant, ...originOf(lowered, line)] : [grant]
}
