import { type Connection, run } from '../database/connection.ts'
import type { SearchText } from '../search/search-text.ts'

const upsert = `
  INSERT INTO customer_search (customer_id, facts, shown) VALUES (@id, @facts, @shown)
  ON CONFLICT (customer_id) DO UPDATE SET facts = @facts, shown = @shown`

/** Keeps what a customer can be found by; it is found by it from now on. Throws SqliteError. */
export function putSearchText(db: Connection, id: number, text: SearchText): void {
  run(db, upsert, { id, ...text })
  markFresh(db, id)
}

/** A customer is not found any more. Throws SqliteError. */
export function dropSearchText(db: Connection, id: number): void {
  run(db, 'DELETE FROM customer_search WHERE customer_id = ?', [id])
  markFresh(db, id)
}

/** The index says nothing about the customer until its segment is made anew. */
function markFresh(db: Connection, id: number): void {
  const sql = `
    INSERT INTO search_fresh (customer_id, changes) VALUES (?, 1) ON CONFLICT DO UPDATE SET changes = changes + 1`
  run(db, sql, [id])
}
