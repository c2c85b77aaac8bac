import type Database from 'better-sqlite3'

/** An open database; only repositories and database/ speak SQL to it. */
export type Connection = Database.Database

/** What SQLite stores in a column, as it goes in and comes out. */
export type Cell = string | number | null

/** A row by its column names. */
export type Row = Readonly<Record<string, Cell>>

type Params = readonly (Cell | Buffer)[] | Row

const statements = new WeakMap<Connection, Map<string, Database.Statement>>()

function prepared(db: Connection, sql: string): Database.Statement {
  let known = statements.get(db)
  if (!known) {
    known = new Map()
    statements.set(db, known)
  }
  let statement = known.get(sql)
  if (!statement) {
    statement = db.prepare(sql)
    known.set(sql, statement)
  }
  return statement
}

/* oxlint-disable typescript/no-unnecessary-type-parameters -- the row type has no other place to come from */

/** The first row of a query; every statement is prepared once per connection. Throws SqliteError. */
export function one<R>(db: Connection, sql: string, params: Params = []): R | undefined {
  return prepared(db, sql).get(params) as R | undefined
}

/** Every row of a query. Throws SqliteError. */
export function all<R>(db: Connection, sql: string, params: Params = []): R[] {
  return prepared(db, sql).all(params) as R[]
}

/** The rows of a query one after the other, for more of them than memory should hold. Throws SqliteError. */
export function each<R>(db: Connection, sql: string, params: Params = []): IterableIterator<R> {
  return prepared(db, sql).iterate(params) as IterableIterator<R>
}

/* oxlint-enable typescript/no-unnecessary-type-parameters */

/** The rows of a statement that is put together for the occasion, each as its cells in order; such statements are not kept. Throws SqliteError. */
export function rawRows(db: Connection, sql: string, params: readonly Cell[] = []): Cell[][] {
  return db.prepare(sql).raw().all(params) as Cell[][]
}

/** The ids that such a statement selects, in their order; a hundred thousand cost no more than the list of them. Throws SqliteError. */
export function selectedIds(db: Connection, sql: string, params: readonly Cell[] = []): number[] {
  return db.prepare(sql).pluck().all(params) as number[]
}

/** Carries a statement out; answers how many rows it changed and the id of the last one inserted. Throws SqliteError. */
export function run(db: Connection, sql: string, params: Params = []): { changes: number; id: number } {
  const { changes, lastInsertRowid } = prepared(db, sql).run(params)
  return { changes, id: Number(lastInsertRowid) }
}

/** Whether a database has a table of this name. Throws SqliteError. */
export function tableExists(db: Connection, table: string): boolean {
  return one(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = ?", [table]) !== undefined
}

/** Does all of `work` or nothing; takes the write lock at once, so that what is read first still holds when it is written. */
export function inTransaction<T>(db: Connection, work: () => T): T {
  return db.transaction(work).immediate()
}
