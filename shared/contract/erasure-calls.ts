import * as z from 'zod'
import { erasureScopes, subjectPattern } from '../domain/erasure.ts'
import { freeTextKinds } from '../domain/free-text.ts'
import { command, query } from './call.ts'
import { day, password, reason } from './people-shapes.ts'
import { attachment } from './attachment-calls.ts'
import { customerId, requestId } from './shapes.ts'

const subject = z.string().regex(subjectPattern)
const scope = z.enum(erasureScopes)
/** Copies of identity cards that show the person; left out, those of the customer go with the person in charge. */
const papers = z.array(z.int().positive()).max(200).optional()

/** Why a person can not be erased now; `detail` is a number, an id or a day. */
const erasureObstacle = z.object({
  code: z.enum([
    'merged', // the card was merged into another one, on which it is asked for
    'pending', // an application is in the chain
    'changePending', // a change of one of the boxes waits for its approval
    'limitInForce', // somebody has to be in charge as long as a limit is in force
    'recordsDiffer', // what was decided is not as the log has it: look into that first
    'empty', // nothing is known of the person
  ]),
  detail: z.string(),
})
export type ErasureObstacle = z.infer<typeof erasureObstacle>

/** How many boxes, rows and records an erasure is about. */
const erasedCounts = z.object({
  boxes: z.int(),
  history: z.int(),
  drafts: z.int(),
  submissions: z.int(),
  packets: z.int(),
  merges: z.int(),
  changeRequests: z.int(),
  verifications: z.int(),
  papers: z.int(),
  answers: z.int(),
  /** Sentences that somebody wrote, out of which the person is taken. */
  texts: z.int(),
})
export type ErasedCounts = z.infer<typeof erasedCounts>

/** A sentence that speaks of the person. */
const freeTextPlace = z.object({
  /** Whose it is where it is another customer's. */
  customerNo: z.string().nullable(),
  kind: z.enum(freeTextKinds),
  /** The number of an application or of a customer, the name of a box, an id or a day. */
  record: z.string(),
  /** The path of a box, the post that signed, the item that was checked, or which words of a record. */
  detail: z.string(),
  /** The words around the mention, delicate ones masked; nothing for who may not read them. */
  excerpt: z.string().nullable(),
  /** Whether it, or something of it, is left for a person to look at. */
  stays: z.boolean(),
  /** Whether it most likely speaks of somebody or something else: it has the two characters of a name, or the same words. */
  byChance: z.boolean(),
})
export type FreeTextPlace = z.infer<typeof freeTextPlace>

/**
 * Who still has it: so many backups here, the last of which is gone on that day, files of a damaged database, which go at once, and copies
 * that were carried elsewhere.
 */
const backupsLeft = z.object({ count: z.int(), until: day.nullable(), damaged: z.int(), elsewhere: z.boolean() })

/** Erasing a person whose data the company keeps (rules 11). */
export const erasureCalls = {
  /** What an erasure would be about and what stands against it; nothing is changed. */
  'personal.erasurePreview': query({
    input: z.object({ customerId, subject, scope, papers }),
    output: z.object({
      counts: erasedCounts,
      obstacles: z.array(erasureObstacle),
      /** The copies of identity cards of the customer, and whether each would go. */
      papers: z.array(attachment.pick({ id: true, fileName: true, addedAt: true }).extend({ goes: z.boolean() })),
      /** Other places on the card where the same name stands, such as `people.buyer.1`: they are asked for by themselves. */
      elsewhere: z.array(z.string()),
      /**
       * Sentences that speak of the person, those that are left to look at first and those that do so by chance last; `placesTotal`
       * counts also what is not listed.
       */
      places: z.array(freeTextPlace),
      placesTotal: z.int(),
      backups: backupsLeft,
    }),
    access: 'personal.manage',
  }),
  /**
   * Erases a person from the card and from everything that was kept of it; the log stays whole. Refused as `erasure-impossible` with what
   * stands against it, and as `busy` while a file is being made or read.
   */
  'personal.erase': command({
    input: z.object({ requestId, customerId, subject, scope, papers, reason, password }),
    output: z.object({
      counts: erasedCounts,
      backups: backupsLeft,
      /** Whether the file itself has been cleared already; if not, that is done when the program is next started. */
      isCleared: z.boolean(),
    }),
    access: 'personal.manage',
  }),
} as const
