import { formatCustomerNo } from '../../../shared/domain/customer-number.ts'
import type { FactKind } from '../../../shared/domain/fact-kinds.ts'
import { all, type Cell, type Connection, one, type Row } from '../database/connection.ts'
import { mostShared } from '../search/grams.ts'
import { type Pattern, patternsOf, placeOf } from '../search/patterns.ts'
import { markPlaces, mostBytes, placesIn, segmentSize } from '../search/postings.ts'
import { kindOf, kindSign } from '../search/search-text.ts'

/** How well a customer fits, the best first: its number, all of its name, what a name or its readings begin with, anything else (rules 15). */
export const ranks = { number: 1, whole: 2, beginning: 3, part: 4 } as const

/** Whom a search finds. */
export interface Found {
  readonly total: number
  /** The rank of every customer by id, 0 for whoever is not found. */
  readonly rankBy: Uint8Array
}

/**
 * Everybody of whom all words are found, however many that are. At most some hundred texts are read for it; the index answers what
 * many share. Throws SqliteError.
 */
export function findCustomers(db: Connection, words: readonly string[]): Found {
  const last = one<{ id: number | null }>(db, 'SELECT max(customer_id) AS id FROM customer_search')?.id ?? 0
  const marks = new Uint8Array(last + 1)
  const patterns = words.map(patternsOf)
  const fresh = all<{ id: number }>(db, 'SELECT customer_id AS id FROM search_fresh').map(({ id }) => id)
  for (const id of fresh) marks[id] = unknown
  patterns.forEach((ways, index) => {
    const hits = new Uint8Array(marks.length)
    for (const way of ways) markHits(db, way, id => marks[id] === index, hits)
    for (let id = 0; id < marks.length; id++) if (hits[id] === 1 && marks[id] === index) marks[id] = index + 1
  })
  for (const id of fresh) marks[id] = 0
  for (const id of freshHits(db, patterns)) marks[id] = words.length
  return ranked(db, words, patterns[0] ?? [], marks, fresh)
}

const unknown = 255

/** Puts ranks into the place of the count of words that were found. */
function ranked(
  db: Connection,
  words: readonly string[],
  first: readonly Pattern[],
  marks: Uint8Array,
  fresh: readonly number[],
): Found {
  // Of many hits the ids are not needed.
  const hits: number[] = []
  let total = 0
  for (let id = 0; id < marks.length; id++) {
    const isHit = marks[id] === words.length
    marks[id] = isHit ? ranks.part : 0
    if (isHit && total++ <= mostShared) hits.push(id)
  }
  const name = kindSign('name')
  const begun = first.map(({ text, ...last }) => ({ text: name + text, ...last }))
  const whole = first.filter(({ last }) => !last).map(({ text }) => ({ text: `${name}${text}\n` }))
  const raise = total > mostShared ? raiseByIndex(db, marks, fresh) : raiseByText(db, marks, hits)
  if (total > 0 && raise(ranks.beginning, begun) && words.length === 1) raise(ranks.whole, whole)
  const holder = one<{ id: number }>(db, 'SELECT id FROM customers WHERE customer_no = ?', [wholeNumber(words)])
  if (holder && marks[holder.id]) marks[holder.id] = ranks.number
  return { total, rankBy: marks }
}

/** Gives a rank to whoever has one of the patterns and no better rank yet; answers whether there is anybody. */
type Raise = (rank: number, ways: readonly Pattern[]) => boolean

function raiseByIndex(db: Connection, marks: Uint8Array, fresh: readonly number[]): Raise {
  return (rank, ways) => {
    const hits = new Uint8Array(marks.length)
    for (const way of ways) markHits(db, way, id => (marks[id] ?? 0) > rank, hits)
    for (const id of fresh) hits[id] = 0
    if (fresh.length > 0) for (const id of freshHits(db, [ways])) hits[id] = 1
    let isTaken = false
    for (let id = 0; id < marks.length; id++) {
      if (hits[id] !== 1 || (marks[id] ?? 0) <= rank) continue
      marks[id] = rank
      isTaken = true
    }
    return isTaken
  }
}

/** Few texts are sooner read than the index is asked about what is not in it. */
function raiseByText(db: Connection, marks: Uint8Array, hits: readonly number[]): Raise {
  const texts = textsOf(db, hits)
  return (rank, ways) => {
    const better = texts.filter(({ facts }) => ways.some(way => placeOf(facts, way) >= 0))
    for (const { id } of better) marks[id] = rank
    return better.length > 0
  }
}

/** A search for nothing but digits may mean a customer number without its leading zeros. */
function wholeNumber(words: readonly string[]): string {
  const [word = ''] = words
  return words.length === 1 && /^\d{1,9}$/.test(word) && Number(word) > 0 ? formatCustomerNo(Number(word)) : word
}

interface Posting {
  readonly segment: number
  readonly places: Buffer
}

/** Without the places where they are more than few. */
interface FewPosting {
  readonly segment: number
  readonly places: Buffer | null
}

const postingsOf = `
  SELECT s.segment, g.places FROM search_segments s CROSS JOIN search_grams g ON g.part = s.part AND g.gram = ?`
// Of those that many share it is enough that they are there.
const fewPostingsOf = `
  SELECT s.segment, CASE WHEN length(g.places) <= ? THEN g.places END AS places
  FROM search_segments s CROSS JOIN search_grams g ON g.part = s.part AND g.gram = ?`
