import * as z from 'zod'
import { duplicateAnswers, linkKinds } from '../domain/duplicates.ts'
import { command, query } from './call.ts'
import { password, person } from './people-shapes.ts'
import { customerId, instant, newValues, nothing, requestId } from './shapes.ts'

const likeness = z.number().min(0).max(1)

/** How alike two names are, part by part (rules 8). */
const nameParts = z.object({
  core: likeness,
  region: likeness,
  industry: likeness,
  form: likeness,
  sound: z.boolean(),
})

/** Why two customers are probably the same. */
export const likenessTold = z.object({
  score: z.int(),
  parts: nameParts,
  shared: z.array(z.enum(['phone', 'principal'])),
})

const other = z.object({ id: customerId, customerNo: z.string(), name: z.string(), archived: z.boolean() })

/** A customer that is the same one; the kinds say by what. */
const certainDuplicate = other.extend({
  kinds: z.array(z.enum(['name', 'formerName', 'registration', 'organisation', 'account'])),
})

/** A customer that may be the same one, with its likeness explained. */
const probableDuplicate = other.extend({
  ...likenessTold.shape,
  mustAnswer: z.boolean(),
  isBranch: z.boolean(),
})

/** Who a card would be once more. */
export const foundDuplicates = z.object({
  certain: z.array(certainDuplicate),
  probable: z.array(probableDuplicate),
  /** Who may let a certain duplicate through. */
  managers: z.array(person),
})
export type FoundDuplicates = z.infer<typeof foundDuplicates>

/** What a person says before a card is saved: who the others are, and why one that is certainly there already is saved all the same. */
export const givenAnswers = z.object({
  answers: z.array(z.object({ id: customerId, as: z.enum(duplicateAnswers) })).max(200),
  /** The sales manager lets it through, with their own password and a reason of at least five characters. */
  override: z.object({ by: z.int(), password, reason: z.string().trim().max(200) }).optional(),
})
export type GivenAnswers = z.infer<typeof givenAnswers>

/** Two customers that a scan found, how alike they are and by what. */
const pair = z.object({
  first: other,
  second: other,
  kinds: certainDuplicate.shape.kinds,
  shared: probableDuplicate.shape.shared,
  score: z.int(),
  parts: nameParts,
})
export type DuplicatePair = z.infer<typeof pair>

const linked = other.extend({ linkId: z.int(), kind: z.enum(linkKinds) })
export type LinkedCustomer = z.infer<typeof linked>

/** Duplicates and links (rules 8). */
export const duplicateCalls = {
  /** Who a card would be once more, but for what was answered or linked before; `id` is the customer whose card it is. */
  'duplicates.ofCard': query({
    input: z.object({ id: customerId.nullable(), values: newValues }),
    output: foundDuplicates,
    access: 'basic.read',
  }),
  /** Looks through the whole file in the background; answers when it is done. For whoever writes cards or merges them. */
  'duplicates.scan': command({
    input: z.object({ requestId }),
    output: z.object({ pairs: z.int() }),
    access: 'basic.read',
  }),
  'duplicates.cancel': command({ input: nothing, output: nothing, access: 'basic.read' }),
  /** How far a scan is, from 0 to 1, and when the last one ended. */
  'duplicates.state': query({
    input: nothing,
    output: z.object({
      progress: z.number().nullable(),
      /** `isCut` where it found more pairs than a worklist has. */
      last: z.object({ at: instant, customers: z.int(), isCut: z.boolean() }).nullable(),
    }),
    access: 'basic.read',
  }),
  /** The worklist: what the last scan found and nobody has answered, the certain ones first. */
  'duplicates.pairs': query({
    input: z.object({ offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    output: z.object({ total: z.int(), rows: z.array(pair) }),
    access: 'basic.read',
  }),
  /** Says what the second of a pair is to the first; a certain pair is called different by the sales manager only, with a reason. */
  'duplicates.answer': command({
    input: z.object({
      requestId,
      first: customerId,
      second: customerId,
      as: z.enum(duplicateAnswers),
      reason: z.string().trim().max(200).optional(),
    }),
    output: nothing,
    access: 'basic.read',
  }),
  /** What was said about a customer and others that look alike, the newest first. */
  'duplicates.said': query({
    input: z.object({ customerId }),
    output: z.object({
      answers: z.array(
        z.object({
          other: z.object({ id: customerId, customerNo: z.string(), name: z.string() }),
          as: z.enum(['different', 'override']),
          reason: z.string().nullable(),
          by: z.string(),
          at: instant,
          /** Whether the person who asks may take it back. */
          mayTakeBack: z.boolean(),
        }),
      ),
    }),
    access: 'basic.read',
  }),
  /** Takes an answer back, as it was said at an instant: the two are asked about again. For whoever may give such an answer. */
  'duplicates.takeBack': command({
    input: z.object({ requestId, customerId, otherId: customerId, at: instant }),
    output: nothing,
    access: 'basic.read',
  }),
  'links.ofCustomer': query({
    input: z.object({ customerId }),
    output: z.object({ links: z.array(linked) }),
    access: 'basic.read',
  }),
  /** Says that the customer of a number is the head or branch of this one, or of the same group. */
  'links.make': command({
    input: z.object({ requestId, customerId, otherNo: z.string().trim().min(1).max(20), kind: z.enum(linkKinds) }),
    output: nothing,
    access: 'basic.write',
  }),
  /** Ends a link: the customers' limits no longer add up (rules 2), so the sales manager does it, and not while one of them is in the chain. */
  'links.end': command({
    input: z.object({ requestId, linkId: z.int() }),
    output: nothing,
    access: 'duplicate.override',
  }),
} as const
