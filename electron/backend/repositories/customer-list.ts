import type { Path, Value } from '../../../shared/catalogue/field.ts'
import { type ListColumn, listColumn } from '../../../shared/catalogue/list-columns.ts'
import type { Condition, CustomerOrder } from '../../../shared/contract/list-shapes.ts'
import { type Connection, one, rawRows } from '../database/connection.ts'
import { findCustomers, ranks } from './find-customers.ts'
import { idsByPinyin, ordered, orderedIds } from './list-order.ts'
import { clauseOf, joinsOf, sourceOf, valueOf } from './list-sql.ts'

/** Which customers a list means; `words` must all be found, and none means everybody. */
export interface ListFilter {
  readonly words: readonly string[]
  readonly archived: boolean
  readonly conditions?: readonly Condition[] | undefined
}

/** Finds the column of a key. */
type ColumnAt = (key: Path) => ListColumn | undefined

/** By pinyin of the names. */
export const usualOrder: CustomerOrder = { sort: 'customer.name', descending: false }

/** Ids in an order. Numbers of four bytes, as hundreds of thousands of them are made while somebody types. */
export type Ids = Int32Array

/** Lists that are kept until anything in the database changes. */
interface Kept {
  readonly stamp: string
  readonly lists: Map<string, Ids>
}
const kept = new WeakMap<Connection, Kept>()
const mostLists = 8 // a few hundred kB each with 100,000 customers

/**
 * The ids of everybody that a filter means, in an order; asking again costs nothing until something is written. A search puts the
 * exact customer number first (rules 15) and, in the order of names, what begins with the words. Throws SqliteError; an Error for a key that `columnAt` does not know.
 */
export function listIds(
  db: Connection,
  filter: ListFilter,
  order: CustomerOrder,
  columnAt: ColumnAt = listColumn,
): Ids {
  const { lists } = presentLists(db)
  const { words, archived, conditions = [] } = filter
  const key = JSON.stringify([words, archived, conditions, order.sort, order.descending])
  const list =
    lists.get(key) ?? (words.length > 0 ? found(db, filter, order, columnAt) : everybody(db, filter, order, columnAt))
  lists.delete(key) // what was asked for last stays longest
  lists.set(key, list)
  const [oldest] = lists.keys()
  if (lists.size > mostLists && oldest !== undefined) lists.delete(oldest)
  return list
}

/** How many customers there are before any filter. Throws SqliteError. */
export function countAll(db: Connection, archived: boolean): number {
  return listIds(db, { words: [], archived }, usualOrder).length
}

function everybody(
  db: Connection,
  { archived, conditions = [] }: ListFilter,
  { sort, descending }: CustomerOrder,
  columnAt: ColumnAt,
): Ids {
  if (conditions.length === 0 && sort === usualOrder.sort && !descending) return idsByPinyin(db, archived)
  const byPinyin = ordered(listIds(db, { words: [], archived }, usualOrder))
  const clauses = conditions.map(condition => clauseOf(condition, columnOf(condition.column, columnAt)))
  return orderedIds(db, byPinyin, clauses, { sort: columnOf(sort, columnAt), descending })
}

function columnOf(key: Path, columnAt: ColumnAt): ListColumn {
  const column = columnAt(key)
  if (!column) throw new Error(`no such column: ${key}`)
  return column
}

/** The hits in the order of everybody: while somebody types, only the search itself is done anew. */
function found(db: Connection, { words, ...filter }: ListFilter, order: CustomerOrder, columnAt: ColumnAt): Ids {
  const { total, rankBy } = findCustomers(db, words)
  const everyone = listIds(db, { ...filter, words: [] }, order, columnAt)
  const all = new Int32Array(total)
  let count = 0
  // Counted loops over numbers: a word like 公司 finds half of everybody, for whom iterators and growing lists take ten times as long.
  for (let index = 0; index < everyone.length; index++) {
    const id = everyone[index] ?? 0
    if ((rankBy[id] ?? 0) > 0) all[count++] = id
  }
  const hits = new Int32Array(count)
  let placed = 0
  for (const group of order.sort === usualOrder.sort ? byEveryRank : byNumberFirst)
    for (let index = 0; index < count; index++) {
      const id = all[index] ?? 0
      if (group[rankBy[id] ?? 0]) hits[placed++] = id
    }
  return hits
}

// Which ranks stand together, in their order.
const byEveryRank = Object.values(ranks).map(rank => groupOf(rank))
const byNumberFirst = [groupOf(ranks.number), groupOf(ranks.whole, ranks.beginning, ranks.part)]

function groupOf(...members: readonly number[]): Uint8Array {
  const group = new Uint8Array(Object.keys(ranks).length + 1)
  for (const rank of members) group[rank] = 1
  return group
}

/** What was worked out since the last write, of this connection or of another one. */
function presentLists(db: Connection): Kept {
  const own = one<{ changes: number }>(db, 'SELECT total_changes() AS changes')?.changes
  const others = one<{ data_version: number }>(db, 'PRAGMA data_version')?.data_version
  const stamp = `${own}/${others}`
  const known = db.inTransaction ? undefined : kept.get(db)
  if (known?.stamp === stamp) return known
  const fresh: Kept = { stamp, lists: new Map() }
  // What is read in the midst of a transaction may yet be undone, and no count would tell.
  if (!db.inTransaction) kept.set(db, fresh)
  return fresh
}

/** Every customer that a filter means, by pinyin. Throws SqliteError. */
export function everyId(db: Connection, filter: ListFilter): Ids {
  return listIds(db, filter, usualOrder)
}

/** One line of the customer list. */
export interface ListRow {
  readonly id: number
  readonly customerNo: string
  readonly name: string
  readonly archived: boolean
  /** What is known of the columns that were asked for. */
  readonly cells: Readonly<Record<Path, Value>>
}

/** The lines of some customers in the order of their ids, with these columns. Throws SqliteError. */
export function listRows(db: Connection, ids: readonly number[], columns: readonly ListColumn[]): ListRow[] {
  const sources = columns.map(sourceOf)
  const what = ['c.id', 'c.customer_no', 'c.name', 'c.archived_at', ...sources.map(source => source.sql)].join(', ')
  // oxlint-disable-next-line kehu/bound-sql -- sourceOf takes the names from the catalogue
  const sql = `SELECT ${what} FROM json_each(?) asked CROSS JOIN customers c ON c.id = asked.value ${joinsOf(sources)} ORDER BY asked.key`
  return rawRows(db, sql, [JSON.stringify(ids)]).map(([id, customerNo, name, archivedAt, ...stored]) => ({
    id: Number(id),
    customerNo: String(customerNo),
    name: String(name),
    archived: archivedAt !== null,
    cells: Object.fromEntries(
      columns.flatMap((column, index) => {
        const cell = stored[index] ?? null
        return cell === null ? [] : [[column.key, valueOf(column, cell)] as const]
      }),
    ),
  }))
}
