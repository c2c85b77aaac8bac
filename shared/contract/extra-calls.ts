import * as z from 'zod'
import { valueSchema } from '../catalogue/derive/schema.ts'
import { extraKinds, longestExtra } from '../domain/extra-box.ts'
import { longestTag, mostTags } from '../domain/tags.ts'
import { command, query } from './call.ts'
import { day, person, personId, reason } from './people-shapes.ts'
import { customerId, delivered, instant, language, nothing, requestId } from './shapes.ts'

const boxId = z.int().positive()
const wording = z.string().trim().min(1).max(40)
const label = { label: wording, zhTW: wording.nullable(), en: wording.nullable() }
const option = z.object({ code: z.string().max(20), retired: z.boolean(), ...label })
const extraBox = z.object({
  id: boxId,
  kind: z.enum(extraKinds),
  retired: z.boolean(),
  ...label,
  options: z.array(option).readonly(),
})

/** Answers by the id of their box, as a key of an object holds it. */
const boxKey = z.string().regex(/^[1-9]\d{0,8}$/)
const answer = z.union([z.string().max(longestExtra), z.number(), z.null()])

/** What a card says besides the boxes of the forms. */
export const card = z.object({
  id: customerId,
  revision: z.int(),
  answers: z.record(boxKey, answer),
  tags: z.array(z.string()),
  /** 建档日期: the day that was typed, else the day on which the card was made. */
  filedOn: day,
  /** 复核: when and by whom the card was last found right. */
  checked: z.object({ on: day, by: z.string() }).nullable(),
  isStale: z.boolean(),
  staleMonths: z.int(),
  noCodeReason: z.string().nullable(),
  salesperson: person.nullable(),
  changedAt: instant,
})
export type Card = z.infer<typeof card>

const tag = z
  .string()
  .trim()
  .min(1)
  .max(longestTag * 2)

/** Boxes that the company adds, tags, and the days on which a card was filed and found right (rules 21). */
export const extraCalls = {
  'extraBoxes.list': query({ input: nothing, output: z.object({ boxes: z.array(extraBox) }), access: 'basic.read' }),
  /** Makes a box, or words one anew; its kind stays, and options that were given once can only be retired. At most 20 are in use. */
  'extraBoxes.put': command({
    input: z.object({
      requestId,
      id: boxId.nullable(),
      kind: z.enum(extraKinds),
      ...label,
      /** A code of its own for each option that was there before; an empty one for a new option. */
      options: z.array(option).max(50),
    }),
    output: extraBox,
    access: 'account.manage',
  }),
  /** A retired box keeps its answers and is shown to nobody until it is taken back. */
  'extraBoxes.retire': command({
    input: z.object({ requestId, id: boxId, retired: z.boolean() }),
    output: extraBox,
    access: 'account.manage',
  }),
  /** The boxes in the order in which they are to be shown; boxes left out follow as they were. */
  'extraBoxes.order': command({
    input: z.object({ requestId, ids: z.array(boxId).max(500) }),
    output: nothing,
    access: 'account.manage',
  }),

  'cards.open': query({ input: z.object({ id: customerId }), output: card, access: 'basic.read' }),
  /** Saves answers in extra boxes; one that somebody else has changed since it was shown is a `conflict`. */
  'cards.saveExtra': command({
    input: z.object({
      requestId,
      id: customerId,
      changes: z.record(boxKey, z.object({ from: valueSchema, to: answer })),
    }),
    output: card,
    access: 'basic.write',
  }),
  'cards.tag': command({
    input: z.object({
      requestId,
      id: customerId,
      add: z.array(tag).max(mostTags),
      remove: z.array(tag).max(mostTags),
    }),
    output: card,
    access: 'basic.write',
  }),
  /** Every tag in use, the most used first. */
  'tags.list': query({
    input: nothing,
    output: z.object({ tags: z.array(z.object({ tag: z.string(), customers: z.int() })) }),
    access: 'basic.read',
  }),
  /** 建档日期, why there is no 统一社会信用代码, and the salesperson of a card that has none. */
  'cards.setFacts': command({
    input: z.object({
      requestId,
      id: customerId,
      filedOn: day.nullable(),
      noCodeReason: reason.nullable(),
      salespersonId: personId.nullable(),
    }),
    output: card,
    access: 'basic.write',
  }),
  /** 已核对,仍属实: the card as it was shown, of this revision, was compared with the world and is right; `card-changed` where it has changed since. */
  'cards.check': command({
    input: z.object({ requestId, id: customerId, revision: z.int() }),
    output: card,
    access: 'basic.write',
  }),
  /** The stale card that follows another one, the longest unchecked first; `left` counts all of them. */
  'cards.nextStale': query({
    input: z.object({ after: customerId.nullable() }),
    output: z.object({ id: customerId.nullable(), left: z.int() }),
    access: 'basic.read',
  }),
  /** 待复核资料卡: every stale card, the longest unchecked first. */
  'reports.staleCards': command({
    input: z.object({ requestId, language }),
    output: delivered,
    access: 'export.make',
    delivers: true,
  }),
} as const
