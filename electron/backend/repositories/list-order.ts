import type { CustomerOrder } from '../../../shared/contract/list-shapes.ts'
import { type Connection, rawRows, selectedIds } from '../database/connection.ts'
import { nameReadings, personReadings } from '../search/pinyin.ts'
import { type Clause, joinsOf, type Source, sourceOf } from './list-sql.ts'

/** The ids of everybody that all clauses hold for, in an order; ties stand by pinyin. Throws SqliteError. */
export function orderedIds(db: Connection, clauses: readonly Clause[], order: CustomerOrder): number[] {
  const source = sourceOf(order.sort)
  return source.column.kind === 'text' && !keys[order.sort]
    ? byText(db, clauses, source, order.descending)
    : byKey(db, clauses, source, order.descending)
}

// A customer's name is sorted by the key that is kept beside it, a running number by its value.
const keys: Readonly<Record<string, readonly string[]>> = {
  'customer.name': ['c.name_sort'],
  'customer.customerNo': ['length(c.customer_no)', 'c.customer_no'],
}

function byKey(db: Connection, clauses: readonly Clause[], source: Source, descending: boolean): number[] {
  const direction = descending ? ' DESC' : ''
  const sorted = keys[source.column.key] ?? [`${source.sql} IS NULL`, place(source)]
  const terms = sorted.map(term => (term.endsWith('IS NULL') ? term : `${term}${direction}`))
  const ties = source.column.key === 'customer.name' ? [`c.id${direction}`] : ['c.name_sort', 'c.id']
  return selectedIds(db, select('c.id', clauses, source, [...terms, ...ties]), paramsOf(clauses))
}

/** Choices stand as the paper prints them. */
function place({ column: { field }, sql }: Source): string {
  if (field?.kind !== 'single') return sql
  const whens = (field.options ?? []).map(({ code }, index) => `WHEN '${code}' THEN ${index}`)
  return `CASE ${sql} ${whens.join(' ')} END`
}

/**
 * SQLite compares texts byte by byte, which is no order for Chinese. Every character is looked up once and texts are compared by
 * what they sound like, as the names of customers are, whose keys are kept.
 */
function byText(db: Connection, clauses: readonly Clause[], source: Source, descending: boolean): number[] {
  const sql = select(`c.id, ${source.sql}`, clauses, source, ['c.name_sort', 'c.id'])
  const rows = rawRows(db, sql, paramsOf(clauses))
  const keyOf = textKeys(personBox.test(source.column.key))
  const known = rows.flatMap(([id, text]) => (typeof text === 'string' ? [{ id: Number(id), key: keyOf(text) }] : []))
  const sign = descending ? -1 : 1
  known.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : 0))
  const unknown = rows.filter(([, text]) => typeof text !== 'string')
  return [...known.map(({ id }) => id), ...unknown.map(([id]) => Number(id))]
}

// Of people the first character is a surname: 曾 is zeng, 单 is shan.
const personBox = /^people\.\w+\.\d+\.name$|By$/

function textKeys(ofPeople: boolean): (text: string) => string {
  const first = new Map<string, string>()
  const others = new Map<string, string>()
  const lookUp = (known: Map<string, string>, character: string, read: typeof nameReadings) => {
    const key = known.get(character) ?? read(character).sortKey
    known.set(character, key)
    return key
  }
  return text => {
    let key = ''
    for (const character of text)
      key +=
        ofPeople && key === ''
          ? lookUp(first, character, personReadings)
          : lookUp(others, character.toLowerCase(), nameReadings)
    return key
  }
}

function select(what: string, clauses: readonly Clause[], source: Source, terms: readonly string[]): string {
  return `SELECT ${what} FROM customers c ${joinsOf([source, ...clauses])}
    WHERE ${clauses.map(clause => clause.sql).join(' AND ')} ORDER BY ${terms.join(', ')}`
}

const paramsOf = (clauses: readonly Clause[]) => clauses.flatMap(clause => clause.params)
