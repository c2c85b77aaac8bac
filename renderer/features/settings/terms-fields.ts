import { terms } from '../../../shared/contract/policy-calls.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import type { Terms } from '../../../shared/domain/policy.ts'

/** What an amount of a term is counted in. */
export type Unit = 'months' | 'days' | 'percent' | 'yuan'

/** The terms as people look for them. */
export const termGroups: readonly {
  readonly group: 'validity' | 'temporary' | 'verification' | 'work'
  readonly keys: readonly (keyof Terms)[]
}[] = [
  { group: 'validity', keys: ['monthsAB', 'monthsC', 'monthsFirst', 'reviewDays', 'reminderDays'] },
  { group: 'temporary', keys: ['temporaryDays', 'temporaryPercent'] },
  { group: 'verification', keys: ['visitFrom', 'allItemsFrom', 'registryDays', 'firstPercent', 'firstMost'] },
  { group: 'work', keys: ['completenessPercent', 'staleMonths', 'delegationDays'] },
]

const units: Readonly<Record<keyof Terms, Unit>> = {
  monthsAB: 'months',
  monthsC: 'months',
  monthsFirst: 'months',
  temporaryDays: 'days',
  temporaryPercent: 'percent',
  delegationDays: 'days',
  visitFrom: 'yuan',
  allItemsFrom: 'yuan',
  firstPercent: 'percent',
  firstMost: 'yuan',
  completenessPercent: 'percent',
  registryDays: 'days',
  reviewDays: 'days',
  reminderDays: 'days',
  staleMonths: 'months',
}

/** What a term is counted in. */
export function unitOf(key: keyof Terms): Unit {
  return units[key]
}

/** The least and the most that the contract takes for a term. */
export function boundsOf(key: keyof Terms): { least: number; most: number } {
  const { minValue, maxValue } = terms.shape[key]
  return { least: minValue ?? 0, most: maxValue ?? Number.MAX_SAFE_INTEGER }
}

/** A term as it is read, without its unit: an amount in yuan, a number as it is. */
export function termText(key: keyof Terms, value: number): string {
  return units[key] === 'yuan' ? formatMoney(value) : String(value)
}
