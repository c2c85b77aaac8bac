import { columnsOf } from '../../../shared/catalogue/derive/columns.ts'
import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import { type ListColumn, listColumns } from '../../../shared/catalogue/list-columns.ts'
import { type RecordName, recordNames } from '../../../shared/catalogue/records.ts'
import type { Condition } from '../../../shared/contract/list-shapes.ts'
import { addDays, startOfDay } from '../../../shared/domain/calendar.ts'
import { earliestDay, latestDay } from '../../../shared/domain/partial-date.ts'
import { foldWidth } from '../../../shared/domain/width.ts'
import type { Cell } from '../database/connection.ts'

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
const bookSources: Readonly<Record<Path, Pick<Source, 'sql' | 'join'>>> = {
  'row.completeness': { sql: 'c.completeness', join: '' },
  'row.changedAt': { sql: 'c.changed_at', join: '' },
  'row.changedBy': { sql: 'changer.name', join: actorJoin('changer', 'changed_by') },
  'row.createdAt': { sql: 'c.created_at', join: '' },
  'row.createdBy': { sql: 'creator.name', join: actorJoin('creator', 'created_by') },
}

// Worked out once: every page reads through them, and nothing but what stands in this table ever gets into a statement.
const sources: ReadonlyMap<Path, Source> = new Map(
  listColumns.map(column => [column.key, { column, ...(bookSources[column.key] ?? boxSource(column.key)) }]),
)

/** Where a column is read. Throws an Error for a key that is no column. */
export function sourceOf(key: Path): Source {
  const source = sources.get(key)
  if (!source) throw new Error(`no such column: ${key}`)
  return source
}

/** The tables that some sources or clauses need, each once. */
export function joinsOf(parts: readonly { readonly join: string }[]): string {
  return [...new Set(parts.map(part => part.join).filter(join => join !== ''))].join('\n')
}

/** A filter as SQL; every value is bound. Throws an Error for a key that is no column. */
export function clauseOf(condition: Condition): Clause {
  const source = sourceOf(condition.column)
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
function anyOf({ sql, column: { field } }: Source, codes: readonly string[]): Test {
  if (field?.kind === 'tick')
    return codes.length > 1 ? always : { sql: `${sql} IS ${codes[0] === '1' ? '1' : 'NULL'}`, params: [] }
  if (field?.kind !== 'multi') return { sql: `${sql} IN (${codes.map(() => '?').join(', ')})`, params: codes }
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

function boxSource(key: Path): Pick<Source, 'sql' | 'join'> {
  const box = boxAt(key)
  const name = box && names.get(box.field)
  if (!box || !name) throw new Error(`no such box: ${key}`)
  if (box.record === 'customer') return { sql: `c.${name}`, join: '' }
  if (box.record === 'credit') return { sql: `k.${name}`, join: creditJoin }
  // oxlint-disable-next-line kehu/bound-sql -- a box of the catalogue
  const join = `LEFT JOIN people ${box.row} ON ${box.row}.customer_id = c.id AND ${box.row}.role = '${box.row}' AND ${box.row}.place = ${box.position}`
  return { sql: `${box.row}.${name}`, join }
}
