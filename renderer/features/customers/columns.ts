import type { Path } from '../../../shared/catalogue/field.ts'
import { defaultListColumns, type ListColumn, listText } from '../../../shared/catalogue/list-columns.ts'
import type { Layout } from '../../../shared/contract/list-shapes.ts'
import type { CustomerRow } from '../../../shared/contract/shapes.ts'
import type { Language } from '../../../shared/text/language.ts'
import { localDate } from '../../ui/local-time.ts'

/** The columns of whoever has not chosen any. */
export const usualLayout: Layout = defaultListColumns.map(key => ({ key, width: null }))

/** A cell of the list as it is read. */
export function cellText({ cells, customerNo }: CustomerRow, column: ListColumn, language: Language): string {
  const value = cells[column.key] ?? null
  if (column.key === 'customer.customerNo') return `KH-${customerNo}`
  if (column.kind === 'instant') return typeof value === 'string' ? localDate(new Date(value)) : ''
  return listText(column, value, language)
}

// Pixels at the usual size of letters: what the values of a column need.
const widths: Readonly<Record<Path, number>> = {
  'customer.customerNo': 84,
  'customer.name': 220,
  'customer.address': 220,
  'customer.phone': 150,
  'customer.grade': 60,
  'row.completeness': 72,
  'row.changedBy': 80,
  'row.createdBy': 80,
  'row.salesperson': 80,
}
const widthOfKind = { text: 120, number: 112, date: 96, instant: 96, choice: 108, tags: 180 } as const

/** How wide a column is until somebody pulls at it: its values and its head, in the language that it has, are not cut. Pixels. */
export function usualWidth({ key, kind }: ListColumn, head: string): number {
  const values = widths[key] ?? (/^people\..*\.name$/.test(key) ? 80 : widthOfKind[kind])
  return Math.max(values, Math.min(headWidth(head), widestHead))
}

function headWidth(head: string): number {
  const letters = Array.from(head).map(letter => (letter > '\u2e7f' ? 14 : 7))
  return Math.ceil(letters.reduce((sum, width) => sum + width, besideHead))
}

// A company may call a box of its own by a whole sentence.
const widestHead = 190

// The edges of a head, and the arrow of the column that the list is sorted by.
const besideHead = 28

/** Who it is stays in sight while the other columns are scrolled aside. */
export function staysInSight(key: Path): boolean {
  return key === 'customer.customerNo' || key === 'customer.name'
}
