import { likenessLevels } from '../../../shared/domain/company-name.ts'
import { mostPairs } from '../../../shared/domain/duplicates.ts'
import type { Connection } from '../database/connection.ts'
import { everyPastName } from '../repositories/card-past.ts'
import { type Block, countMarks, everyName, markBlocks, type StoredPair } from '../repositories/duplicate-scan.ts'
import { type SpokenName, spokenName } from '../search/duplicate-keys.ts'
import { certainKinds, likeness } from '../search/likeness.ts'
import { worthALook } from '../search/worth-a-look.ts'

// A mark that so many share is compared within its places only, and one of the certain kinds from neighbour to neighbour.
const largeBlock = 300
// The names are the first part of the work, so much of the whole.
const namesPart = 0.3

/**
 * Every pair of customers that is certainly or probably the same, the certain ones first and then by score. Customers are compared
 * only where they share a mark, never all with all (rules 8). `tell` hears how far it is, from 0 to 1. Throws SqliteError.
 */
export function scanPairs(db: Connection, tell: (progress: number) => void): StoredPair[] {
  const names: Names = new Map()
  const past = everyPastName(db)
  const everybody = everyName(db)
  everybody.forEach(({ id, name }, index) => {
    names.set(id, [name, ...(past.get(id) ?? [])].map(spokenName))
    if (index % 2000 === 0) tell((namesPart * index) / everybody.length)
  })
  const found = new Map<number, { readonly ids: readonly [number, number]; readonly kinds: Set<string> }>()
  const total = countMarks(db)
  let seen = 0
  let told = 0
  for (const block of markBlocks(db)) {
    for (const ids of pairsIn(block, names)) note(found, ids, block.kind, names)
    seen += block.ids.length
    if (seen - told > 2000) {
      told = seen
      tell(namesPart + (1 - namesPart) * Math.min(1, seen / total))
    }
  }
  const pairs = [...found.values()].flatMap(pair => pairOf(pair, names))
  pairs.sort(
    (a, b) => Number(a.certain === '') - Number(b.certain === '') || b.score - a.score || a.firstId - b.firstId,
  )
  const certain = pairs.filter(pair => pair.certain !== '').length
  return pairs.slice(0, Math.max(certain, mostPairs))
}

/** Every customer's names as they are read, the present one first. */
type Names = Map<number, readonly SpokenName[]>

/** The pairs of a block, smaller id first. */
function* pairsIn({ kind, ids }: Block, names: Readonly<Names>): Generator<readonly [number, number]> {
  if (ids.length <= largeBlock) yield* everyPair(ids)
  else if (certainKinds.some(certain => certain === kind)) {
    for (let index = 1; index < ids.length; index++) yield [ids[index - 1] ?? 0, ids[index] ?? 0]
  } else {
    const places = new Map<string, number[]>()
    for (const id of ids) {
      const place = names.get(id)?.[0]?.region.at(-1) ?? ''
      places.set(place, [...(places.get(place) ?? []), id])
    }
    for (const place of places.values()) if (place.length <= largeBlock) yield* everyPair(place)
  }
}

function* everyPair(ids: readonly number[]): Generator<readonly [number, number]> {
  for (let second = 1; second < ids.length; second++)
    for (let first = 0; first < second; first++) yield [ids[first] ?? 0, ids[second] ?? 0]
}

type Found = Map<number, { readonly ids: readonly [number, number]; readonly kinds: Set<string> }>

// Customer ids stay far below it, so that two of them make one exact number.
const idRoom = 2 ** 26

function note(found: Found, ids: readonly [number, number], kind: string, names: Readonly<Names>): void {
  const key = ids[0] * idRoom + ids[1]
  const known = found.get(key)
  if (known) known.kinds.add(kind)
  else if (!isAboutNames(kind) || mayReach(names.get(ids[0]), names.get(ids[1])))
    found.set(key, { ids, kinds: new Set([kind]) })
}

const isAboutNames = (kind: string) => kind === 'core' || kind === 'sound' || kind === 'nearCore'

/** Without a shared fact only a high score counts, which two names from different places never reach. */
function mayReach(a: readonly SpokenName[] | undefined, b: readonly SpokenName[] | undefined): boolean {
  return a !== undefined && b !== undefined && likeness(a, b, new Set()).score >= likenessLevels.ask
}

function pairOf(
  { ids: [firstId, secondId], kinds }: { readonly ids: readonly [number, number]; readonly kinds: ReadonlySet<string> },
  names: Readonly<Names>,
): StoredPair[] {
  const [first, second] = [names.get(firstId), names.get(secondId)]
  const found = first && second && worthALook(first, second, kinds)
  return found ? [{ firstId, secondId, ...found }] : []
}
