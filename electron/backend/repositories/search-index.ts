import { all, type Connection, inTransaction, one, run } from '../database/connection.ts'
import { gramsOf } from '../search/grams.ts'
import { packPlaces, segmentSize } from '../search/postings.ts'

/** How many texts are newer than the index. Throws SqliteError. */
export function countFresh(db: Connection): number {
  return one<{ count: number }>(db, 'SELECT count(*) AS count FROM search_fresh')?.count ?? 0
}

/** The segment with the most texts that are newer than the index, or nothing where it knows all. Throws SqliteError. */
export function stalestSegment(db: Connection): number | undefined {
  const sql = `
    SELECT customer_id / ${segmentSize} AS segment FROM search_fresh GROUP BY segment ORDER BY count(*) DESC, segment LIMIT 1`
  return one<{ segment: number }>(db, sql)?.segment
}

const rowsAtOnce = 500

/**
 * Makes a segment of the index anew, a few milliseconds' work at a time, so that calls can be answered in between; left unfinished, it
 * leaves the index as it was. Customers whose text changes meanwhile stay fresh. Throws SqliteError.
 */
export function* indexingSegment(db: Connection, segment: number): Generator<undefined> {
  const range = [segment * segmentSize, (segment + 1) * segmentSize]
  const within = 'customer_id >= ? AND customer_id < ?'
  const part = one<{ part: number }>(db, 'SELECT coalesce(max(part), 0) + 1 AS part FROM search_grams')?.part ?? 1
  const known = all<{ id: number; changes: number }>(
    db,
    `SELECT customer_id AS id, changes FROM search_fresh WHERE ${within}`,
    range,
  )
  const sql = `SELECT customer_id AS id, facts FROM customer_search WHERE ${within} ORDER BY customer_id`
  const texts = all<{ id: number; facts: string }>(db, sql, range)
  yield
  let rows: { gram: string; places: Buffer }[] = []
  for (const found of gramsOf(texts.map(({ id, facts }) => ({ place: id % segmentSize, facts })))) {
    if (found) rows.push({ gram: found.gram, places: packPlaces(found.places) })
    if (found && rows.length < rowsAtOnce) continue
    insertGrams(db, part, rows)
    rows = []
    yield
  }
  inTransaction(db, () => {
    insertGrams(db, part, rows)
    const upsert =
      'INSERT INTO search_segments (segment, part) VALUES (?, ?) ON CONFLICT DO UPDATE SET part = excluded.part'
    run(db, upsert, [segment, part])
    const done = 'DELETE FROM search_fresh WHERE customer_id = ? AND changes = ?'
    for (const { id, changes } of known) run(db, done, [id, changes])
  })
  yield
  yield* droppingRemains(db)
}

function insertGrams(db: Connection, part: number, rows: readonly { gram: string; places: Buffer }[]): void {
  inTransaction(db, () => {
    const insert = 'INSERT INTO search_grams (part, gram, places) VALUES (?, ?, ?)'
    for (const { gram, places } of rows) run(db, insert, [part, gram, places])
  })
}

/** Drops parts that no segment is read as: those that were replaced, and those that were never finished. */
function* droppingRemains(db: Connection): Generator<undefined> {
  const sql = `
    DELETE FROM search_grams WHERE (part, gram) IN (
      SELECT part, gram FROM search_grams WHERE part NOT IN (SELECT part FROM search_segments) LIMIT ${rowsAtOnce})`
  while (run(db, sql).changes > 0) yield
}

/** Brings the index up to date at once. Throws SqliteError. */
export function indexAll(db: Connection): void {
  for (let segment = stalestSegment(db); segment !== undefined; segment = stalestSegment(db))
    Array.from(indexingSegment(db, segment))
}
