import { textAt } from '../catalogue/derive/value.ts'
import type { Values } from '../catalogue/field.ts'
import { addMonths, daysBetween } from './calendar.ts'
import { latestDay } from './partial-date.ts'
import type { Matrix } from './policy.ts'
import type { Post } from './roles.ts'

/** Why an application goes one level up (rules 2). */
export const levelUpReasons = ['youngFirm', 'gradeC', 'keyFactChanged'] as const
export type LevelUpReason = (typeof levelUpReasons)[number]

/** For so many days a change of the bank account or the principal asks for more eyes (rules 2). */
export const keyFactDays = 90
/** A firm is young for so many months after it opened (rules 2, 3). */
const youngMonths = 12

/** The posts that sign a total limit (分), by the first tier that reaches it and perhaps the one above; an upper bound belongs to its tier. */
export function postsFor(matrix: Matrix, total: number, oneLevelUp: boolean): readonly Post[] {
  const found = matrix.tiers.findIndex(({ upTo }) => upTo === null || total <= upTo)
  const last = matrix.tiers.length - 1
  const tier = found < 0 ? last : Math.min(last, found + (oneLevelUp ? 1 : 0))
  return matrix.tiers[tier]?.posts ?? []
}

/** What asks for one level more; `keyFactsChangedOn` is the last day on which the bank account or the principal changed. ISO days. */
export function levelUpCauses(facts: {
  readonly values: Values
  readonly today: string
  readonly keyFactsChangedOn: string | null
}): LevelUpReason[] {
  const holds: Record<LevelUpReason, boolean> = {
    youngFirm: isYoung(facts.values, facts.today),
    gradeC: facts.values['customer.grade'] === 'C',
    keyFactChanged: isRecent(facts.keyFactsChangedOn, facts.today, keyFactDays),
  }
  return levelUpReasons.filter(reason => holds[reason])
}

/** Whether a firm opened less than twelve months ago; of a date without its day the latest day it can mean counts. */
export function isYoung(values: Values, today: string): boolean {
  const openedOn = textAt(values, 'customer.openedOn')
  return openedOn !== '' && addMonths(latestDay(openedOn), youngMonths) > today
}

/** Whether a day lies at most so many days back. ISO days. */
export function isRecent(day: string | null, today: string, days: number): boolean {
  return day !== null && daysBetween(day, today) <= days
}
