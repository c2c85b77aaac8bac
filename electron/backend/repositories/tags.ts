import { all, type Connection, run } from '../database/connection.ts'

/** The tags of a customer, the oldest first. Throws SqliteError. */
export function tagsOf(db: Connection, customerId: number): string[] {
  const sql = 'SELECT tag FROM tags WHERE customer_id = ? ORDER BY added_at, tag'
  return all<{ tag: string }>(db, sql, [customerId]).map(({ tag }) => tag)
}

/** Gives a customer a tag; one that it has stays. Throws SqliteError. */
export function addTag(db: Connection, customerId: number, tag: string, at: string, by: number): void {
  const sql = 'INSERT INTO tags (customer_id, tag, added_at, added_by) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'
  run(db, sql, [customerId, tag, at, by])
}

/** Takes a tag off a customer. Throws SqliteError. */
export function dropTag(db: Connection, customerId: number, tag: string): void {
  run(db, 'DELETE FROM tags WHERE customer_id = ? AND tag = ?', [customerId, tag])
}

/** Tags in use with how many customers have them, the most used first. Throws SqliteError. */
export function usedTags(db: Connection, limit: number): { tag: string; customers: number }[] {
  const sql = 'SELECT tag, count(*) AS customers FROM tags GROUP BY tag ORDER BY customers DESC, tag LIMIT ?'
  return all<{ tag: string; customers: number }>(db, sql, [limit])
}
