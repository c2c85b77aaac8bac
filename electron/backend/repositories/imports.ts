import type { ImportCounts } from '../../../shared/domain/imports.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import { all, type Connection, one, run } from '../database/connection.ts'

/** An import as it is kept. */
export interface ImportRecord {
  readonly id: number
  readonly at: string
  readonly by: string
  readonly fileName: string
  readonly counts: ImportCounts
  readonly undoneAt: string | null
  /** How many of its customers can still be taken back. */
  readonly undoable: number
}

interface Row extends ImportCounts, Omit<ImportRecord, 'counts'> {}

const select = `
  SELECT i.id, i.at, a.name AS "by", i.file_name AS fileName, i.created AS new, i.updated, i.same, i.duplicates AS duplicate,
    i.errors AS error, i.undone_at AS undoneAt,
    (SELECT count(*) FROM imported_customers c WHERE c.import_id = i.id) AS undoable
  FROM imports i JOIN actors a ON a.id = i.actor_id`

/** The latest imports, the newest first. Throws SqliteError. */
export function latestImports(db: Connection, limit: number): ImportRecord[] {
  return all<Row>(db, `${select} ORDER BY i.id DESC LIMIT ?`, [limit]).map(recordOf)
}

/** An import, or nothing where there is none of this id. Throws SqliteError. */
export function importById(db: Connection, id: number): ImportRecord | undefined {
  const row = one<Row>(db, `${select} WHERE i.id = ?`, [id])
  return row && recordOf(row)
}

function recordOf({ new: created, updated, same, duplicate, error, ...rest }: Row): ImportRecord {
  return { ...rest, counts: { new: created, updated, same, duplicate, error } }
}

/** Keeps that somebody imported a file; answers the id of the import. Throws SqliteError. */
export function insertImport(
  db: Connection,
  { at, by, fileName, counts }: { at: string; by: number; fileName: string; counts: ImportCounts },
): number {
  const sql = `
    INSERT INTO imports (at, actor_id, file_name, created, updated, same, duplicates, errors)
    VALUES (@at, @by, @fileName, @new, @updated, @same, @duplicate, @error)`
  return run(db, sql, { at, by, fileName, ...counts }).id
}

/** Keeps what an import did to a customer. Throws SqliteError. */
export function addImportedCustomer(db: Connection, importId: number, customerId: number, revision: number): void {
  const sql = 'INSERT INTO imported_customers (import_id, customer_id, revision) VALUES (?, ?, ?)'
  run(db, sql, [importId, customerId, revision])
}

/** The names of the files that a customer was imported from, by the revision that each led to. Throws SqliteError. */
export function importFilesOf(db: Connection, customerId: number): ReadonlyMap<number, string> {
  // Imports are few and each has many customers, who are found only by both.
  const sql = `SELECT c.revision, i.file_name AS fileName FROM imports i CROSS JOIN imported_customers c ON c.import_id = i.id
    WHERE c.customer_id = ?`
  const rows = all<{ revision: number; fileName: string }>(db, sql, [customerId])
  return new Map(rows.map(({ revision, fileName }) => [revision, fileName]))
}

/** A customer of an import, with the revision that it led to. */
export interface ImportedCustomer {
  readonly customerId: number
  readonly revision: number
}

/** The customers of an import that were not taken back yet. Throws SqliteError. */
export function importedCustomers(db: Connection, importId: number): ImportedCustomer[] {
  const sql =
    'SELECT customer_id AS customerId, revision FROM imported_customers WHERE import_id = ? ORDER BY customer_id'
  return all<ImportedCustomer>(db, sql, [importId])
}

/** A customer of an import was taken back. Throws SqliteError. */
export function dropImportedCustomer(db: Connection, importId: number, customerId: number): void {
  run(db, 'DELETE FROM imported_customers WHERE import_id = ? AND customer_id = ?', [importId, customerId])
}

/** Notes when an import was taken back. Throws SqliteError. */
export function setUndone(db: Connection, importId: number, at: string): void {
  run(db, 'UPDATE imports SET undone_at = ? WHERE id = ?', [at, importId])
}

/** Which box each head filled the last time a sheet with the same heads was imported; `null` is none. */
export type RememberedMapping = Readonly<Record<string, Path | null>>

/** What is remembered of sheets with these heads, if anything. Throws SqliteError. */
export function rememberedMapping(db: Connection, heads: string): RememberedMapping | undefined {
  const found = one<{ mapping: string }>(db, 'SELECT mapping FROM import_mappings WHERE heads = ?', [heads])
  return found && (JSON.parse(found.mapping) as RememberedMapping)
}

/** Remembers a mapping for the next sheet with these heads. Throws SqliteError. */
export function putMapping(db: Connection, heads: string, mapping: RememberedMapping, at: string): void {
  const sql = `INSERT INTO import_mappings (heads, mapping, at) VALUES (?, ?, ?)
    ON CONFLICT (heads) DO UPDATE SET mapping = excluded.mapping, at = excluded.at`
  run(db, sql, [heads, JSON.stringify(mapping), at])
}
