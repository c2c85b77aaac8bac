import { fromColumn, toColumn } from '../../../shared/catalogue/derive/columns.ts'
import { isEmpty } from '../../../shared/catalogue/derive/value.ts'
import type { Field, Value } from '../../../shared/catalogue/field.ts'
import { tidy } from '../../../shared/domain/width.ts'

/** The one form in which an answer is stored: clean text, codes in the paper's order, `null` for whatever says nothing. */
export function canonical(field: Field, value: Value): Value {
  const clean = typeof value === 'string' ? tidy(value) : value
  return isEmpty(clean) ? null : fromColumn(field, toColumn(field, clean))
}
