import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import { columnsOf, fromColumn } from '../../../shared/catalogue/derive/columns.ts'
import type { Path, Value } from '../../../shared/catalogue/field.ts'
import type { ListColumn } from '../../../shared/catalogue/list-columns.ts'
import { type RecordName, recordNames } from '../../../shared/catalogue/records.ts'
import type { Condition } from '../../../shared/contract/list-shapes.ts'
import { addDays, startOfDay } from '../../../shared/domain/calendar.ts'
import type { ExtraBox } from '../../../shared/domain/extra-box.ts'
import { earliestDay, latestDay } from '../../../shared/domain/partial-date.ts'
import { foldWidth } from '../../../shared/domain/width.ts'
import type { Cell } from '../database/connection.ts'
import { filedDay } from './card-facts.ts'

/** Where the cells of a column are read: an expression over `customers c` and the table that it needs beside it. */
export interface Source {
  readonly column: ListColumn
  readonly sql: string
  readonly join: string
}

/** A condition as SQL with its values, and the tables that it needs. */
export interface Clause {
  readonly sql: string
  readonly params: readonly Cell[]
  readonly join: string
}

const names = new Map(
  recordNames.flatMap((record: RecordName) => columnsOf(record).map(({ name, field }) => [field, name] as const)),
)
// The present credit file is the last one that was begun.
const creditJoin = `LEFT JOIN credit_files k ON k.customer_id = c.id
  AND k.sequence = (SELECT max(sequence) FROM credit_files WHERE customer_id = c.id)`
// oxlint-disable-next-line kehu/bound-sql -- both names stand below
const actorJoin = (table: string, by: string) => `JOIN actors ${table} ON ${table}.id = c.${by}`
const factsJoin = 'LEFT JOIN card_facts f ON f.customer_id = c.id'
type Reading = Pick<Source, 'sql' | 'join'>
const bookSources: Readonly<Record<Path, Reading>> = {
  // A tag never holds a line break.
  'card.tags': {
    sql: '(SELECT group_concat(tag, char(10) ORDER BY added_at, tag) FROM tags WHERE customer_id = c.id)',
    join: '',
  },
  'row.completeness': { sql: 'c.completeness', join: '' },
  'row.changedAt': { sql: 'c.changed_at', join: '' },
  'row.changedBy': { sql: 'changer.name', join: actorJoin('changer', 'changed_by') },
  'row.createdAt': { sql: 'c.created_at', join: '' },
  'row.createdBy': { sql: 'creator.name', join: actorJoin('creator', 'created_by') },
  'row.filedOn': { sql: filedDay, join: factsJoin },
  'row.checkedOn': { sql: 'f.checked_on', join: factsJoin },
  'row.salesperson': { sql: 'seller.name', join: 'LEFT JOIN actors seller ON seller.id = c.salesperson_id' },
}

/** Where a column is read; nothing but what the catalogue says and the number of a box ever gets into a statement. Throws an Error for a key that is no column. */
export function sourceOf(column: ListColumn): Source {
  const { key, extra } = column
  return { column, ...(extra ? extraSource(extra) : (bookSources[key] ?? boxSource(key))) }
}

/** A cell that was read as the value that it stands for. */
export function valueOf({ kind, field }: ListColumn, cell: string | number): Value {
  if (kind === 'tags') return String(cell).split('\n')
  return field ? fromColumn(field, cell) : cell
}

/** The tables that some sources or clauses need, each once. */
export function joinsOf(parts: readonly { readonly join: string }[]): string {
  return [...new Set(parts.map(part => part.join).filter(join => join !== ''))].join('\n')
}

/** A filter by a column as SQL; every value is bound. Throws an Error for a key that is no column. */
export function clauseOf(condition: Condition, column: ListColumn): Clause {
  const source = sourceOf(column)
  const { sql, join } = source
  switch (condition.is) {
    case 'empty':
      return { sql: `${sql} IS NULL`, params: [], join }
    case 'filled':
      return { sql: `${sql} IS NOT NULL`, params: [], join }
    case 'contains':
    case 'begins': {
      const { text, value } = compared(source, condition.text)
      return { sql: `instr(${text}, ?) ${condition.is === 'begins' ? '= 1' : '> 0'}`, params: [value], join }
    }
    case 'anyOf':
      return { ...anyOf(source, condition.codes), join }
    case 'between':
      return { ...between(source, condition.from, condition.to), join }
  }
}

