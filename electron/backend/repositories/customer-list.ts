import type { CustomerRow } from '../../../shared/contract/shapes.ts'
import { formatCustomerNo } from '../../../shared/domain/customer-number.ts'
import { all, type Cell, type Connection, one } from '../database/connection.ts'

/** Which customers a list means; `words` must all be found, and none means everybody. */
export interface ListFilter {
  readonly words: readonly string[]
  readonly archived: boolean
}

/** In which order, and which part of it. */
export interface ListPage {
  readonly sort: 'pinyin' | 'number' | 'changed'
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

const sortKeys = { pinyin: ['name_sort'], number: ['length(customer_no)', 'customer_no'], changed: ['changed_at'] }

function order({ sort, descending }: Pick<ListPage, 'sort' | 'descending'>): string {
  return [...sortKeys[sort], 'id'].map(key => `${key}${descending ? ' DESC' : ''}`).join(', ')
}

/** The ids of one page and how many customers there are in all. Throws SqliteError. */
export function listIds(db: Connection, filter: ListFilter, page: ListPage): { ids: number[]; total: number } {
  return filter.words.length > 0 ? found(db, filter, page) : everybody(db, filter, page)
}

function everybody(db: Connection, { archived }: ListFilter, page: ListPage): { ids: number[]; total: number } {
  const where = 'FROM customers WHERE (archived_at IS NOT NULL) = ?'
  const sql = `SELECT id ${where} ORDER BY ${order(page)} LIMIT ? OFFSET ?`
  const rows = all<{ id: number }>(db, sql, [Number(archived), page.limit, page.offset])
  const total = one<{ total: number }>(db, `SELECT count(*) AS total ${where}`, [Number(archived)])?.total ?? 0
  return { ids: rows.map(row => row.id), total }
}

/**
 * The exact customer number first, then what a name or its readings begin with, then every other hit (rules.md 15). Looking for
 * text with instr needs no escaping and is faster than LIKE, since both sides are folded already. CROSS JOIN keeps SQLite from
 * reading the wide table first.
 */
function found(db: Connection, { words, archived }: ListFilter, page: ListPage): { ids: number[]; total: number } {
  const params: Record<string, Cell> = {
    archived: Number(archived),
    limit: page.limit,
    offset: page.offset,
    number: wholeNumber(words),
  }
  words.forEach((word, index) => {
    params[`word${index}`] = word
  })
  const hits = words.map((_, index) => `(instr(names, @word${index}) OR instr(others, @word${index}))`).join(' AND ')
  const sql = `
    SELECT id, count(*) OVER () AS total FROM customer_search CROSS JOIN customers ON id = customer_id
    WHERE ${hits} AND (archived_at IS NOT NULL) = @archived
    ORDER BY CASE WHEN number = @number THEN 0 WHEN instr(names, char(10) || @word0) THEN 1 ELSE 2 END, ${order(page)}
    LIMIT @limit OFFSET @offset`
  const rows = all<{ id: number; total: number }>(db, sql, params)
  const first = rows[0]
  // A page behind the last hit has no row to read the total from.
  if (!first && page.offset > 0) return { ids: [], total: found(db, { words, archived }, { ...page, offset: 0 }).total }
  return { ids: rows.map(row => row.id), total: first?.total ?? 0 }
}

/** A search for nothing but digits may mean a customer number without its leading zeros. */
function wholeNumber(words: readonly string[]): string {
  const [word = ''] = words
  return words.length === 1 && /^\d{1,9}$/.test(word) && Number(word) > 0 ? formatCustomerNo(Number(word)) : word
}

/** Every customer that a filter means, by pinyin. Throws SqliteError. */
export function everyId(db: Connection, filter: ListFilter): number[] {
  return listIds(db, filter, { sort: 'pinyin', descending: false, offset: 0, limit: -1 }).ids
}

const selectRow = `
  SELECT c.id, c.customer_no AS customerNo, c.name, coalesce(p.name, '') AS principal, coalesce(c.phone, '') AS phone,
    c.category, c.grade, k.requested_limit AS requestedLimit, c.completeness, c.archived_at AS archivedAt,
    c.changed_at AS changedAt, a.name AS changedBy
  FROM customers c
  JOIN actors a ON a.id = c.changed_by
  LEFT JOIN people p ON p.customer_id = c.id AND p.role = 'principal' AND p.place = 1
  LEFT JOIN credit_files k ON k.customer_id = c.id
    AND k.sequence = (SELECT max(sequence) FROM credit_files WHERE customer_id = c.id)
  WHERE c.id = ?`

/** One line of the customer list. Throws SqliteError. */
export function customerRow(db: Connection, id: number): CustomerRow | undefined {
  const row = one<Omit<CustomerRow, 'archived'> & { archivedAt: string | null }>(db, selectRow, [id])
  if (!row) return undefined
  const { archivedAt, ...shown } = row
  return { ...shown, archived: archivedAt !== null }
}
