import type { Right } from '../domain/roles.ts'
import { type Label, type Language, label } from '../text/language.ts'
import { displayValue, labelOf } from './derive/display.ts'
import { boxAt, personPath } from './derive/paths.ts'
import { mayRead } from './derive/sections.ts'
import type { Field, Path, Value } from './field.ts'
import { personRoles } from './people.ts'
import { registerColumns } from './register.ts'

/** How the values of a column are compared, and so which filters it takes. */
export type ListKind = 'text' | 'number' | 'date' | 'instant' | 'choice'

/** One column that the list of customers can show, sort by and filter by. */
export interface ListColumn {
  /** The path of a box, or `row.…` for what the program keeps beside the boxes. */
  readonly key: Path
  readonly kind: ListKind
  readonly field?: Field
}

/** What the program keeps of every customer beside the boxes; nobody has to have a special right to it. */
const bookkeeping: readonly (ListColumn & { readonly label: Label })[] = [
  { key: 'row.completeness', kind: 'number', label: label('完整度', '完整度', 'Complete') },
  { key: 'row.changedAt', kind: 'instant', label: label('修改时间', '修改時間', 'Changed') },
  { key: 'row.changedBy', kind: 'text', label: label('修改人', '修改人', 'Changed by') },
  { key: 'row.createdAt', kind: 'instant', label: label('建档时间', '建檔時間', 'Created') },
  { key: 'row.createdBy', kind: 'text', label: label('建档人', '建檔人', 'Created by') },
]

/** Every column in the paper's order. Delicate boxes are not among them: nothing is listed, sorted or found by them (rules 11). */
export const listColumns: readonly ListColumn[] = [...registerColumns.flatMap(boxColumn), ...bookkeeping]

/** What the list shows until somebody chooses otherwise. */
export const defaultListColumns: readonly Path[] = [
  'customer.customerNo',
  'customer.name',
  personPath('principal', 1, 'name'),
  'customer.phone',
  'customer.category',
  'customer.grade',
  'credit.requestedLimit',
  'row.completeness',
  'row.changedAt',
  'row.changedBy',
]

const byKey: ReadonlyMap<Path, ListColumn> = new Map(listColumns.map(column => [column.key, column]))
const bookLabels: ReadonlyMap<Path, Label> = new Map(bookkeeping.map(column => [column.key, column.label]))

/** The column of a key, or nothing where the list has no such column. */
export function listColumn(key: Path): ListColumn | undefined {
  return byKey.get(key)
}

/** The head of a column; a person's name is headed by what the person is. */
export function listLabel(key: Path, language: Language): string {
  const role = /^people\.(\w+)\.1\.name$/.exec(key)?.[1]
  const post = personRoles.find(({ code }) => code === role)
  return (post?.label ?? bookLabels.get(key))?.[language] ?? labelOf(key, language)
}

/** Whether somebody with these rights may see a column, and so may sort and filter by it: an order tells values, too. */
export function mayList(key: Path, rights: readonly Right[]): boolean {
  return key.startsWith('row.') ? rights.includes('basic.read') : mayRead(key, rights)
}

/** A cell as it is read, without its unit; instants are for the screen to write in the time of its place. */
export function listText(key: Path, value: Value, language: Language): string {
  if (key === 'row.completeness') return value === null ? '' : `${String(value)}%`
  const field = byKey.get(key)?.field
  return field ? displayValue(field, value, language) : String(value ?? '')
}

function boxColumn(key: Path): ListColumn[] {
  const field = boxAt(key)?.field
  return field && !field.delicate ? [{ key, kind: kindOf(field), field }] : []
}

function kindOf({ kind, options }: Field): ListKind {
  switch (kind) {
    case 'money':
    case 'area':
    case 'count':
    case 'percent':
      return 'number'
    case 'date':
    case 'partialDate':
      return 'date'
    case 'single':
    case 'multi':
    case 'tick':
      return 'choice'
    default:
      return options ? 'choice' : 'text'
  }
}
