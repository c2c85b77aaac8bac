import { normaliseText } from '../../../shared/catalogue/derive/entry.ts'
import { accepts } from '../../../shared/catalogue/derive/schema.ts'
import { fromColumn, toColumn } from '../../../shared/catalogue/derive/columns.ts'
import { isEmpty } from '../../../shared/catalogue/derive/value.ts'
import type { Field, Value } from '../../../shared/catalogue/field.ts'
import { tidy } from '../../../shared/domain/width.ts'

/**
 * The one form in which an answer is stored: clean text, codes in the paper's order, `null` for whatever says nothing. Nothing comes
 * back for a value that the box does not take.
 */
export function canonical(field: Field, value: Value): Value | undefined {
  const clean = typeof value === 'string' ? normaliseText(field, tidy(value)) : value
  if (isEmpty(clean)) return null
  return accepts(field, clean) ? fromColumn(field, toColumn(field, clean)) : undefined
}