type Test = Pick<Clause, 'sql' | 'params'>

/** Capitals and the width of brackets make no difference, nor do blanks and hyphens in a telephone number. */
function compared({ sql, column }: Source, typed: string): { readonly text: string; readonly value: string } {
  const text = `replace(replace(lower(${sql}), '（', '('), '）', ')')`
  const value = foldWidth(typed).toLowerCase()
  if (!/phone$|fax$/i.test(column.key)) return { text, value }
  return { text: `replace(replace(${text}, ' ', ''), '-', '')`, value: value.replace(/[\s-]/g, '') }
}

/** An unticked box is stored like one that nobody looked at; several codes are kept as one text with commas. */
function anyOf({ sql, column: { kind, field } }: Source, codes: readonly string[]): Test {
  const marks = codes.map(() => '?').join(', ')
  if (kind === 'tags') return { sql: `c.id IN (SELECT customer_id FROM tags WHERE tag IN (${marks}))`, params: codes }
  if (field?.kind === 'tick')
    return codes.length > 1 ? always : { sql: `${sql} IS ${codes[0] === '1' ? '1' : 'NULL'}`, params: [] }
  if (field?.kind !== 'multi') return { sql: `${sql} IN (${marks})`, params: codes }
  return {
    sql: `(${codes.map(() => `instr(',' || ${sql} || ',', ?)`).join(' OR ')})`,
    params: codes.map(code => `,${code},`),
  }
}

const always: Test = { sql: '1', params: [] }

function between({ sql, column }: Source, from: Cell, to: Cell): Test {
  const tests = [
    ...(from === null ? [] : [lowerBound(sql, column, from)]),
    ...(to === null ? [] : [upperBound(sql, column, to)]),
  ]
  return { sql: tests.map(test => test.sql).join(' AND '), params: tests.flatMap(test => test.params) }
}

/** Of a date that is known to the year or month alone it is enough that it may lie within. */
function lowerBound(sql: string, { kind }: ListColumn, from: string | number): Test {
  if (kind === 'date') return { sql: `${sql} >= substr(?, 1, length(${sql}))`, params: [from] }
  return { sql: `${sql} >= ?`, params: [kind === 'instant' ? startOfDay(earliestDay(String(from))) : from] }
}

function upperBound(sql: string, { kind }: ListColumn, to: string | number): Test {
  if (kind === 'date') return { sql: `substr(${sql}, 1, length(?)) <= ?`, params: [to, to] }
  if (kind === 'instant') return { sql: `${sql} < ?`, params: [startOfDay(addDays(latestDay(String(to)), 1))] }
  return { sql: `${sql} <= ?`, params: [to] }
}

function extraSource({ id, kind }: ExtraBox): Reading {
  const table = `x${id}`
  // oxlint-disable-next-line kehu/bound-sql -- the number of a box
  const join = `LEFT JOIN extra_answers ${table} ON ${table}.customer_id = c.id AND ${table}.box_id = ${id}`
  return { sql: `${table}.${kind}_value`, join }
}

function boxSource(key: Path): Reading {
  const box = boxAt(key)
  const name = box && names.get(box.field)
  if (!box || !name) throw new Error(`no such box: ${key}`)
  if (box.record === 'customer') return { sql: `c.${name}`, join: '' }
  if (box.record === 'credit') return { sql: `k.${name}`, join: creditJoin }
  // oxlint-disable-next-line kehu/bound-sql -- a box of the catalogue
  const join = `LEFT JOIN people ${box.row} ON ${box.row}.customer_id = c.id AND ${box.row}.role = '${box.row}' AND ${box.row}.place = ${box.position}`
  return { sql: `${box.row}.${name}`, join }
}
