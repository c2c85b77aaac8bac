import type { ImportChange, ImportCounts, ImportState } from '../../../shared/domain/imports.ts'
import type { ImportProblem } from '../../../shared/contract/import-calls.ts'
import { all, type Connection, one, run } from '../database/connection.ts'

/** A row of a sheet with what becomes of it, as a check leaves it for the screen and for the commit. */
export interface StagedRow {
  /** Its number on the sheet. */
  readonly row: number
  readonly state: ImportState
  readonly name: string
  readonly customerId: number | null
  readonly customerNo: string
  /** The revision of the customer that it was held against. */
  readonly revision: number | null
  readonly firstRow: number | null
  readonly changes: readonly ImportChange[]
  readonly problems: readonly ImportProblem[]
  readonly notes: readonly ImportProblem[]
  /** The texts of its cells, kept where the row is to be handed back. */
  readonly cells: readonly string[]
}

/** What a check was about. */
export interface StagedCheck {
  readonly actorId: number
  readonly fileName: string
  readonly sheet: string
  readonly heads: readonly string[]
}

/** Makes the tables of a check in an empty database of its own. Throws SqliteError. */
export function beginStaging(staging: Connection, check: StagedCheck): void {
  staging.exec(`
    CREATE TABLE about (content TEXT NOT NULL) STRICT;
    CREATE TABLE staged_rows (
      row INTEGER PRIMARY KEY, state TEXT NOT NULL, name TEXT NOT NULL, customer_id INTEGER, customer_no TEXT NOT NULL, revision INTEGER,
      first_row INTEGER, changes TEXT NOT NULL, problems TEXT NOT NULL, notes TEXT NOT NULL, cells TEXT NOT NULL
    ) STRICT;`)
  run(staging, 'INSERT INTO about (content) VALUES (?)', [JSON.stringify(check)])
}

/** Makes the rows quick to find by what becomes of them. Throws SqliteError. */
export function finishStaging(staging: Connection): void {
  staging.exec('CREATE INDEX staged_by_state ON staged_rows (state, row)')
}

/** What the check of a staging file was about. Throws SqliteError. */
export function stagedCheck(staging: Connection): StagedCheck {
  const found = one<{ content: string }>(staging, 'SELECT content FROM about')
  if (!found) throw new Error('a check without its facts')
  return JSON.parse(found.content) as StagedCheck
}

const insert = `
  INSERT INTO staged_rows (row, state, name, customer_id, customer_no, revision, first_row, changes, problems, notes, cells)
  VALUES (@row, @state, @name, @customerId, @customerNo, @revision, @firstRow, @changes, @problems, @notes, @cells)`

/** Keeps a row. Throws SqliteError. */
export function stageRow(staging: Connection, { changes, problems, notes, cells, ...row }: StagedRow): void {
  const texts = {
    changes: JSON.stringify(changes),
    problems: JSON.stringify(problems),
    notes: JSON.stringify(notes),
    cells: JSON.stringify(cells),
  }
  run(staging, insert, { ...row, ...texts })
}

interface StoredRow extends Omit<StagedRow, 'changes' | 'problems' | 'notes' | 'cells'> {
  readonly changes: string
  readonly problems: string
  readonly notes: string
  readonly cells: string
}

const columns = `row, state, name, customer_id AS customerId, customer_no AS customerNo, revision, first_row AS firstRow, changes, problems, notes, cells`

/** How many rows there are of each kind. Throws SqliteError. */
export function stagedCounts(staging: Connection): ImportCounts {
  const counts: Record<ImportState, number> = { new: 0, updated: 0, same: 0, duplicate: 0, error: 0 }
  const sql = 'SELECT state, count(*) AS count FROM staged_rows GROUP BY state'
  for (const { state, count } of all<{ state: ImportState; count: number }>(staging, sql)) counts[state] = count
  return counts
}

/** A page of rows of one kind, or of all, in the order of the sheet. Throws SqliteError. */
export function stagedPage(
  staging: Connection,
  state: ImportState | null,
  { offset, limit }: { offset: number; limit: number },
): StagedRow[] {
  const chosen = state === null ? '' : 'WHERE state = ?'
  const sql = `SELECT ${columns} FROM staged_rows ${chosen} ORDER BY row LIMIT ? OFFSET ?`
  const page = [limit, offset]
  return all<StoredRow>(staging, sql, state === null ? page : [state, ...page]).map(rowOf)
}

/** Every row of some kinds in the order of the sheet, one by one. Throws SqliteError. */
export function* stagedRows(staging: Connection, states: readonly ImportState[]): Generator<StagedRow> {
  // The plus keeps the index of states out of it: by that one, every page would sort all rows that are left.
  const page = `SELECT ${columns} FROM staged_rows WHERE row > ? AND +state IN (SELECT value FROM json_each(?)) ORDER BY row LIMIT 500`
  let last = 0
  for (;;) {
    const rows = all<StoredRow>(staging, page, [last, JSON.stringify(states)])
    yield* rows.map(rowOf)
    const end = rows.at(-1)
    if (!end) return
    last = end.row
  }
}

function rowOf({ changes, problems, notes, cells, ...row }: StoredRow): StagedRow {
  return {
    ...row,
    changes: JSON.parse(changes) as ImportChange[],
    problems: JSON.parse(problems) as ImportProblem[],
    notes: JSON.parse(notes) as ImportProblem[],
    cells: JSON.parse(cells) as string[],
  }
}
