import * as z from 'zod'
import { valueSchema } from '../../../../shared/catalogue/derive/schema.ts'
import { flag, grade } from '../../../../shared/contract/application-calls.ts'
import { day, fen, post } from '../../../../shared/contract/people-shapes.ts'
import { language } from '../../../../shared/contract/shapes.ts'
import { applicationKinds, evidenceGrades, stepStates } from '../../../../shared/domain/application.ts'
import { verificationItems } from '../../../../shared/domain/verification.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What was submitted, as it was frozen (`submissions.snapshot`). */
const packetSnapshot = z.object({
  customerId: z.int(),
  customerNo: z.string(),
  number: z.string(),
  kind: z.enum(applicationKinds),
  revision: z.int(),
  amount: fen,
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  reason: z.string().nullable(),
  plan: z.array(z.object({ on: day, amount: fen })),
  salespersonId: z.int().nullable(),
  values: z.record(z.string(), valueSchema),
})

const packetStep = z.object({
  place: z.int(),
  attempt: z.int(),
  post,
  state: z.enum(stepStates),
  /** Names; nothing while nobody has signed. */
  signer: z.string().nullable(),
  onBehalfOf: z.string().nullable(),
  signedOn: day.nullable(),
  granted: fen.nullable(),
  grade: grade.nullable(),
  validTo: day.nullable(),
  comment: z.string().nullable(),
  evidence: z.enum(evidenceGrades).nullable(),
})
export type PacketStep = z.infer<typeof packetStep>

/**
 * Everything that the sheets of a 审批传递单 are made from: the same content always gives the same sheets, which is how a packet that
 * comes back is compared. Stored in `packets.content`, and as canonical JSON in the hidden sheet. Amounts in 分, days ISO.
 */
export const packetContent = z.object({
  packetId: z.uuid(),
  company: z.string(),
  applicationId: z.int(),
  submissionId: z.int(),
  /** Number of the application, such as `KH002-0123-02` or `KH002-0123-02-T1`. */
  number: z.string(),
  customerNo: z.string(),
  customerName: z.string(),
  kind: z.enum(applicationKinds),
  revision: z.int(),
  /** The step whose cells are open. */
  place: z.int(),
  attempt: z.int(),
  post,
  isLastStep: z.boolean(),
  /** What grade and 有效期至 are prefilled with in the last step. */
  defaults: z.object({ grade: grade.nullable(), validTo: day.nullable() }),
  language,
  /** Prints the delicate boxes of KH001 and KH002, too. */
  withDelicate: z.boolean(),
  madeBy: z.string(),
  madeOn: day,
  /** The newest hash of the audit log. */
  logHead: hash,
  snapshot: packetSnapshot,
  digest: hash,
  submittedOn: day,
  filler: z.string(),
  salesperson: z.string().nullable(),
  /** What 同意 grants: the amount that the level below granted, or the one that was asked for (`snapshot.amount`). */
  offered: fen,
  /** The limits of today, and what this application would make of them (`total`). */
  limits: z.object({
    standing: fen,
    standingTo: day.nullable(),
    temporary: fen,
    temporaryTo: day.nullable(),
    total: fen,
  }),
  earlierLimits: z.array(
    z.object({
      number: z.string(),
      kind: z.enum(applicationKinds),
      amount: fen,
      grade: grade.nullable(),
      from: day,
      to: day,
      closedOn: day.nullable(),
    }),
  ),
  /** What differs from the last approved card, which `lastTime` names; and from the version before, after a rework. */
  lastTime: z.object({ number: z.string(), on: day }).nullable(),
  changes: z.array(z.object({ path: z.string(), from: valueSchema, to: valueSchema })),
  versionChanges: z.array(z.object({ path: z.string(), from: valueSchema, to: valueSchema })),
  verification: z.array(
    z.object({
      item: z.enum(verificationItems),
      required: z.boolean(),
      state: z.enum(['done', 'missing', 'outdated', 'contradicts']),
      verifier: z.string().nullable(),
      checkedOn: day.nullable(),
      note: z.string().nullable(),
      files: z.array(z.string()),
    }),
  ),
  attachments: z.array(z.object({ fileName: z.string(), kind: z.string(), bytes: z.int(), sha256: hash })),
  flags: z.array(flag),
  /** The chain so far, in its order: the newest attempt of each place. */
  steps: z.array(packetStep),
})
export type PacketContent = z.infer<typeof packetContent>
