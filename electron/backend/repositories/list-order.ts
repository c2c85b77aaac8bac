import type { CustomerOrder } from '../../../shared/contract/list-shapes.ts'
import { type Cell, type Connection, rawRows, selectedIds } from '../database/connection.ts'
import { nameReadings, personReadings } from '../search/pinyin.ts'
import { type Clause, joinsOf, type Source, sourceOf } from './list-sql.ts'

/** Ids in an order, and the place of each in it, counted from 1; 0 says that an id is not among them. */
interface Ordered {
  readonly ids: readonly number[]
  readonly places: Int32Array
}

/** Notes the place of every id. */
export function ordered(ids: readonly number[]): Ordered {
  const places = new Int32Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1)
  ids.forEach((id, index) => {
    places[id] = index + 1
  })
  return { ids, places }
}

/**
 * Everybody in use, or out of use, by pinyin; an index keeps this order. A merged card is put aside and found by other means (rules
 * 22); those in use are listed from an index that knows nothing of merges. Throws SqliteError.
 */
export function idsByPinyin(db: Connection, archived: boolean): number[] {
  const merged = archived ? ' AND merged_into IS NULL' : ''
  const sql = `SELECT id FROM customers WHERE (archived_at IS NOT NULL) = ?${merged} ORDER BY name_sort, id`
  return selectedIds(db, sql, [Number(archived)])
}

/**
 * Those of `byPinyin` whom all clauses hold for, in an order; ties stand by pinyin, and what is not known last either way. SQLite only
 * reads: it would carry whole names along to sort by them, where two numbers a customer are enough. Throws SqliteError.
 */
export function orderedIds(
  db: Connection,
  byPinyin: Ordered,
  clauses: readonly Clause[],
  { sort, descending }: CustomerOrder,
): number[] {
  const source = sourceOf(sort)
  const value = sort === 'customer.name' ? 'NULL' : source.sql
  const needed = sort === 'customer.name' ? clauses : [source, ...clauses]
  // oxlint-disable-next-line kehu/bound-sql -- a clause binds its values beside its text
  const where = clauses.length > 0 ? `WHERE ${clauses.map(clause => clause.sql).join(' AND ')}` : ''
  const rows = rawRows(
    db,
    // oxlint-disable-next-line kehu/bound-sql -- sourceOf takes the names from the catalogue
    `SELECT c.id, ${value} FROM customers c ${joinsOf(needed)} ${where}`,
    clauses.flatMap(clause => clause.params),
  )
  const ranks = ranksOf(
    rows.map(row => row[1] ?? null),
    source,
    descending,
  )
  const ids = sortedByPlace(
    rows.map(([id, cell]) => ({ id: Number(id), rank: ranks.get(cell ?? null) ?? 0 })),
    byPinyin,
  )
  return sort === 'customer.name' && descending ? ids.reverse() : ids
}

/** The ids of one rank after those of the one before it, each by their place in a list; who is not in the list is left out. */
function sortedByPlace(ranked: readonly { readonly id: number; readonly rank: number }[], list: Ordered): number[] {
  const span = list.ids.length + 1
  const keys = new Float64Array(ranked.length)
  let count = 0
  for (const { id, rank } of ranked) {
    const place = list.places[id] ?? 0
    if (place > 0) keys[count++] = rank * span + place
  }
  return Array.from(keys.subarray(0, count).sort(), key => list.ids[(key % span) - 1] ?? 0)
}

/** Where each value stands among all that there are. */
function ranksOf(values: readonly Cell[], source: Source, descending: boolean): ReadonlyMap<Cell, number> {
  const keyOf = sortKey(source)
  const known = [...new Set(values)].flatMap(value => (value === null ? [] : [{ value, key: keyOf(value) }]))
  const sign = descending ? -1 : 1
  known.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : 0))
  return new Map<Cell, number>([
    ...known.map(({ value }, index) => [value, index] as const),
    [null, known.length] as const,
  ])
}

type SortKey = (value: string | number) => string | number

// Of people the first character is a surname: 曾 is zeng, 单 is shan.
const personBox = /^people\.\w+\.\d+\.name$|By$/

/** Choices stand as the paper prints them, running numbers by their size, texts by what they sound like. */
function sortKey({ column: { key, kind, field } }: Source): SortKey {
  if (key === 'customer.customerNo') return value => String(value).padStart(20, '0')
  if (field?.kind === 'single') {
    const codes = (field.options ?? []).map(({ code }) => code)
    return value => codes.indexOf(String(value))
  }
  if (kind !== 'text') return value => value
  const sound = soundKeys(personBox.test(key))
  return value => sound(String(value))
}

/** SQLite compares texts byte by byte, which is no order for Chinese. Every character is looked up once. */
function soundKeys(ofPeople: boolean): (text: string) => string {
  const first = new Map<string, string>()
  const others = new Map<string, string>()
  const lookUp = (known: Map<string, string>, character: string, read: typeof nameReadings) => {
    const key = known.get(character) ?? read(character).sortKey
    known.set(character, key)
    return key
  }
  return text => {
    const [head = '', ...rest] = text.toLowerCase()
    const start = ofPeople ? lookUp(first, head, personReadings) : lookUp(others, head, nameReadings)
    return start + rest.map(character => lookUp(others, character, nameReadings)).join('')
  }
}
