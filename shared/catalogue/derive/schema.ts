import * as z from 'zod'
import { maxFen } from '../../domain/money.ts'
import { isFullDate, isPartialDate } from '../../domain/partial-date.ts'
import { isPlainNumber } from '../../domain/plain-number.ts'
import type { Field, Path, Value } from '../field.ts'
import { boxAt } from './paths.ts'

const maxTextLength = { text: 200, longText: 4000 }

/** How many characters a text box holds. */
export function maxLengthOf(field: Field): number {
  return field.maxLength ?? maxTextLength[field.kind === 'longText' ? 'longText' : 'text']
}

// The codes of an option list, looked up for millions of cells of an import.
const codes = new Map<Field, ReadonlySet<Value>>()

function codesOf(field: Field): ReadonlySet<Value> {
  let known = codes.get(field)
  if (!known) {
    known = new Set((field.options ?? []).map(option => option.code))
    codes.set(field, known)
  }
  return known
}

/** Whether a value can be stored in a field; `null` empties every box but the required ones. */
export function accepts(field: Field, value: Value): boolean {
  if (value === null || value === '') return !field.required
  switch (field.kind) {
    case 'text':
    case 'longText':
      return typeof value === 'string' && value.length <= maxLengthOf(field)
    case 'money':
      return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= maxFen
    case 'partialDate':
      return typeof value === 'string' && isPartialDate(value)
    case 'date':
      return typeof value === 'string' && isFullDate(value)
    case 'area':
    case 'count':
    case 'percent':
      return typeof value === 'number' && isPlainNumber(value, field.kind)
    case 'single':
      return codesOf(field).has(value)
    case 'multi':
      return (
        Array.isArray(value) && value.length <= codesOf(field).size && value.every(code => codesOf(field).has(code))
      )
    case 'tick':
      return typeof value === 'boolean'
  }
}

/** The shape of any value before its box is looked at; the length bound keeps rubbish out early. */
export const valueSchema: z.ZodType<Value> = z.union([
  z.string().max(4000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(40)).max(20),
  z.null(),
])

/** A flat map of boxes in which each path exists and each value fits; issues name the path. */
export const valuesSchema: z.ZodType<Readonly<Record<Path, Value>>> = z
  .record(z.string().max(80), valueSchema)
  .superRefine((values, context) => {
    for (const [path, value] of Object.entries(values)) {
      const box = boxAt(path)
      if (!box) context.addIssue({ code: 'custom', path: [path], message: 'no such box' })
      else if (!accepts(box.field, value))
        context.addIssue({ code: 'custom', path: [path], message: `not a ${box.field.kind}` })
    }
  })
