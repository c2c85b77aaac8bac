import { type ExtraBox, extraField, extraLabel, extraText } from '../domain/extra-box.ts'
import type { Right } from '../domain/roles.ts'
import { type Label, type Language, label } from '../text/language.ts'
import { displayValue, labelOf } from './derive/display.ts'
import { boxAt, personPath } from './derive/paths.ts'
import { mayRead } from './derive/sections.ts'
import type { Field, Path, Value } from './field.ts'
import { personRoles } from './people.ts'
import { registerColumns } from './register.ts'

/** How the values of a column are compared, and so which filters it takes. */
export type ListKind = 'text' | 'number' | 'date' | 'instant' | 'choice' | 'tags'

/** One column that the list of customers can show, sort by and filter by. */
export interface ListColumn {
  /** The path of a box of the forms or of the company's own, or `row.…` and `card.…` for what is kept beside the boxes. */
  readonly key: Path
  readonly kind: ListKind
  readonly field?: Field
  /** The box, where the company has added it. */
  readonly extra?: ExtraBox
}

/** What is kept of every customer beside the boxes; nobody has to have a special right to it. */
const bookkeeping: readonly (ListColumn & { readonly label: Label })[] = [
  { key: 'card.tags', kind: 'tags', label: label('标签', '標籤', 'Tags') },
  { key: 'row.completeness', kind: 'number', label: label('完整度', '完整度', 'Complete') },
  { key: 'row.changedAt', kind: 'instant', label: label('修改时间', '修改時間', 'Changed') },
  { key: 'row.changedBy', kind: 'text', label: label('修改人', '修改人', 'Changed by') },
  { key: 'row.createdAt', kind: 'instant', label: label('建档时间', '建檔時間', 'Created') },
  { key: 'row.createdBy', kind: 'text', label: label('建档人', '建檔人', 'Created by') },
  { key: 'row.filedOn', kind: 'date', label: label('建档日期', '建檔日期', 'Filed on') },
  { key: 'row.checkedOn', kind: 'date', label: label('复核日期', '複核日期', 'Checked on') },
  { key: 'row.salesperson', kind: 'text', label: label('负责业务员', '負責業務員', 'Salesperson') },
]

/** Both cards call their number 编号; beside each other and 客户编号 they say whose it is. */
const cardNumbers: readonly (readonly [Path, Label])[] = [
  ['customer.cardNo', label('资料卡编号', '資料卡編號', 'Card no. KH001')],
  ['credit.cardNo', label('信用卡编号', '信用卡編號', 'File no. KH002')],
]

/** Every column that all companies have, in the paper's order. Delicate boxes are not among them: nothing is listed, sorted or found by them (rules 11). */
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
const ownLabels: ReadonlyMap<Path, Label> = new Map([
  ...bookkeeping.map(column => [column.key, column.label] as const),
  ...cardNumbers,
])

/** The column of a key that all companies have, or nothing where there is none. */
export function listColumn(key: Path): ListColumn | undefined {
  return byKey.get(key)
}

/** The columns that somebody can choose, sort and filter by. */
export interface ListColumns {
  readonly all: readonly ListColumn[]
  /** The column of a key, or nothing where this person has no such column. */
  readonly at: (key: Path) => ListColumn | undefined
}

/**
 * The columns of somebody with these rights, the boxes in use that the company has added behind those of the forms. What they may not
 * see is not among them: an order tells values, too.
 */
export function listColumnsOf(extras: readonly ExtraBox[], rights: readonly Right[]): ListColumns {
  const all = [...listColumns, ...extras.filter(box => !box.retired).map(extraColumn)].filter(({ key }) =>
    mayList(key, rights),
  )
  const known = new Map(all.map(column => [column.key, column]))
  return { all, at: key => known.get(key) }
}

function extraColumn(extra: ExtraBox): ListColumn {
  const field = extraField(extra)
  return { key: field.key, kind: kindOf(field), field, extra }
}

/** What a column is called; a person's name by what the person is. */
export function listLabel({ key, extra }: ListColumn, language: Language): string {
  if (extra) return extraLabel(extra, language)
  const role = /^people\.(\w+)\.1\.name$/.exec(key)?.[1]
  const post = personRoles.find(({ code }) => code === role)
  return (post?.label ?? ownLabels.get(key))?.[language] ?? labelOf(key, language)
}

// English words are longer than what stands below them.
const shortHeads: ReadonlyMap<Path, string> = new Map([
  ['customer.customerNo', 'No.'],
  [personPath('principal', 1, 'name'), 'In charge'],
])

/** The head of a column, which is shorter than its name where that would take the room of the values. */
export function listHead(column: ListColumn, language: Language): string {
  return (language === 'en' && shortHeads.get(column.key)) || listLabel(column, language)
}

/** A cell as it is read, without its unit; instants are for the screen to write in the time of its place. */
export function listText({ key, kind, field, extra }: ListColumn, value: Value, language: Language): string {
  if (extra) return extraText(extra, value, language)
  if (key === 'row.completeness') return value === null ? '' : `${String(value)}%`
  if (kind === 'tags') return [value ?? []].flat().join(language === 'en' ? ', ' : '、')
  return field ? displayValue(field, value, language) : String(value ?? '')
}

function mayList(key: Path, rights: readonly Right[]): boolean {
  return key.startsWith('row.') ? rights.includes('basic.read') : mayRead(key, rights)
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
