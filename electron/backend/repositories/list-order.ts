import type { ListColumn } from '../../../shared/catalogue/list-columns.ts'
import { type Cell, type Connection, rawRows, selectedIds } from '../database/connection.ts'
import { soundKeys } from '../search/sound-keys.ts'
import { type Clause, joinsOf, type Source, sourceOf } from './list-sql.ts'

/** Ids in an order, and the place of each in it, counted from 1; 0 says that an id is not among them. */
interface Ordered {
  readonly ids: Int32Array
  readonly places: Int32Array
}

/** By which column a list stands, and which way. */
interface ColumnOrder {
  readonly sort: ListColumn
  readonly descending: boolean
}

/** Notes the place of every id. */
export function ordered(ids: Int32Array): Ordered {
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
export function idsByPinyin(db: Connection, archived: boolean): Int32Array {
  const merged = archived ? ' AND merged_into IS NULL' : ''
  const sql = `SELECT id FROM customers WHERE (archived_at IS NOT NULL) = ?${merged} ORDER BY name_sort, id`
  return Int32Array.from(selectedIds(db, sql, [Number(archived)]))
}

/**
 * Those of `byPinyin` whom all clauses hold for, in an order; ties stand by pinyin, and what is not known last either way. SQLite only
 * reads: it would carry whole names along to sort by them, where two numbers a customer are enough. Throws SqliteError.
 */
export function orderedIds(
  db: Connection,
  byPinyin: Ordered,
  clauses: readonly Clause[],
  { sort, descending }: ColumnOrder,
): Int32Array {
  const source = sourceOf(sort)
  const byName = sort.key === 'customer.name'
  const value = byName ? 'NULL' : source.sql
  const needed = byName ? clauses : [source, ...clauses]
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
    rows.map(row => Number(row[0])),
    ranks,
    byPinyin,
  )
  return byName && descending ? ids.reverse() : ids
}

/** The ids of one rank after those of the one before it, each by their place in a list; who is not in the list is left out. */
function sortedByPlace(ids: readonly number[], ranks: Int32Array, list: Ordered): Int32Array {
  const span = list.ids.length + 1
  const keys = new Float64Array(ids.length)
  let count = 0
  ids.forEach((id, index) => {
    const place = list.places[id] ?? 0
    if (place > 0) keys[count++] = (ranks[index] ?? 0) * span + place
  })
  return Int32Array.from(keys.subarray(0, count).sort(), key => list.ids[(key % span) - 1] ?? 0)
}

/** Where each cell stands among all different ones. */
function ranksOf(cells: readonly Cell[], source: Source, descending: boolean): Int32Array {
  const places = new Map<Cell, number>()
  const placeOf = cells.map(cell => {
    if (cell === null) return -1
    const place = places.get(cell) ?? places.size
    if (place === places.size) places.set(cell, place)
    return place
  })
  const keys = sortKeys([...places.keys()] as (string | number)[], source)
  const sign = descending ? -1 : 1
  const order = keys.map((_, place) => place).sort((a, b) => sign * compare(keys[a] ?? 0, keys[b] ?? 0))
  const ranks = new Int32Array(order.length)
  order.forEach((place, rank) => {
    ranks[place] = rank
  })
  return Int32Array.from(placeOf, place => (place < 0 ? order.length : (ranks[place] ?? 0)))
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

// Of people the first character is a surname: 曾 is zeng, 单 is shan.
const personBox = /^people\.\w+\.\d+\.name$|By$|salesperson$/

/** Choices stand as the paper prints them, running numbers by their size, texts by what they sound like. */
function sortKeys(
  values: readonly (string | number)[],
  { column: { key, kind, field } }: Source,
): readonly (string | number)[] {
  if (key === 'customer.customerNo') return values.map(value => String(value).padStart(20, '0'))
  if (field?.kind === 'single') {
    const codes = (field.options ?? []).map(({ code }) => code)
    return values.map(value => codes.indexOf(String(value)))
  }
  return kind === 'text' || kind === 'tags' ? soundKeys(values.map(String), personBox.test(key)) : values
}
