import { type Connection, run } from '../database/connection.ts'
import type { SearchText } from '../search/search-text.ts'

const upsert = `
  INSERT INTO customer_search (customer_id, number, names, others) VALUES (@id, @number, @names, @others)
  ON CONFLICT (customer_id) DO UPDATE SET number = @number, names = @names, others = @others`

/** Keeps what a customer can be found by. Throws SqliteError. */
export function putSearchText(db: Connection, id: number, text: SearchText): void {
  run(db, upsert, { id, ...text })
}
