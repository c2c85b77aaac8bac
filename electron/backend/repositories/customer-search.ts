import { formatCustomerNo } from '../../../shared/domain/customer-number.ts'
import { all, type Cell, type Connection, run } from '../database/connection.ts'
import type { SearchText } from '../search/search-text.ts'

const upsert = `
  INSERT INTO customer_search (customer_id, number, names, others) VALUES (@id, @number, @names, @others)
  ON CONFLICT (customer_id) DO UPDATE SET number = @number, names = @names, others = @others`

/** Keeps what a customer can be found by. Throws SqliteError. */
export function putSearchText(db: Connection, id: number, text: SearchText): void {
  run(db, upsert, { id, ...text })
}

/** A customer that a search finds: 0 is the exact customer number, 1 what a name or its readings begin with, 2 every other hit (rules 15). */
export interface Found {
  readonly id: number
  readonly rank: number
}

/**
 * Everybody that all words are found of. Looking for text with instr needs no escaping and is faster than LIKE, since both sides
 * are folded already. Throws SqliteError.
 */
export function findCustomers(db: Connection, words: readonly string[]): Found[] {
  const params: Record<string, Cell> = { number: wholeNumber(words) }
  words.forEach((word, index) => {
    params[`word${index}`] = word
  })
  const hits = words.map((_, index) => `(instr(names, @word${index}) OR instr(others, @word${index}))`).join(' AND ')
  const sql = `
    SELECT customer_id AS id, CASE WHEN number = @number THEN 0 WHEN instr(names, char(10) || @word0) THEN 1 ELSE 2 END AS rank
    FROM customer_search WHERE ${hits}`
  return all<Found>(db, sql, params)
}

/** A search for nothing but digits may mean a customer number without its leading zeros. */
function wholeNumber(words: readonly string[]): string {
  const [word = ''] = words
  return words.length === 1 && /^\d{1,9}$/.test(word) && Number(word) > 0 ? formatCustomerNo(Number(word)) : word
}
