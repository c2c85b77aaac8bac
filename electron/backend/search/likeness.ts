import { compareNames, likenessLevels, type NameLikeness } from '../../../shared/domain/company-name.ts'
import type { SpokenName } from './duplicate-keys.ts'

/** What two customers can share that makes them the same for certain; each is found in the boxes named (rules 8). */
export const certainKinds = ['name', 'registration', 'organisation', 'account'] as const
export type CertainKind = (typeof certainKinds)[number]

/** How a certain kind is told: a name that one of the two no longer bears is not called theirs. */
export type ToldKind = CertainKind | 'formerName'

/** The certain kinds of two customers as they are told, by their present names. */
export function toldKinds(kinds: Iterable<string>, a: SpokenName, b: SpokenName): ToldKind[] {
  const shared = new Set(kinds)
  return certainKinds
    .filter(kind => shared.has(kind))
    .map(kind => (kind === 'name' && a.whole !== b.whole ? 'formerName' : kind))
}

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

/**
 * What the names of two customers, 曾用名 among them, and the marks they share come to; of all names the two count that are most alike
 * (rules 8, 17). For the pairs of a scan as for a card in hand; each has one name at least.
 */
export function likeness(a: readonly SpokenName[], b: readonly SpokenName[], kinds: ReadonlySet<string>): Likeness {
  const all = a.flatMap(own => b.map(other => likenessOf(own, other, kinds)))
  return all.reduce((best, next) => (next.score > best.score ? next : best))
}

function likenessOf(a: SpokenName, b: SpokenName, kinds: ReadonlySet<string>): Likeness {
  const { score, parts } = compareNames(
    a,
    b,
    a.readings.some(reading => b.readings.includes(reading)),
  )
  const shared = sharedKinds.filter(kind => kinds.has(kind))
  const mustAnswer = score >= likenessLevels.ask || (score >= likenessLevels.list && shared.includes('phone'))
  return { score, parts, shared, mustAnswer, isBranch: a.branch !== b.branch }
}
