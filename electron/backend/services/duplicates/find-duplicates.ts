import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Values } from '../../../../shared/catalogue/field.ts'
import { compareNames, likenessLevels, type NameLikeness } from '../../../../shared/domain/company-name.ts'
import type { Connection } from '../../database/connection.ts'
import { customersWithMark, type Sharer } from '../../repositories/duplicates.ts'
import type { StoredMark } from '../../repositories/look-alikes.ts'
import { duplicateKeys, type SpokenName, spokenName } from './duplicate-keys.ts'

/** What two customers can share that makes them the same for certain; each is found in the boxes named (rules 8). */
export const certainKinds = ['name', 'registration', 'organisation', 'account'] as const
export type CertainKind = (typeof certainKinds)[number]

/** What two customers can share that makes it worth a look. */
export const sharedKinds = ['phone', 'principal'] as const
export type SharedKind = (typeof sharedKinds)[number]

/** An existing customer that is the same one; `kinds` say by what. */
export interface CertainDuplicate extends Sharer {
  readonly kinds: readonly CertainKind[]
}

/** An existing customer that may be the same one. `mustAnswer` means from `likenessLevels.ask` points on, or from `list` on with a shared telephone. */
export interface ProbableDuplicate extends Sharer {
  readonly score: number
  readonly parts: NameLikeness['parts']
  readonly shared: readonly SharedKind[]
  readonly mustAnswer: boolean
  /** One is a branch of the other, or both are branches, by their names. */
  readonly isBranch: boolean
}

export interface Duplicates {
  readonly certain: readonly CertainDuplicate[]
  readonly probable: readonly ProbableDuplicate[]
}

// A 字号 that more firms share than these says nothing about any of them.
const mostCandidates = 2000

/**
 * The customers, those put aside included, that a card with these values would be once more (rules 8); `except` is the customer whose
 * card it is. The likeliest come first. What was answered and linked before is not looked at here. Throws SqliteError.
 */
export function findDuplicates(db: Connection, values: Values, except?: number): Duplicates {
  const candidates = candidatesFor(db, duplicateKeys(values), except)
  const own = spokenName(textAt(values, 'customer.name'))
  const found = [...candidates.values()].map(({ customer, kinds }) => ({ customer, kinds }))
  const certain = found.flatMap(({ customer, kinds }) => {
    const same = certainKinds.filter(kind => kinds.has(kind))
    return same.length > 0 ? [{ ...customer, kinds: same }] : []
  })
  const probable = found
    .filter(({ kinds }) => !certainKinds.some(kind => kinds.has(kind)))
    .map(({ customer, kinds }) => ({ ...customer, ...likeness(own, spokenName(customer.name), kinds) }))
    .filter(({ score, shared }) => score >= likenessLevels.list || shared.length > 0)
    .sort((a, b) => Number(b.mustAnswer) - Number(a.mustAnswer) || b.score - a.score || a.id - b.id)
  return { certain, probable }
}

/** What two names and the keys they share come to; for the pairs of a scan as for a card in hand. */
function likeness(
  a: SpokenName,
  b: SpokenName,
  kinds: ReadonlySet<string>,
): Pick<ProbableDuplicate, 'score' | 'parts' | 'shared' | 'mustAnswer' | 'isBranch'> {
  const { score, parts } = compareNames(
    a,
    b,
    a.readings.some(reading => b.readings.includes(reading)),
  )
  const shared = sharedKinds.filter(kind => kinds.has(kind))
  const mustAnswer = score >= likenessLevels.ask || (score >= likenessLevels.list && shared.includes('phone'))
  return { score, parts, shared, mustAnswer, isBranch: a.branch !== b.branch }
}

function candidatesFor(
  db: Connection,
  keys: readonly StoredMark[],
  except: number | undefined,
): Map<number, { customer: Sharer; kinds: Set<string> }> {
  const candidates = new Map<number, { customer: Sharer; kinds: Set<string> }>()
  for (const key of keys.filter(({ kind }) => kind !== 'address' && kind !== 'contact')) {
    for (const customer of customersWithMark(db, key, mostCandidates)) {
      if (customer.id === except) continue
      const known = candidates.get(customer.id) ?? { customer, kinds: new Set() }
      known.kinds.add(key.kind)
      candidates.set(customer.id, known)
    }
  }
  return candidates
}
