import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Values } from '../../../../shared/catalogue/field.ts'
import { likenessLevels } from '../../../../shared/domain/company-name.ts'
import type { Connection } from '../../database/connection.ts'
import { formerNamesOf, pastNamesOf } from '../../repositories/card-past.ts'
import { customersWithMark, type Sharer } from '../../repositories/duplicates.ts'
import { duplicateKeys, spokenName, type StoredMark } from '../../search/duplicate-keys.ts'
import { certainKinds, type Likeness, likeness, type ToldKind, toldKinds } from '../../search/likeness.ts'

/** An existing customer that is the same one; `kinds` say by what. */
export interface CertainDuplicate extends Sharer {
  readonly kinds: readonly ToldKind[]
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
  const formerly = except === undefined ? [] : formerNamesOf(db, except).map(({ name }) => name)
  const candidates = candidatesFor(db, duplicateKeys(values, formerly), except)
  const own = spokenName(textAt(values, 'customer.name'))
  const ownNames = [own, ...formerly.map(spokenName)]
  const found = [...candidates.values()].map(({ customer, kinds }) => ({ customer, kinds }))
  const certain = found.flatMap(({ customer, kinds }) => {
    const same = toldKinds(kinds, own, spokenName(customer.name))
    return same.length > 0 ? [{ ...customer, kinds: same }] : []
  })
  const uncertain = found.filter(({ kinds }) => !certainKinds.some(kind => kinds.has(kind)))
  const past = pastNamesOf(
    db,
    uncertain.map(({ customer }) => customer.id),
  )
  const namesOf = ({ id, name }: Sharer) => [name, ...(past.get(id) ?? [])].map(spokenName)
  const probable = uncertain
    .map(({ customer, kinds }) => ({ ...customer, ...likeness(ownNames, namesOf(customer), kinds) }))
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
