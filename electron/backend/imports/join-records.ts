import { boxAt, maxRows, personPath, productLinePath } from '../../../shared/catalogue/derive/paths.ts'
import { isEmpty, sameValue } from '../../../shared/catalogue/derive/value.ts'
import type { Path, Value, Values } from '../../../shared/catalogue/field.ts'
import type { SheetRecord } from './read-records.ts'

const identity: readonly Path[] = ['customer.customerNo', 'customer.cardNo', 'customer.businessRegNo', 'customer.name']
/** What two customers of one list hardly have in common. */
const telling: readonly Path[] = ['address', 'phone', 'fax', 'taxNo', 'bankAccountNo'].map(key => `customer.${key}`)

/**
 * Joins rows that follow each other and are about one customer: further people and product lines stand below the first ones, with the
 * customer repeated or, where its cells were merged, left empty. Rows that say something else of the customer stay rows of their own;
 * one without a name that fills boxes of a customer beside them is refused (`row-of-nobody`), as nobody can know whose it is.
 */
export async function* joinRecords(rows: AsyncIterable<SheetRecord>): AsyncGenerator<SheetRecord> {
  let pending: SheetRecord | undefined
  let lastRow = 0
  for await (const row of rows) {
    const above: SheetRecord | undefined = row.row === lastRow + 1 ? pending : undefined
    const joined: SheetRecord | undefined = above && join(above, row)
    if (pending && !joined) yield pending
    pending = joined ?? (above ? ofItsOwn(above, row) : row)
    lastRow = row.row
  }
  if (pending) yield pending
}

function join(first: SheetRecord, next: SheetRecord): SheetRecord | undefined {
  if (!isSameCustomer(first, next)) return undefined
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

const isNamed = (values: Values) => identity.some(path => !isEmpty(values[path]))

/** What a row fills in of the customer itself, also where the cell could not be read or empties its box. */
function ownPaths({ values, problems }: SheetRecord): Path[] {
  const said = [...Object.keys(values), ...problems.map(({ path }) => path)]
  return said.filter(path => listOf(path) === undefined)
}

const fillsLists = ({ values }: SheetRecord) => Object.keys(values).some(path => listOf(path) !== undefined)

/**
 * A row of the same customer names it or nobody, and has nothing of its own but people and product lines. Without a name, what it repeats
 * of the customer has to be what hardly two customers share.
 */
function isSameCustomer(first: SheetRecord, next: SheetRecord): boolean {
  if (!isNamed(first.values)) return false
  if (identity.some(path => !isEmpty(next.values[path]) && !sameValue(first.values[path], next.values[path])))
    return false
  const own = ownPaths(next)
  const repeats = own.every(
    path => Object.hasOwn(next.values, path) && sameValue(first.values[path], next.values[path]),
  )
  return (
    fillsLists(next) &&
    repeats &&
    (own.length === 0 || isNamed(next.values) || own.some(path => telling.includes(path)))
  )
}

/** A row that is not joined to the one above, with the reason where it seems to belong there. */
function ofItsOwn(above: SheetRecord, row: SheetRecord): SheetRecord {
  if (!fillsLists(row) || ownPaths(row).length === 0 || isNamed(row.values) || !isNamed(above.values)) return row
  const problem = { code: 'row-of-nobody', path: 'customer.name', head: '', found: '' } as const
  return { ...row, problems: [...row.problems, problem] }
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
