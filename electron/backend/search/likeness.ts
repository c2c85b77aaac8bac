import { compareNames, likenessLevels, type NameLikeness } from '../../../shared/domain/company-name.ts'
import type { SpokenName } from './duplicate-keys.ts'

/** What two customers can share that makes them the same for certain; each is found in the boxes named (rules 8). */
export const certainKinds = ['name', 'registration', 'organisation', 'account'] as const
export type CertainKind = (typeof certainKinds)[number]

/** What two customers can share that makes it worth a look. */
export const sharedKinds = ['phone', 'principal'] as const
export type SharedKind = (typeof sharedKinds)[number]

/** How alike two customers are; `mustAnswer` from `likenessLevels.ask` points on, or from `list` on with a shared telephone. */
export interface Likeness {
  readonly score: number
  readonly parts: NameLikeness['parts']
  readonly shared: readonly SharedKind[]
  readonly mustAnswer: boolean
  /** One is a branch of the other, or both are branches, by their names. */
  readonly isBranch: boolean
}

/** What two names and the marks they share come to; for the pairs of a scan as for a card in hand. */
export function likeness(a: SpokenName, b: SpokenName, kinds: ReadonlySet<string>): Likeness {
  const { score, parts } = compareNames(
    a,
    b,
    a.readings.some(reading => b.readings.includes(reading)),
  )
  const shared = sharedKinds.filter(kind => kinds.has(kind))
  const mustAnswer = score >= likenessLevels.ask || (score >= likenessLevels.list && shared.includes('phone'))
  return { score, parts, shared, mustAnswer, isBranch: a.branch !== b.branch }
}
