import { boxAt, maxRows, personPath, productLinePath } from '../../../shared/catalogue/derive/paths.ts'
import { isEmpty, sameValue } from '../../../shared/catalogue/derive/value.ts'
import type { Path, Value, Values } from '../../../shared/catalogue/field.ts'
import type { SheetRecord } from './read-records.ts'

const identity: readonly Path[] = ['customer.customerNo', 'customer.cardNo', 'customer.businessRegNo', 'customer.name']

/**
 * Joins rows that follow each other and are about one customer: further people and product lines stand below the first ones, with the
 * customer repeated or, where its cells were merged, left empty. Rows that say something else of the customer stay rows of their own.
 */
export async function* joinRecords(rows: AsyncIterable<SheetRecord>): AsyncGenerator<SheetRecord> {
  let pending: SheetRecord | undefined
  let lastRow = 0
  for await (const row of rows) {
    const joined: SheetRecord | undefined = pending && row.row === lastRow + 1 ? join(pending, row) : undefined
    if (pending && !joined) yield pending
    pending = joined ?? row
    lastRow = row.row
  }
  if (pending) yield pending
}

function join(first: SheetRecord, next: SheetRecord): SheetRecord | undefined {
  if (!isSameCustomer(first.values, next.values)) return undefined
  const further = shifted(first.values, next.values)
  if (!further || (further.length === 0 && next.problems.length === 0)) return undefined
  return {
    ...first,
    values: { ...first.values, ...Object.fromEntries(further) },
    problems: [...first.problems, ...next.problems],
    notes: [...first.notes, ...next.notes],
  }
}

const listOf = (path: Path): string | undefined => {
  const box = boxAt(path)
  return box?.position === undefined ? undefined : `${box.record} ${box.row ?? ''}`
}

/** A row of the same customer names it or nobody, and has nothing of its own but people and product lines. */
function isSameCustomer(first: Values, next: Values): boolean {
  if (identity.some(path => !isEmpty(next[path]) && !sameValue(first[path], next[path]))) return false
  const own = Object.entries(next).filter(([path, value]) => listOf(path) === undefined && !isEmpty(value))
  const isNamed = identity.some(path => !isEmpty(first[path]))
  return isNamed && own.length < Object.keys(next).length && own.every(([path, value]) => sameValue(first[path], value))
}

/** The people and product lines of a row behind those that are there; none of it where they all are there, nothing where there is no room. */
function shifted(first: Values, next: Values): [Path, Value][] | undefined {
  const used = new Map<string, number>()
  for (const path of Object.keys(first)) {
    const list = listOf(path)
    if (list !== undefined) used.set(list, Math.max(used.get(list) ?? 0, boxAt(path)?.position ?? 0))
  }
  const added: [Path, Value][] = []
  for (const [path, value] of Object.entries(next)) {
    const box = boxAt(path)
    if (!box?.position || isEmpty(value)) continue
    const position = box.position + (used.get(listOf(path) ?? '') ?? 0)
    if (position > maxRows) return undefined
    const { key } = box.field
    added.push([box.row === undefined ? productLinePath(position, key) : personPath(box.row, position, key), value])
  }
  const isRepeated = Object.entries(next).every(([path, value]) => isEmpty(value) || sameValue(first[path], value))
  return isRepeated ? [] : added
}
