import * as z from 'zod'
import { attachmentKinds, verificationItems } from '../domain/verification.ts'
import { command, query } from './call.ts'
import { day, person } from './people-shapes.ts'
import { subject } from './personal-calls.ts'
import { customerId, delivered, instant, nothing, requestId } from './shapes.ts'
import { uploadId } from './uploads.ts'

export const attachment = z.object({
  id: z.int(),
  customerId,
  kind: z.enum(attachmentKinds),
  fileName: z.string(),
  type: z.enum(['pdf', 'jpg', 'png', 'docx', 'xlsx']),
  bytes: z.int(),
  sha256: z.string(),
  addedAt: instant,
  addedBy: z.string(),
})
export type Attachment = z.infer<typeof attachment>

const text = z.string().trim().max(200)

/** What was found by each item; compared with the card when a limit is asked for. */
export const verificationFacts = z.discriminatedUnion('item', [
  /** (a) name, code and legal representative as the licence says; a sole trader may show lease, utility bill and a visit instead. */
  z.object({
    item: z.literal('licence'),
    evidence: z.enum(['licence', 'leaseAndBill']),
    name: text.min(1),
    creditCode: text,
    representative: text.min(1),
  }),
  /** (b) the national publicity system, noted. */
  z.object({
    item: z.literal('registry'),
    status: z.enum(['normal', 'abnormal', 'enforcement', 'notFound']),
  }),
  /** (c) a call to a number that was not found on the salesman's paper. */
  z.object({
    item: z.literal('callback'),
    phone: text.min(1),
    source: z.enum(['registry', 'directory', 'contract']),
    spokeWith: text.min(1),
    confirmed: z.boolean(),
  }),
  /** (d) a second person's visit, and where goods will be delivered to whom. */
  z.object({
    item: z.literal('visit'),
    agrees: z.boolean(),
    deliveryAddress: text.min(1),
    consignee: text.min(1),
    consigneePhone: text,
  }),
  /** (e) the account is the customer's own. */
  z.object({ item: z.literal('account'), accountName: text.min(1), accountNo: text.min(1) }),
])
export type VerificationFacts = z.infer<typeof verificationFacts>

/** How one item stands for an amount that is asked for. */
export const verificationState = z.object({
  item: z.enum(verificationItems),
  required: z.boolean(),
  state: z.enum(['done', 'missing', 'outdated', 'contradicts']),
  checkedOn: day.nullable(),
  verifier: person.nullable(),
  note: z.string().nullable(),
  facts: verificationFacts.nullable(),
  files: z.array(z.object({ id: z.int(), fileName: z.string() })),
})
export type VerificationState = z.infer<typeof verificationState>

/** Papers of a customer, and who checked what of them. */
export const attachmentCalls = {
  'attachments.list': query({
    input: z.object({ customerId }),
    output: z.object({ attachments: z.array(attachment) }),
    access: 'credit.read',
  }),
  /** Keeps an uploaded file by its hash; what it is is decided by its content. pdf, jpg, png, docx, xlsx, at most 20 MB. */
  'attachments.add': command({
    input: z.object({
      requestId,
      customerId,
      upload: uploadId,
      fileName: z.string().min(1).max(255),
      kind: z.enum(attachmentKinds),
      /** Whose identity paper it is; asked for there, and the person has to have agreed (rules 11). */
      subject: subject.optional(),
    }),
    output: attachment,
    access: 'approval.read',
  }),
  /** Hands out a copy; the original stays as it is. */
  'attachments.copy': command({
    input: z.object({ requestId, id: z.int().positive() }),
    output: delivered,
    access: 'credit.read',
    delivers: true,
  }),
  'verifications.list': query({
    input: z.object({ customerId, amount: z.int().min(0).nullable() }),
    output: z.object({ items: z.array(verificationState) }),
    access: 'approval.read',
  }),
  /** Refused for whoever filled in or edited the card, and for the salesperson: `own-application`. */
  'verifications.record': command({
    input: z.object({
      requestId,
      customerId,
      facts: verificationFacts,
      checkedOn: day,
      note: z.string().trim().max(1000).nullable(),
      files: z.array(z.int().positive()).max(20),
    }),
    output: nothing,
    access: 'approval.verify',
  }),
} as const
