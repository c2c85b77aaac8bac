import type { ImportChange, ImportCounts, ImportState, ImportView, TableKind } from '../../../shared/domain/imports.ts'
import type { ImportProblem } from '../../../shared/contract/import-calls.ts'
import { all, type Connection, one, run } from '../database/connection.ts'

/** A row of a sheet with what becomes of it, as a check leaves it for the screen and for the commit. */
export interface StagedRow {
  /** Its number in the check, in which rows follow each other sheet by sheet. */
  readonly place: number
  /** The place of its sheet in the check, from 0. */
  readonly table: number
  /** Its number on the sheet. */
  readonly row: number
  readonly state: ImportState
  readonly name: string
  readonly customerId: number | null
  readonly customerNo: string
  /** The person or product of a row that is about one. */
  readonly part: string
  /** Of a row of people or products, with what it is written together. */
  readonly joins: Joint | null
  /** The revision of the customer that it was held against. */
  readonly revision: number | null
  readonly firstRow: number | null
  readonly changes: readonly ImportChange[]
  readonly problems: readonly ImportProblem[]
  readonly notes: readonly ImportProblem[]
  /** Cells of a row that is imported without them, since their boxes are closed for this customer (rules 11). */
  readonly leftOut: readonly ImportProblem[]
  /** The texts of its cells, kept where the row is to be handed back. */
  readonly cells: readonly string[]
}

/** The row of a customer on the same file, by its place, or a customer of the database whom no such row changes, by its id. */
export type Joint = `row ${number}` | `id ${number}`

/** What a check was about. */
export interface StagedCheck {
  readonly actorId: number
  readonly fileName: string
  readonly tables: readonly { readonly sheet: string; readonly kind: TableKind; readonly heads: readonly string[] }[]
}

/** Makes the tables of a check in an empty database of its own. Throws SqliteError. */
export function beginStaging(staging: Connection): void {
  staging.exec(`
    CREATE TABLE about (content TEXT NOT NULL) STRICT;
    CREATE TABLE staged_rows (
      place INTEGER PRIMARY KEY, sheet INTEGER NOT NULL, row INTEGER NOT NULL, state TEXT NOT NULL, name TEXT NOT NULL,
      customer_id INTEGER, customer_no TEXT NOT NULL, part TEXT NOT NULL, joins TEXT, revision INTEGER, first_row INTEGER,
      changes TEXT NOT NULL, problems TEXT NOT NULL, notes TEXT NOT NULL, left_out TEXT NOT NULL, cells TEXT NOT NULL
    ) STRICT;`)
}

/** Makes rows quick to find by what they are written together with; before any of them is kept. Throws SqliteError. */
export function indexJoints(staging: Connection): void {
  staging.exec('CREATE INDEX staged_by_joint ON staged_rows (joins, place) WHERE joins IS NOT NULL')
}

/** Makes the rows quick to find by what becomes of them, and keeps what they were about. Throws SqliteError. */
export function finishStaging(staging: Connection, check: StagedCheck): void {
  staging.exec(`CREATE INDEX staged_by_state ON staged_rows (sheet, state, place);
    CREATE INDEX staged_noted ON staged_rows (sheet, place) WHERE ${isNoted}`)
  run(staging, 'INSERT INTO about (content) VALUES (?)', [JSON.stringify(check)])
}

/** What the check of a staging file was about. Throws SqliteError. */
export function stagedCheck(staging: Connection): StagedCheck {
  const found = one<{ content: string }>(staging, 'SELECT content FROM about')
  if (!found) throw new Error('a check without its facts')
  return JSON.parse(found.content) as StagedCheck
}

/** What is pointed out of rows that are not written is no matter. */
const isNoted = `(left_out <> '[]' OR (notes <> '[]' AND state IN ('new', 'updated')))`

const insert = `
  INSERT INTO staged_rows (place, sheet, row, state, name, customer_id, customer_no, part, joins, revision, first_row, changes, problems, notes, left_out, cells)
  VALUES (@place, @table, @row, @state, @name, @customerId, @customerNo, @part, @joins, @revision, @firstRow, @changes, @problems, @notes, @leftOut, @cells)`

/** Keeps a row. Throws SqliteError. */
export function stageRow(staging: Connection, { changes, problems, notes, leftOut, cells, ...row }: StagedRow): void {
  const texts = {
    changes: JSON.stringify(changes),
    problems: JSON.stringify(problems),
    notes: JSON.stringify(notes),
    leftOut: JSON.stringify(leftOut),
    cells: JSON.stringify(cells),
  }
  run(staging, insert, { ...row, ...texts })
}

interface StoredRow extends Omit<StagedRow, 'changes' | 'problems' | 'notes' | 'leftOut' | 'cells'> {
  readonly changes: string
  readonly problems: string
  readonly notes: string
  readonly leftOut: string
  readonly cells: string
}

