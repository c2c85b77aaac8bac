import { displayValue } from '../../../shared/catalogue/derive/display.ts'
import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import type { Path, Value } from '../../../shared/catalogue/field.ts'
import type { CustomerRow } from '../../../shared/contract/shapes.ts'
import type { Language } from '../../../shared/text/language.ts'
import { localDate } from '../../ui/local-time.ts'

/** One column of the customer list; `key` also names its width in the style sheet and its head in the texts. */
export interface Column {
  readonly key: 'number' | 'name' | 'principal' | 'phone' | 'category' | 'grade' | 'limit' | 'completeness' | 'changed'
  readonly text: (row: CustomerRow, language: Language) => string
}

/** The columns of the customer list in their order. */
export const columns: readonly Column[] = [
  { key: 'number', text: row => `KH-${row.customerNo}` },
  { key: 'name', text: row => row.name },
  { key: 'principal', text: row => row.principal },
  { key: 'phone', text: row => row.phone },
  { key: 'category', text: (row, language) => shown('customer.category', row.category, language) },
  { key: 'grade', text: (row, language) => shown('customer.grade', row.grade, language) },
  { key: 'limit', text: (row, language) => shown('credit.requestedLimit', row.requestedLimit, language) },
  { key: 'completeness', text: row => `${row.completeness}%` },
  { key: 'changed', text: row => `${localDate(new Date(row.changedAt))} ${row.changedBy}` },
]

function shown(path: Path, value: Value, language: Language): string {
  const field = boxAt(path)?.field
  return field ? displayValue(field, value, language) : ''
}
