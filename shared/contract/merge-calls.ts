import * as z from 'zod'
import { mergeChoices } from '../domain/merge.ts'
import { limitToday } from './application-calls.ts'
import { command, query } from './call.ts'
import { day, reason } from './people-shapes.ts'
import { shownValues } from './errors.ts'
import { customerId, instant, requestId } from './shapes.ts'

const line = z.object({ id: customerId, customerNo: z.string(), name: z.string() })

/** A reason why two cards can not be merged, or a merge not be taken back; `detail` is a number, a path or a day. */
const obstacle = z.object({
  code: z.enum([
    'same', // both ids are one card
    'merged', // one of them was merged already
    'archived', // the card that would live on has been put aside
    'pending', // an application is in the chain
    'undone', // the merge was taken back already
    'late', // more than thirty days have gone by
    'laterMerge', // another card was merged since
    'decided', // an application was submitted or decided since
    'changed', // a box that the merge chose was changed since
    'nextCredit', // the next KH002 was begun since
  ]),
  detail: z.string(),
})
export type MergeObstacle = z.infer<typeof obstacle>

const card = line.extend({
  revision: z.int(),
  createdAt: instant,
  createdBy: z.string(),
  changedAt: instant,
  changedBy: z.string(),
  archived: z.boolean(),
  ...shownValues.shape,
  limit: limitToday,
})

const item = z.object({
  key: z.string(),
  kind: z.enum(['box', 'rows']),
  paths: z.array(z.string()),
  same: z.boolean(),
  proposed: z.enum(mergeChoices),
  locked: z.enum(['frozen']).nullable(),
  stands: z.enum(['keep', 'drop']).nullable(),
})

/** What is taken from which card, by the key of the item. */
const choices = z.record(z.string().max(80), z.enum(mergeChoices))

/** One merge as it is told of. */
const merge = z.object({
  id: z.int(),
  keep: line,
  drop: line,
  at: instant,
  by: z.string(),
  reason: z.string(),
  boxes: z.int(),
  /** The last day on which it can be taken back. */
  until: day,
  undone: z.object({ at: instant, by: z.string() }).nullable(),
  obstacles: z.array(obstacle),
})
export type Merge = z.infer<typeof merge>

/** Two cards of one customer become one, and two again (rules 22). */
export const mergeCalls = {
  /** Both cards side by side; `keep` is the older one, whichever is named first. */
  'customers.mergePreview': query({
    input: z.object({ a: customerId, b: customerId }),
    output: z.object({
      keep: card,
      drop: card,
      items: z.array(item),
      /** What hangs on the card that is dropped and can be reached from the other one afterwards. */
      moves: z.object({
        attachments: z.int(),
        verifications: z.int(),
        applications: z.int(),
        changes: z.int(),
        /** Boxes of the company and tags that the card which is kept says nothing in; where both do, its own stay. */
        extraBoxes: z.int(),
        tags: z.int(),
        drafts: z.array(z.object({ by: z.string(), savedAt: instant })),
      }),
      /** Whose limit stays in force, where there is one. */
      limitFrom: z.enum(['keep', 'drop']).nullable(),
      obstacles: z.array(obstacle),
    }),
    access: 'customers.merge',
  }),
  /** The boxes that would be left out of the merge by the choices made, as nobody has agreed to them or their purpose is not recorded. */
  'customers.mergeClosed': query({
    input: z.object({ a: customerId, b: customerId, choices }),
    output: z.object({ boxes: z.array(z.string()) }),
    access: 'customers.merge',
  }),
  /**
   * Merges the younger card into the older one. What is not in `choices` is taken as it was proposed; another choice in a key box that
   * stands becomes a change request, whose id is answered, and what would come into a closed box is left out (`leftOut`).
   */
  'customers.merge': command({
    input: z.object({
      requestId,
      keepId: customerId,
      dropId: customerId,
      keepRevision: z.int(),
      dropRevision: z.int(),
      choices,
      reason,
    }),
    output: z.object({
      id: z.int(),
      keepId: customerId,
      revision: z.int(),
      request: z.int().nullable(),
      leftOut: z.array(z.string()),
    }),
    access: 'customers.merge',
  }),
  /** Takes a merge back: both cards are as they were, with what was done to the surviving one since. */
  'customers.unmerge': command({
    input: z.object({ requestId, id: z.int().positive(), reason }),
    output: z.object({ keepId: customerId, dropId: customerId }),
    access: 'customers.merge',
  }),
  /** Every merge in which a customer had a part, newest first, with what keeps it from being taken back. */
  'customers.merges': query({
    input: z.object({ customerId }),
    output: z.object({ merges: z.array(merge) }),
    access: 'basic.read',
  }),
  /** Merged cards whose number or name contains a text, with the card that lives on. */
  'customers.mergedHits': query({
    input: z.object({ search: z.string().max(100) }),
    output: z.object({ cards: z.array(line.extend({ into: line })) }),
    access: 'basic.read',
  }),
} as const