const columns = `place, sheet AS "table", row, state, name, customer_id AS customerId, customer_no AS customerNo, part, joins, revision,
  first_row AS firstRow, changes, problems, notes, left_out AS leftOut, cells`

/** How many rows of a sheet there are of each kind. Throws SqliteError. */
export function stagedCounts(staging: Connection, table: number): ImportCounts {
  const counts: Record<ImportState, number> = { new: 0, updated: 0, same: 0, duplicate: 0, error: 0 }
  const sql = 'SELECT state, count(*) AS count FROM staged_rows WHERE sheet = ? GROUP BY state'
  for (const { state, count } of all<{ state: ImportState; count: number }>(staging, sql, [table]))
    counts[state] = count
  return counts
}

/** How many rows of a sheet are taken with something to look at, or without some of their cells. Throws SqliteError. */
export function notedRows(staging: Connection, table: number): number {
  const sql = `SELECT count(*) AS count FROM staged_rows WHERE sheet = ? AND ${isNoted}`
  return one<{ count: number }>(staging, sql, [table])?.count ?? 0
}

/** A page of rows of a sheet, of one view or of all, in its order. Throws SqliteError. */
export function stagedPage(
  staging: Connection,
  { table, state }: { readonly table: number; readonly state: ImportView | null },
  { offset, limit }: { readonly offset: number; readonly limit: number },
): StagedRow[] {
  // The plus keeps the index of states out of it where all rows are asked for: by that one, every page would sort them.
  const isState = state !== null && state !== 'noted'
  const chosen = isState ? 'sheet = ? AND state = ?' : state === null ? '+sheet = ?' : `sheet = ? AND ${isNoted}`
  // oxlint-disable-next-line kehu/bound-sql -- the three conditions stand above
  const sql = `SELECT ${columns} FROM staged_rows WHERE ${chosen} ORDER BY place LIMIT ? OFFSET ?`
  return all<StoredRow>(staging, sql, [table, ...(isState ? [state] : []), limit, offset]).map(rowOf)
}

/** How many cells are left out of rows that are imported without them. Throws SqliteError. */
export function leftOutCells(staging: Connection): number {
  const sql = `SELECT coalesce(sum(json_array_length(left_out)), 0) AS count FROM staged_rows WHERE left_out <> '[]'`
  return one<{ count: number }>(staging, sql)?.count ?? 0
}

/**
 * Every row of a sheet of some kinds in its order, one by one; `orLeftOut` adds those of any kind from which cells are left out.
 * Throws SqliteError.
 */
export function* stagedRows(
  staging: Connection,
  table: number,
  { states, orLeftOut = false }: { readonly states: readonly ImportState[]; readonly orLeftOut?: boolean },
): Generator<StagedRow> {
  // As above.
  const page = `SELECT ${columns} FROM staged_rows WHERE place > ? AND +sheet = ?
    AND (+state IN (SELECT value FROM json_each(?)) OR (? AND left_out <> '[]')) ORDER BY place LIMIT 500`
  let last = 0
  for (;;) {
    const rows = all<StoredRow>(staging, page, [last, table, JSON.stringify(states), Number(orLeftOut)])
    yield* rows.map(rowOf)
    const end = rows.at(-1)
    if (!end) return
    last = end.place
  }
}

/** The row at a place. Throws SqliteError. */
export function stagedAt(staging: Connection, place: number): StagedRow | undefined {
  const row = one<StoredRow>(staging, `SELECT ${columns} FROM staged_rows WHERE place = ?`, [place])
  return row && rowOf(row)
}

const written = `state IN ('new', 'updated')`

/** The rows of people and products that are written together with something, in their order. Throws SqliteError. */
export function joinedRows(staging: Connection, joint: Joint): StagedRow[] {
  const sql = `SELECT ${columns} FROM staged_rows WHERE joins = ? AND ${written} ORDER BY place`
  return all<StoredRow>(staging, sql, [joint]).map(rowOf)
}

/** The customers of the database who are changed by rows of people and products only, in the order of these. Throws SqliteError. */
export function joinedCustomers(staging: Connection): Joint[] {
  const sql = `SELECT joins FROM staged_rows WHERE joins LIKE 'id %' AND ${written} GROUP BY joins ORDER BY min(place)`
  return all<{ joins: Joint }>(staging, sql).map(({ joins }) => joins)
}

function rowOf({ changes, problems, notes, leftOut, cells, ...row }: StoredRow): StagedRow {
  return {
    ...row,
    changes: JSON.parse(changes) as ImportChange[],
    problems: JSON.parse(problems) as ImportProblem[],
    notes: JSON.parse(notes) as ImportProblem[],
    leftOut: JSON.parse(leftOut) as ImportProblem[],
    cells: JSON.parse(cells) as string[],
  }
}
