import { all, type Connection, one, run } from '../database/connection.ts'
import type { StoredMark } from '../search/duplicate-keys.ts'

/** A customer that shares something with a card. */
export interface Sharer {
  readonly id: number
  readonly customerNo: string
  readonly name: string
  readonly archived: boolean
}

const sharers = `
  SELECT DISTINCT c.id, c.customer_no AS customerNo, c.name, c.archived_at IS NOT NULL AS archived
  FROM customer_marks m JOIN customers d ON d.id = m.customer_id JOIN customers c ON c.id = coalesce(d.merged_into, d.id)
  WHERE m.kind = ? AND m.mark = ? ORDER BY m.customer_id DESC LIMIT ?`

const marked = 'SELECT 1 FROM customer_marks WHERE kind = ? AND mark = ? LIMIT 1'

/** The newest customers with a mark, those put aside included; for a merged card the one that lives on. Throws SqliteError. */
export function customersWithMark(db: Connection, { kind, mark }: StoredMark, limit: number): Sharer[] {
  // Most marks are nobody else's, and an import asks for hundreds of thousands: to ask whether there is one costs a tenth of the join.
  if (!one(db, marked, [kind, mark])) return []
  return all<Omit<Sharer, 'archived'> & { archived: number }>(db, sharers, [kind, mark, limit]).map(row => ({
    ...row,
    archived: row.archived === 1,
  }))
}

/** What was said about a pair; the names in the spelling in which they are compared, `reason` where it was let through. */
export interface PairAnswer {
  readonly ids: readonly [number, number]
  readonly names: readonly [string, string]
  readonly answer: 'different' | 'override'
  readonly reason: string | null
  readonly by: number
  readonly at: string
}

/** Keeps an answer about a pair in the place of an older one about the same names. Throws SqliteError. */
export function putPairAnswer(db: Connection, { ids, names, ...said }: PairAnswer): void {
  const [a, b] = ids
  const [first, second] = a < b ? [0, 1] : [1, 0]
  const sql = `INSERT OR REPLACE INTO duplicate_answers (first_id, second_id, answer, first_name, second_name, reason, actor_id, at)
    VALUES (@firstId, @secondId, @answer, @firstName, @secondName, @reason, @by, @at)`
  run(db, sql, {
    ...said,
    firstId: ids[first] ?? 0,
    secondId: ids[second] ?? 0,
    firstName: names[first] ?? '',
    secondName: names[second] ?? '',
  })
}

/** Takes an answer about a pair back, whichever is named first. Throws SqliteError. */
export function dropPairAnswer(db: Connection, a: number, b: number, at: string): void {
  const sql = 'DELETE FROM duplicate_answers WHERE first_id = ? AND second_id = ? AND at = ?'
  run(db, sql, [Math.min(a, b), Math.max(a, b), at])
}

/** The kinds of marks that two customers share. Throws SqliteError. */
export function sharedMarkKinds(db: Connection, a: number, b: number): string[] {
  const sql = `SELECT DISTINCT m.kind FROM customer_marks m JOIN customer_marks o ON o.kind = m.kind AND o.mark = m.mark
    WHERE m.customer_id = ? AND o.customer_id = ?`
  return all<{ kind: string }>(db, sql, [a, b]).map(({ kind }) => kind)
}

/** The other customers about whom something was said, with both names as they were then. Throws SqliteError. */
export function answersAbout(db: Connection, id: number): { other: number; ownName: string; otherName: string }[] {
  const sql = `
    SELECT second_id AS other, first_name AS ownName, second_name AS otherName FROM duplicate_answers WHERE first_id = @id
    UNION ALL
    SELECT first_id, second_name, first_name FROM duplicate_answers WHERE second_id = @id`
  return all(db, sql, { id })
}

const selectSaid = `
  SELECT o.id, o.customer_no AS customerNo, o.name, d.answer, d.reason, a.name AS by, d.at
  FROM duplicate_answers d JOIN actors a ON a.id = d.actor_id
  JOIN customers o ON o.id = CASE d.first_id WHEN @id THEN d.second_id ELSE d.first_id END
  WHERE d.first_id = @id OR d.second_id = @id ORDER BY d.at DESC, o.id`

/** What was said about a customer and others, with who said it. */
export interface Said extends Pick<Sharer, 'id' | 'customerNo' | 'name'>, Pick<PairAnswer, 'answer' | 'reason' | 'at'> {
  readonly by: string
}

/** Everything that was ever said about a customer and another one, the newest first. Throws SqliteError. */
export function saidAbout(db: Connection, id: number): Said[] {
  return all<Said>(db, selectSaid, { id })
}

/** Every answered pair: both ids, the smaller one first, and both names as they were then. Throws SqliteError. */
export function answeredPairs(db: Connection): (readonly [number, number, string, string])[] {
  const sql = 'SELECT first_id AS a, second_id AS b, first_name AS nameA, second_name AS nameB FROM duplicate_answers'
  return all<{ a: number; b: number; nameA: string; nameB: string }>(db, sql).map(
    ({ a, b, nameA, nameB }) => [a, b, nameA, nameB] as const,
  )
}
