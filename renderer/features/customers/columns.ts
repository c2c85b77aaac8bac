import type { Path } from '../../../shared/catalogue/field.ts'
import { defaultListColumns, listColumn, listText } from '../../../shared/catalogue/list-columns.ts'
import type { Layout } from '../../../shared/contract/list-shapes.ts'
import type { CustomerRow } from '../../../shared/contract/shapes.ts'
import type { Language } from '../../../shared/text/language.ts'
import { localDate } from '../../ui/local-time.ts'

/** The columns of whoever has not chosen any. */
export const usualLayout: Layout = defaultListColumns.map(key => ({ key, width: null }))

/** A cell of the list as it is read. */
export function cellText({ cells, customerNo }: CustomerRow, key: Path, language: Language): string {
  const value = cells[key] ?? null
  if (key === 'customer.customerNo') return `KH-${customerNo}`
  if (listColumn(key)?.kind === 'instant') return typeof value === 'string' ? localDate(new Date(value)) : ''
  return listText(key, value, language)
}
