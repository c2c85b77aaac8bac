import { type Column, columnsOf, fromColumn, toColumn } from '../../../shared/catalogue/derive/columns.ts'
import { isEmpty } from '../../../shared/catalogue/derive/value.ts'
import type { Path, Value, Values } from '../../../shared/catalogue/field.ts'
import { type RecordName, recordNames } from '../../../shared/catalogue/records.ts'
import type { Cell, Row } from '../database/connection.ts'

// Worked out once: every opened file reads through them.
const columns = new Map<RecordName, readonly Column[]>(recordNames.map(record => [record, columnsOf(record)]))
const columnsIn = (record: RecordName) => columns.get(record) ?? []

/** The path of a box of this row by the key of its field. */
export type PathOf = (key: string) => Path

/** The columns of a record as they are listed in a statement. */
export function columnList(record: RecordName): string {
  return columnsIn(record)
    .map(column => column.name)
    .join(', ')
}

/** The same columns as named parameters. */
export function parameterList(record: RecordName): string {
  return columnsIn(record)
    .map(column => `@${column.name}`)
    .join(', ')
}

/** `name = @name` for every column of a record, or for those of some fields only. */
export function assignmentList(record: RecordName, keys?: ReadonlySet<string>): string {
  return columnsIn(record)
    .filter(({ field }) => keys?.has(field.key) ?? true)
    .map(column => `${column.name} = @${column.name}`)
    .join(', ')
}

/** Puts what a row knows into the flat map of the file. */
export function readRow(into: Record<Path, Value>, record: RecordName, row: Row, pathOf: PathOf): void {
  for (const { name, field } of columnsIn(record)) {
    const value = fromColumn(field, row[name] ?? null)
    if (!isEmpty(value)) into[pathOf(field.key)] = value
  }
}

/** The columns of a row out of the flat map; what is not known becomes NULL. */
export function writeRow(record: RecordName, values: Values, pathOf: PathOf): Record<string, Cell> {
  const row: Record<string, Cell> = {}
  for (const { name, field } of columnsIn(record)) {
    const value = values[pathOf(field.key)] ?? null
    row[name] = isEmpty(value) ? null : toColumn(field, value)
  }
  return row
}
