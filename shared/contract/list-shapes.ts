import * as z from 'zod'
import { type ListColumn, listColumn } from '../catalogue/list-columns.ts'
import { isPartialDate } from '../domain/partial-date.ts'

/**
 * How many rows of a long list the page asks for at once: more than an office screen shows, and not many more, since reading them is
 * half of what a search takes.
 */
export const pageSize = 50

// Which of its own boxes a company has, and of which kind, stands in its database alone.
const isExtraKey = (key: string) => /^extra\.[1-9]\d{0,8}$/.test(key)

/** The key of a column of the customer list; of an extra box it is only known that there can be one. */
export const listKey = z
  .string()
  .max(80)
  .refine(key => isExtraKey(key) || listColumn(key) !== undefined)

const bound = z.union([z.number(), z.string().max(10)]).nullable()
const rawCondition = z.discriminatedUnion('is', [
  z.object({ column: listKey, is: z.enum(['contains', 'begins']), text: z.string().trim().min(1).max(100) }),
  z.object({ column: listKey, is: z.enum(['empty', 'filled']) }),
  /** 分, ㎡ and the like, or days: ISO, a partial date for boxes that take one; nothing where it is open to that side. */
  z.object({ column: listKey, is: z.literal('between'), from: bound, to: bound }),
  /** Codes of the options, or tags; a tick is `1` or `0`. */
  z.object({ column: listKey, is: z.literal('anyOf'), codes: z.array(z.string().max(40)).min(1).max(20) }),
])
type RawCondition = z.infer<typeof rawCondition>

/** One filter of the customer list; one by an extra box is yet to be held against the box. */
const condition = rawCondition.superRefine((raw, context) => {
  const column = listColumn(raw.column)
  // The column is what the screen can point at.
  if (column && !suits(raw, column)) context.addIssue({ code: 'custom', path: [raw.column], message: 'no such filter' })
})
export type Condition = RawCondition

/** Whether a column takes a filter. */
export function suits(raw: Condition, { kind, field }: ListColumn): boolean {
  switch (raw.is) {
    case 'contains':
      return kind === 'text' || kind === 'tags'
    case 'begins':
      return kind === 'text'
    case 'empty':
    case 'filled':
      return true
    case 'anyOf':
      return kind === 'tags' || (kind === 'choice' && raw.codes.every(code => codesOf(field).includes(code)))
    case 'between': {
      const bounds = [raw.from, raw.to].filter(end => end !== null)
      const isBound = (end: string | number) =>
        kind === 'number'
          ? typeof end === 'number'
          : (kind === 'date' || kind === 'instant') && typeof end === 'string' && isPartialDate(end)
      return bounds.length > 0 && bounds.every(isBound)
    }
  }
}

function codesOf(field: ListColumn['field']): readonly string[] {
  return field?.kind === 'tick' ? ['1', '0'] : (field?.options ?? []).map(({ code }) => code)
}

/** Which customers a list, a selection or an export means: all that the words find and that every condition holds for. */
export const customerFilter = z.object({
  search: z.string().max(100),
  archived: z.boolean(),
  conditions: z.array(condition).max(20).optional(),
})
export type CustomerFilter = z.infer<typeof customerFilter>

/** In which order; ties stand by pinyin, and what is not known stands last either way. */
export const customerOrder = z.object({ sort: listKey, descending: z.boolean() })
export type CustomerOrder = z.infer<typeof customerOrder>

/** The columns of a list from the left with their widths in pixels, where somebody has set one. */
export const layout = z
  .array(z.object({ key: listKey, width: z.int().min(40).max(800).nullable() }))
  .min(1)
  .max(40)
export type Layout = z.infer<typeof layout>
