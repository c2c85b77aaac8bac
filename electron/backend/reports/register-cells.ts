import { displayValue } from '../../../shared/catalogue/derive/display.ts'
import type { Field, Value } from '../../../shared/catalogue/field.ts'
import type { Language } from '../../../shared/text/language.ts'
import { dateFormat } from '../../../shared/catalogue/derive/box-content.ts'
import { toSerial } from '../../../shared/domain/serial-date.ts'
import { columnLetter } from './column-letter.ts'
import type { CellValue } from './workbook.ts'

/** One answer as a cell of the register: yuan, day number, number, or text; choices by their wording. */
export function registerCell(field: Field, value: Value, language: Language): CellValue {
  if (value === null || value === '') return null
  if (typeof value === 'number') return field.kind === 'money' ? value / 100 : value
  if (typeof value === 'string' && (field.kind === 'date' || field.kind === 'partialDate'))
    return toSerial(value) ?? value
  // Texts stay as they are stored: an account number in groups of four is harder to use elsewhere.
  if (typeof value === 'string' && !field.options) return value
  return displayValue(field, value, language)
}

/** The number format of a column; every text column is text, so that an id is never read as a number. */
export function registerFormat(field: Field): string {
  switch (field.kind) {
    case 'money':
    case 'area':
      return '#,##0.00'
    case 'count':
      return '#,##0'
    case 'percent':
      return '0.0'
    case 'date':
    case 'partialDate':
      return dateFormat
    default:
      return '@'
  }
}

/** Short facts of one width are centred below their head. */
export function registerAlign(field: Field): { readonly align?: 'center' } {
  return field.kind === 'date' || field.kind === 'partialDate' || field.kind === 'tick' ? { align: 'center' } : {}
}

/** The sum of a column, of what a filter leaves visible, with its value stored beside the formula. */
export interface RunningTotal {
  add(value: Value): void
  /** `column` counts from 1; the rows are `rowCount` ones below the head. */
  formula(column: number, rowCount: number): CellValue
}

/** A running total for amounts and counts, nothing for other columns: 经营额 is a year's with some customers and a month's with others. */
export function registerTotal(field: Field): RunningTotal | undefined {
  if ((field.kind !== 'money' && field.kind !== 'count') || field.key === 'turnover') return undefined
  let sum = 0
  return {
    add(value) {
      if (typeof value === 'number') sum += value
    },
    formula(column, rowCount) {
      const letter = columnLetter(column)
      return {
        formula: `SUBTOTAL(109,${letter}2:${letter}${rowCount + 1})`,
        result: field.kind === 'money' ? sum / 100 : sum,
      }
    },
  }
}
