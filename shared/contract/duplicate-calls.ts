import * as z from 'zod'
import { duplicateAnswers } from '../domain/duplicates.ts'
import { query } from './call.ts'
import { password } from './people-shapes.ts'
import { customerId, newValues } from './shapes.ts'

const likeness = z.number().min(0).max(1)

/** How alike two names are, part by part (rules 8). */
const nameParts = z.object({
  core: likeness,
  region: likeness,
  industry: likeness,
  form: likeness,
  sound: z.boolean(),
})

const other = z.object({ id: customerId, customerNo: z.string(), name: z.string(), archived: z.boolean() })

/** A customer that is the same one; the kinds say by what. */
const certainDuplicate = other.extend({
  kinds: z.array(z.enum(['name', 'registration', 'organisation', 'account'])),
})

/** A customer that may be the same one, with its likeness explained. */
const probableDuplicate = other.extend({
  score: z.int(),
  parts: nameParts,
  shared: z.array(z.enum(['phone', 'principal'])),
  mustAnswer: z.boolean(),
  isBranch: z.boolean(),
})

/** What a person says before a card is saved: who the others are, and why one that is certainly there already is saved all the same. */
export const givenAnswers = z.object({
  answers: z.array(z.object({ id: customerId, as: z.enum(duplicateAnswers) })).max(200),
  /** The sales manager lets it through, with their own password and a reason of at least five characters. */
  override: z.object({ by: z.int(), password, reason: z.string().trim().max(200) }).optional(),
})
export type GivenAnswers = z.infer<typeof givenAnswers>

/** Duplicates and links (rules 8). */
export const duplicateCalls = {
  /** Who a card would be once more, but for what was answered or linked before; `id` is the customer whose card it is. */
  'duplicates.ofCard': query({
    input: z.object({ id: customerId.nullable(), values: newValues }),
    output: z.object({ certain: z.array(certainDuplicate), probable: z.array(probableDuplicate) }),
    access: 'basic.read',
  }),
} as const
