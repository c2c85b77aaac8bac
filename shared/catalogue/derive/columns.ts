import type { Field, FieldKind, Value } from '../field.ts'
import { type RecordName, records } from '../records.ts'

/** A database column as the catalogue wants it; a test holds the migrations against this. */
export interface Column {
  readonly name: string
  readonly type: 'TEXT' | 'INTEGER' | 'REAL'
  readonly field: Field
}

const types: Readonly<Record<FieldKind, Column['type']>> = {
  text: 'TEXT',
  longText: 'TEXT',
  money: 'INTEGER',
  partialDate: 'TEXT',
  date: 'TEXT',
  area: 'REAL',
  count: 'INTEGER',
  percent: 'REAL',
  single: 'TEXT',
  multi: 'TEXT',
  tick: 'INTEGER',
}

/** `owner.honoraryPosts` is kept in `owner_honorary_posts`. */
function columnName(key: string): string {
  return key.replace(/\./g, '_').replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}

/** The columns of one record, in the paper's order. */
export function columnsOf(record: RecordName): readonly Column[] {
  return records[record].map(field => ({ name: columnName(field.key), type: types[field.kind], field }))
}

/** Several codes are kept as one text with commas, so that SQL and people can read it; a tick is 0 or 1. */
export function toColumn(field: Field, value: Value): string | number | null {
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string' || typeof value === 'number') return value
  const chosen = (field.options ?? []).map(option => option.code).filter(code => value.includes(code))
  return chosen.length > 0 ? chosen.join(',') : null
}

/** The way back from a column to the value of its box. */
export function fromColumn(field: Field, stored: string | number | null): Value {
  if (stored === null) return null
  if (field.kind === 'tick') return stored === 1
  if (field.kind === 'multi') return String(stored).split(',')
  return stored
}
