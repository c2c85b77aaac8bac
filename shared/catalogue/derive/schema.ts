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

function fieldSchema(field: Field): z.ZodType<Value> {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return z.string().max(maxLengthOf(field))
    case 'money':
      return z.int().min(0).max(maxFen)
    case 'partialDate':
      return z.string().refine(isPartialDate)
    case 'date':
      return z.string().refine(isFullDate)
    case 'area':
    case 'count':
    case 'percent': {
      const { kind } = field
      return z.number().refine(value => isPlainNumber(value, kind))
    }
    case 'single':
      return z.enum(codes(field))
    case 'multi':
      return z.array(z.enum(codes(field))).max(codes(field).length)
    case 'tick':
      return z.boolean()
  }
}

const codes = (field: Field) => (field.options ?? []).map(option => option.code)
const schemas = new Map<Field, z.ZodType<Value>>()

/** Whether a value can be stored in a field; `null` empties every box but the required ones. */
export function accepts(field: Field, value: Value): boolean {
  if (value === null || value === '') return !field.required
  let schema = schemas.get(field)
  if (!schema) {
    schema = fieldSchema(field)
    schemas.set(field, schema)
  }
  return schema.safeParse(value).success
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
