import * as z from 'zod'
import { valueSchema } from '../catalogue/derive/schema.ts'
import { consentManners, personalClasses, requestKinds } from '../domain/personal.ts'
import { command, query } from './call.ts'
import { day, person, reason } from './people-shapes.ts'
import { customerId, delivered, draftCells, draftKey, instant, language, nothing, requestId } from './shapes.ts'

const personalClass = z.enum(personalClasses)
const sentence = z.string().trim().min(2).max(500)
const note = z.string().trim().max(500).nullable()

/** A person on a card by the path of the row, such as `people.buyer.2`. */
export const subject = z.string().regex(/^people\.(principal|influencer|buyer|seller)\.[1-9]\d?$/)

const purpose = z.object({
  class: personalClass,
  purpose: z.string(),
  necessity: z.string(),
  /** Months after the customer was put aside, or last changed or traded. */
  retentionMonths: z.int(),
  /** Whether 慎用 boxes ask for consent, too; 敏感 ones always do. */
  needsConsent: z.boolean(),
  setAt: instant,
  setBy: person,
})
export type Purpose = z.infer<typeof purpose>

const consent = z.object({
  id: z.int(),
  /** Where the person stood when it was recorded. */
  subject: z.string(),
  name: z.string(),
  class: personalClass,
  givenOn: day,
  manner: z.enum(consentManners),
  note: z.string().nullable(),
  attachmentId: z.int().nullable(),
  recordedAt: instant,
  recordedBy: person,
  withdrawn: z.object({ on: day, at: instant, by: person, note: z.string().nullable() }).nullable(),
})
export type Consent = z.infer<typeof consent>

const personalRequest = z.object({
  id: z.int(),
  subject: z.string(),
  name: z.string(),
  kind: z.enum(requestKinds),
  receivedOn: day,
  /** Fifteen working days later. */
  dueOn: day,
  note: z.string().nullable(),
  recordedBy: person,
  state: z.enum(['open', 'done', 'refused']),
  /** Why it was refused, or what was done. */
  outcome: z.string().nullable(),
  closedOn: day.nullable(),
  closedBy: person.nullable(),
})
export type PersonalRequest = z.infer<typeof personalRequest>

const overkept = z.object({
  customerId,
  customerNo: z.string(),
  name: z.string(),
  class: personalClass,
  /** The person whose it is in the first place. */
  subject: z.string(),
  /** When the customer was put aside, or last changed or traded. */
  since: day,
  dueOn: day,
})
export type Overkept = z.infer<typeof overkept>

/** Somebody who saw or took along what a card says. */
const glance = z.object({ at: instant, by: z.string() })

const aboutPerson = z.object({
  /** What stands in the boxes, the delicate ones only while they are shown; `boxes` names all of them. */
  boxes: z.array(z.string()),
  values: z.record(z.string(), valueSchema),
  papers: z.array(z.object({ id: z.int(), fileName: z.string(), addedAt: instant })),
  reveals: z.array(glance),
  /** Files and prints with delicate boxes; `whole` ones were of many customers, and this one can be among them. */
  exports: z.array(glance.extend({ whole: z.boolean() })),
  requests: z.array(personalRequest),
})

/** Personal data (rules 11): what is masked, who looks behind the mask, what the company keeps it for, and who has agreed. */
export const personalCalls = {
  /**
   * Shows the delicate boxes of a customer to whoever has the right, for `seconds`: until then every call answers them to that person.
   * `draftKey` is that of a draft which is being gone on with, of the customer or of a new card; its delicate boxes come as `cells`.
   * Each time is a row of the log.
   */
  'personal.reveal': command({
    input: z.object({ customerId: customerId.optional(), draftKey: draftKey.optional() }),
    output: z.object({ values: z.record(z.string(), valueSchema), cells: draftCells, seconds: z.int() }),
    access: 'basic.read',
  }),
  /** Puts the mask back before the time is over. */
  'personal.conceal': command({ input: z.object({ customerId }), output: nothing, access: 'basic.read' }),
  /** Every purpose in force, and the versions before it, newest first. */
  'personal.purposes': query({
    input: nothing,
    output: z.object({ purposes: z.array(purpose), earlier: z.array(purpose) }),
    access: 'person',
  }),
  /** A new version of what a group is kept for; without it, boxes of the group are closed. */
  'personal.setPurpose': command({
    input: z.object({
      requestId,
      class: personalClass,
      purpose: sentence,
      necessity: sentence,
      retentionMonths: z.int().min(1).max(240),
      needsConsent: z.boolean(),
    }),
    output: nothing,
    access: 'personal.manage',
  }),
  /** Every consent of the people of a card, newest first, those of merged cards included. */
  'personal.consents': query({
    input: z.object({ customerId }),
    output: z.object({ consents: z.array(consent) }),
    access: 'basic.read',
  }),
  /** One row for each group that the person has agreed to; what was recorded before stays. */
  'personal.recordConsent': command({
    input: z.object({
      requestId,
      customerId,
      subject,
      classes: z.array(personalClass).min(1).max(personalClasses.length),
      givenOn: day,
      manner: z.enum(consentManners),
      note,
      /** A paper of the customer that shows it. */
      attachmentId: z.int().positive().nullable(),
    }),
    output: nothing,
    access: 'personal.handle',
  }),
  /** The boxes of the groups are closed again from that moment on. */
  'personal.withdrawConsent': command({
    input: z.object({
      requestId,
      customerId,
      subject,
      classes: z.array(personalClass).min(1).max(personalClasses.length),
      withdrawnOn: day,
      note,
    }),
    output: nothing,
    access: 'personal.handle',
  }),
  /** Everything that is kept about one person of a card, and who has seen it. */
  'personal.ofPerson': query({
    input: z.object({ customerId, subject }),
    output: aboutPerson,
    access: 'basic.read',
  }),
  /** The same as a workbook that can be handed to the person; the reason stands in the log. */
  'personal.copy': command({
    input: z.object({ requestId, customerId, subject, reason, language }),
    output: delivered,
    access: 'personal.handle',
    delivers: true,
  }),
  /** Notes what a person asked for and on which day; it is to be answered within fifteen working days. */
  'personal.request': command({
    input: z.object({ requestId, customerId, subject, kind: z.enum(requestKinds), receivedOn: day, note }),
    output: z.object({ id: z.int(), dueOn: day }),
    access: 'personal.handle',
  }),
  /** Ends a request: done, or refused with the reason that the person is told. */
  'personal.closeRequest': command({
    input: z.object({ requestId, id: z.int().positive(), done: z.boolean(), outcome: reason }),
    output: nothing,
    access: 'personal.handle',
  }),
  /** 到期待删除: cards that keep a group longer than the company meant to; `total` counts also what is not listed. */
  'personal.retention': query({
    input: nothing,
    output: z.object({ total: z.int(), rows: z.array(overkept) }),
    access: 'personal.manage',
  }),
  /** Keeps a group of a card on until a day. */
  'personal.keepOn': command({
    input: z.object({ requestId, customerId, class: personalClass, until: day, reason }),
    output: nothing,
    access: 'personal.manage',
  }),
} as const