const postingsBetween = `
  SELECT s.segment, g.places FROM search_segments s CROSS JOIN search_grams g ON g.part = s.part AND g.gram >= ? AND g.gram < ?
  WHERE length(g.gram) = ?`

/** Marks everybody by id who is found in the index; whoever is not wanted does not have to be read. */
function markHits(db: Connection, pattern: Pattern, isWanted: (id: number) => boolean, hits: Uint8Array): void {
  const signs = Array.from(pattern.text)
  const settled = new Set<number>()
  const candidates: number[] = []
  for (const { segment, places } of wholePattern(db, pattern, signs.length)) {
    settled.add(segment)
    markPlaces(places, segment * segmentSize, hits)
  }
  const segments = one<{ count: number }>(db, 'SELECT count(*) AS count FROM search_segments')?.count ?? 0
  // Where the whole is not kept, its longest beginning is, with few customers who have to be read.
  for (let length = signs.length - (pattern.last ? 0 : 1); length > 0 && settled.size < segments; length--) {
    const beginning = signs.slice(0, length).join('')
    for (const { segment, places } of all<FewPosting>(db, fewPostingsOf, [mostBytes(mostShared), beginning])) {
      if (settled.has(segment)) continue
      settled.add(segment)
      // What more customers share is followed by longer grams, and there was none.
      const few = places ? placesIn(places) : []
      if (few.length > mostShared) continue
      const ids = few.map(place => segment * segmentSize + place)
      candidates.push(...ids.filter(id => hits[id] !== 1 && isWanted(id)))
    }
  }
  if (candidates.length > 0) for (const id of proven(db, pattern, candidates)) hits[id] = 1
}

function wholePattern(db: Connection, { text, last }: Pattern, length: number): Posting[] {
  return last ? rangeOf(db, text, last, length + 1) : all<Posting>(db, postingsOf, [text])
}

function rangeOf(db: Connection, text: string, [from, to]: readonly [string, string], length: number): Posting[] {
  const end = String.fromCharCode(to.charCodeAt(0) + 1)
  return all<Posting>(db, postingsBetween, [text + from, text + end, length])
}

function proven(db: Connection, pattern: Pattern, candidates: readonly number[]): number[] {
  const { sql, params } = holding([[pattern]])
  // oxlint-disable-next-line kehu/bound-sql -- `holding` binds every text
  const read = `
    SELECT customer_id AS id FROM json_each(@candidates) CROSS JOIN customer_search ON customer_id = value WHERE ${sql}`
  return all<{ id: number }>(db, read, { ...params, candidates: JSON.stringify(candidates) }).map(({ id }) => id)
}

/** Those whose text is newer than the index are read one by one. */
function freshHits(db: Connection, words: readonly (readonly Pattern[])[]): number[] {
  const { sql, params } = holding(words)
  // oxlint-disable-next-line kehu/bound-sql -- `holding` binds every text
  const read = `SELECT customer_id AS id FROM search_fresh CROSS JOIN customer_search USING (customer_id) WHERE ${sql}`
  return all<{ id: number }>(db, read, params).map(({ id }) => id)
}

/** The condition that a text holds one pattern of every word. A word is looked for with instr, which needs no escaping. */
function holding(words: readonly (readonly Pattern[])[]): { sql: string; params: Row } {
  const params: Record<string, Cell> = {}
  const bind = (value: string) => {
    const name = `p${Object.keys(params).length}`
    params[name] = value
    return `@${name}`
  }
  const condition = ({ text, last }: Pattern) =>
    last ? `facts GLOB ${bind(`*${text}[${last[0]}-${last[1]}]*`)}` : `instr(facts, ${bind(text)})`
  const each = words.map(ways => `(${ways.map(condition).join(' OR ') || '0'})`)
  return { sql: each.join(' AND ') || '1', params }
}

/** What was found of a customer beside its name, as it is shown in its row. */
export interface Hit {
  readonly kind: FactKind
  readonly text: string
}

/**
 * By what customers were found, by id: the fact behind the first word that the name does not hold; who is missing was found by the name
 * alone. Throws SqliteError.
 */
export function hitsOf(db: Connection, ids: readonly number[], words: readonly string[]): ReadonlyMap<number, Hit> {
  const ways = words.map(patternsOf)
  return new Map(
    textsOf(db, ids).flatMap(text => {
      const hit = hitIn(text, ways)
      return hit ? [[text.id, hit] as const] : []
    }),
  )
}

interface KeptText {
  readonly id: number
  readonly facts: string
  readonly shown: string
}

function textsOf(db: Connection, ids: readonly number[]): KeptText[] {
  const sql = `
    SELECT customer_id AS id, facts, shown FROM json_each(?) asked CROSS JOIN customer_search ON customer_id = asked.value`
  return all<KeptText>(db, sql, [JSON.stringify(ids)])
}

function hitIn(text: KeptText, words: readonly (readonly Pattern[])[]): Hit | undefined {
  const facts = text.facts.slice(1, -1).split('\n')
  for (const ways of words) {
    const at = facts.findIndex(fact => ways.some(way => placeOf(fact, way) >= 0))
    const kind = kindOf(facts[at] ?? '')
    // Names come first, so whatever else is found first was not found in the name.
    if (kind && kind !== 'name') return { kind, text: text.shown.split('\n')[at] || (facts[at] ?? '').slice(1) }
  }
  return undefined
}
