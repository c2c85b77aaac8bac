import { type Column, columnsOf, fromColumn, toColumn } from '../../../shared/catalogue/derive/columns.ts'
import { isEmpty } from '../../../shared/catalogue/derive/value.ts'
import type { Path, Value, Values } from '../../../shared/catalogue/field.ts'
import { type RecordName, recordNames } from '../../../shared/catalogue/records.ts'
import type { Cell, Row } from '../database/connection.ts'

// Worked out once: every opened file reads through them.
const columns = new Map<RecordName, readonly Column[]>(recordNames.map(record => [record, columnsOf(record)]))
const columnsIn = (record: RecordName) => columns.get(record) ?? []

/** The columns of a record as they are listed in a statement, or those of some fields only. */
export function columnList(record: RecordName, keys?: ReadonlySet<string>): string {
  return columnsIn(record)
    .filter(({ field }) => keys?.has(field.key) ?? true)
    .map(column => column.name)
    .join(', ')
}

/** A place for each of them, to be filled in the same order. */
export function placeList(record: RecordName): string {
  return columnsIn(record)
    .map(() => '?')
    .join(', ')
}

/** `name = excluded.name` for every column of a record. */
export function takenList(record: RecordName): string {
  return columnsIn(record)
    .map(({ name }) => `${name} = excluded.${name}`)
    .join(', ')
}

/** `name = @name` for the columns of some fields. */
export function assignmentList(record: RecordName, keys: ReadonlySet<string>): string {
  return columnsIn(record)
    .filter(({ field }) => keys.has(field.key))
    .map(column => `${column.name} = @${column.name}`)
    .join(', ')
}

/** Puts what a row knows into the flat map of the file; `start` is what its paths begin with. */
export function readRow(into: Record<Path, Value>, record: RecordName, row: Row, start: string): void {
  const paths = pathsFrom(record, start)
  columnsIn(record).forEach(({ name, field }, index) => {
    const value = fromColumn(field, row[name] ?? null)
    if (!isEmpty(value)) into[paths[index] ?? ''] = value
  })
}

/** The cells of a row out of the flat map, in the order of the columns; what is not known becomes NULL. `start` is what its paths begin with. */
export function cellsOf(record: RecordName, values: Values, start: string): Cell[] {
  const paths = pathsFrom(record, start)
  return columnsIn(record).map(({ field }, index) => {
    const value = values[paths[index] ?? ''] ?? null
    return isEmpty(value) ? null : toColumn(field, value)
  })
}

/** The same cells by the names of their columns. */
export function writeRow(record: RecordName, values: Values, start: string): Record<string, Cell> {
  const cells = cellsOf(record, values, start)
  return Object.fromEntries(columnsIn(record).map(({ name }, index) => [name, cells[index] ?? null]))
}

// There are no more of them than rows that a form can have.
const pathsByStart = new Map<string, readonly Path[]>()

function pathsFrom(record: RecordName, start: string): readonly Path[] {
  let paths = pathsByStart.get(start)
  if (!paths) {
    paths = columnsIn(record).map(({ field }) => start + field.key)
    pathsByStart.set(start, paths)
  }
  return paths
}
