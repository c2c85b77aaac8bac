import { all, type Connection, each, one, run } from '../database/connection.ts'
import type { WorthALook } from '../search/worth-a-look.ts'

/** Every customer with its name, those put aside included and merged cards not. Throws SqliteError. */
export function everyName(db: Connection): { id: number; name: string }[] {
  return all(db, 'SELECT id, name FROM customers WHERE merged_into IS NULL ORDER BY id')
}

/** Customers that share a mark, at least two. */
export interface Block {
  readonly kind: string
  readonly ids: readonly number[]
}

const marks = `
  SELECT kind, mark, customer_id AS id FROM customer_marks
  WHERE kind IN ('name', 'registration', 'organisation', 'account', 'core', 'sound', 'nearCore', 'phone', 'principal')
  ORDER BY kind, mark, customer_id`

/** Everybody who shares a mark with somebody, mark by mark; a scan compares only within them. Throws SqliteError. */
export function* markBlocks(db: Connection): Generator<Block> {
  let kind = ''
  let mark = ''
  let ids: number[] = []
  for (const row of each<{ kind: string; mark: string; id: number }>(db, marks)) {
    if (row.kind !== kind || row.mark !== mark) {
      if (ids.length > 1) yield { kind, ids }
      ids = []
      kind = row.kind
      mark = row.mark
    }
    ids.push(row.id)
  }
  if (ids.length > 1) yield { kind, ids }
}

/** How many marks a scan reads. Throws SqliteError. */
export function countMarks(db: Connection): number {
  return one<{ count: number }>(db, 'SELECT count(*) AS count FROM customer_marks')?.count ?? 0
}

/** Two customers that may be one, as a scan found them. `firstId` is the smaller id. */
export interface StoredPair extends WorthALook {
  readonly firstId: number
  readonly secondId: number
}

/** Puts what a scan found in the place of what the one before found. Throws SqliteError. */
export function replacePairs(db: Connection, pairs: readonly StoredPair[]): void {
  run(db, 'DELETE FROM duplicate_pairs', [])
  for (const pair of pairs) putPair(db, pair)
}

/** Puts a pair on the worklist that is not there. Throws SqliteError. */
export function putPair(db: Connection, pair: StoredPair): void {
  const insert = `INSERT INTO duplicate_pairs (first_id, second_id, certain, shared, score, parts)
    VALUES (@firstId, @secondId, @certain, @shared, @score, @parts)`
  run(db, insert, { ...pair })
}

/** The customers that the worklist has together with one. Throws SqliteError. */
export function pairsWith(db: Connection, id: number): number[] {
  const sql = `SELECT second_id AS other FROM duplicate_pairs WHERE first_id = @id
    UNION ALL SELECT first_id FROM duplicate_pairs WHERE second_id = @id`
  return all<{ other: number }>(db, sql, { id }).map(({ other }) => other)
}

/** Takes a pair off the worklist, because somebody has said what it is. Throws SqliteError. */
export function dropPair(db: Connection, a: number, b: number): void {
  run(db, 'DELETE FROM duplicate_pairs WHERE first_id = ? AND second_id = ?', [Math.min(a, b), Math.max(a, b)])
}

/** A line of the worklist. */
export interface PairRow extends StoredPair {
  readonly firstNo: string
  readonly firstName: string
  readonly firstArchived: number
  readonly secondNo: string
  readonly secondName: string
  readonly secondArchived: number
}

const selectPairs = `
  SELECT p.first_id AS firstId, p.second_id AS secondId, p.certain, p.shared, p.score, p.parts,
    a.customer_no AS firstNo, a.name AS firstName, a.archived_at IS NOT NULL AS firstArchived,
    b.customer_no AS secondNo, b.name AS secondName, b.archived_at IS NOT NULL AS secondArchived
  FROM duplicate_pairs p JOIN customers a ON a.id = p.first_id AND a.merged_into IS NULL
    JOIN customers b ON b.id = p.second_id AND b.merged_into IS NULL`

/** A page of the worklist: the certain ones first, then by score. Throws SqliteError. */
export function pairPage(db: Connection, offset: number, limit: number): PairRow[] {
  const sql = `${selectPairs} ORDER BY p.certain = '', p.score DESC, p.first_id, p.second_id LIMIT ? OFFSET ?`
  return all<PairRow>(db, sql, [limit, offset])
}

/** How many pairs the worklist has. Throws SqliteError. */
export function countPairs(db: Connection): number {
  const living = `SELECT count(*) AS total FROM duplicate_pairs p JOIN customers a ON a.id = p.first_id AND a.merged_into IS NULL
    JOIN customers b ON b.id = p.second_id AND b.merged_into IS NULL`
  return one<{ total: number }>(db, living)?.total ?? 0
}

/** One pair of the worklist, whichever is named first. Throws SqliteError. */
export function pairOf(db: Connection, a: number, b: number): PairRow | undefined {
  return one<PairRow>(db, `${selectPairs} WHERE p.first_id = ? AND p.second_id = ?`, [Math.min(a, b), Math.max(a, b)])
}
