import { normaliseBankAccount } from '../../domain/contact.ts'
import { normaliseRegistrationNo } from '../../domain/credit-code.ts'
import { parseMoney } from '../../domain/money.ts'
import { type Parsed, refused, understood } from '../../domain/parsed.ts'
import { parseDate, parsePartialDate } from '../../domain/partial-date.ts'
import { decimalsOf, parsePercent, parseQuantity } from '../../domain/plain-number.ts'
import { tidy } from '../../domain/width.ts'
import type { Field, Value } from '../field.ts'
import { maxLengthOf } from './schema.ts'

/** Text boxes whose spelling has one stored form: blanks, hyphens and full-width signs are typing, not content. */
const normalisers: Readonly<Record<string, (text: string) => string>> = {
  businessRegNo: normaliseRegistrationNo,
  taxNo: normaliseRegistrationNo,
  bankAccountNo: normaliseBankAccount,
}

/** What a person typed into a box, as its value; `today` (ISO) anchors two-digit years. Emptied boxes give `null`. */
export function parseEntry(field: Field, text: string, today: string): Parsed<Value> {
  const typed = tidy(text)
  if (typed === '') return understood(null)
  switch (field.kind) {
    case 'money':
      return parseMoney(typed)
    case 'partialDate':
      return parsePartialDate(typed, today)
    case 'date':
      return parseDate(typed, today)
    case 'area':
      return parseQuantity(typed, { decimals: decimalsOf.area })
    case 'count':
      return parseQuantity(typed, { decimals: decimalsOf.count })
    case 'percent':
      return parsePercent(typed)
    default:
      return withinBounds(field, normaliseText(field, typed))
  }
}

/** Clean text (`tidy`) in the one spelling in which its box stores it. */
export function normaliseText(field: Field, text: string): string {
  if (field.kind === 'longText') return text
  const line = text.replace(/\s*\n\s*/g, ' ') // pasted line breaks have no place in a box of one line
  return normalisers[field.key]?.(line) ?? line
}

function withinBounds(field: Field, text: string): Parsed<Value> {
  return text.length > maxLengthOf(field) ? refused('tooLong') : understood(text)
}
