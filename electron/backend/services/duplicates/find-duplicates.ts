import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Values } from '../../../../shared/catalogue/field.ts'
import { likenessLevels } from '../../../../shared/domain/company-name.ts'
import type { Connection } from '../../database/connection.ts'
import { customersWithMark, type Sharer } from '../../repositories/duplicates.ts'
import { duplicateKeys, spokenName, type StoredMark } from '../../search/duplicate-keys.ts'
import { type CertainKind, certainKinds, type Likeness, likeness } from '../../search/likeness.ts'

/** An existing customer that is the same one; `kinds` say by what. */
export interface CertainDuplicate extends Sharer {
  readonly kinds: readonly CertainKind[]
}

/** An existing customer that may be the same one. */
export type ProbableDuplicate = Sharer & Likeness

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
