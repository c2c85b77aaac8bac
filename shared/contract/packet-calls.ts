import * as z from 'zod'
import { decisions, evidenceGrades } from '../domain/application.ts'
import { grade } from './application-calls.ts'
import { command, query } from './call.ts'
import { day, fen, password, person, post } from './people-shapes.ts'
import { delivered, instant, language, nothing, requestId } from './shapes.ts'
import { uploadId } from './uploads.ts'

/** What the open cells of a packet say, after they were understood. */
export const packetAnswer = z.object({
  decision: z.enum(decisions),
  granted: fen.nullable(),
  grade: grade.nullable(),
  validTo: day.nullable(),
  comment: z.string(),
  signature: z.string(),
  signedOn: day,
})
export type PacketAnswer = z.infer<typeof packetAnswer>

export const packetProblems = [
  'not-xlsx',
  'macro-file',
  'too-large',
  'zip-bomb',
  'too-many-cells',
  'unreadable',
  'not-a-packet',
  'wrong-company',
  'unknown-packet',
  'extra-sheet',
  'missing-sheet',
  'cell-changed',
  'older-revision',
  'step-decided',
  'wrong-step',
  'decision-missing',
  'decision-unknown',
  'amount-not-number',
  'amount-too-large',
  'comment-missing',
  'valid-to-invalid',
  'valid-to-missing',
  'grade-unknown',
  'grade-missing',
  'signature-missing',
  'signer-unknown',
  'signer-is-filler',
  'signer-signed-already',
  'date-missing',
  'date-future',
  'date-before-submission',
  'needs-key',
  'key-wrong',
  'flags-since',
] as const
export type PacketProblem = (typeof packetProblems)[number]

/** Why a packet is refused: the sheet and cell, what should stand there and what does. */
export const packetRefusal = z.object({
  code: z.enum(packetProblems),
  sheet: z.string(),
  cell: z.string(),
  expected: z.string(),
  found: z.string(),
})
export type PacketRefusal = z.infer<typeof packetRefusal>

/** A packet that came back, before it is recorded. */
export const packetReading = z.object({
  packetId: z.string().nullable(),
  applicationId: z.int().nullable(),
  number: z.string(),
  customerName: z.string(),
  revision: z.int().nullable(),
  post: post.nullable(),
  answer: packetAnswer.nullable(),
  signer: person.nullable(),
  onBehalfOf: person.nullable(),
  evidence: z.enum(evidenceGrades).nullable(),
  /** The same answer was recorded already: nothing is left to do. */
  alreadyRecorded: z.boolean(),
  refusals: z.array(packetRefusal),
})
export type PacketReading = z.infer<typeof packetReading>

const waitingReturn = z.object({
  id: z.int(),
  applicationId: z.int(),
  number: z.string(),
  customerName: z.string(),
  post,
  answer: packetAnswer,
  signer: person,
  importedBy: person,
  importedAt: instant,
  scanId: z.int().nullable(),
  mayConfirm: z.boolean(),
})
export type WaitingReturn = z.infer<typeof waitingReturn>

/** 审批传递单: a workbook that travels to whoever signs, and is read back (rules 5). */
export const packetCalls = {
  'packets.make': command({
    input: z.object({ requestId, applicationId: z.int().positive(), language }),
    output: delivered,
    access: 'approval.read',
    delivers: true,
  }),
  /** Looks at a returned packet; nothing is recorded. */
  'packets.read': command({
    input: z.object({ requestId, upload: uploadId }),
    output: packetReading,
    access: 'approval.read',
  }),
  /** Records a packet without refusals: 乙 at once, 丙 when a second person has confirmed it. `scan` is an attachment. */
  'packets.record': command({
    input: z.object({ requestId, upload: uploadId, scan: z.int().positive().nullable() }),
    output: z.object({ state: z.enum(['recorded', 'waiting']) }),
    access: 'approval.read',
  }),
  'packets.waiting': query({
    input: nothing,
    output: z.object({ returns: z.array(waitingReturn) }),
    access: 'approval.read',
  }),
  /** A second person, neither filler nor importer, has compared sheet and signature. */
  'packets.confirm': command({
    input: z.object({ requestId, id: z.int().positive(), accept: z.boolean(), password }),
    output: nothing,
    access: 'approval.read',
  }),
  /** In the approver's own copy of the program: signs a filled-in packet with the approver's key. */
  'packets.sign': command({
    input: z.object({ requestId, upload: uploadId, password }),
    output: delivered,
    access: 'person',
    delivers: true,
  }),
  /** The public key of the person who asks, made on first use, to be handed to the administrator. */
  'keys.mine': command({
    input: z.object({ password }),
    output: z.object({ publicKey: z.string() }),
    access: 'person',
  }),
  /** Takes down an approver's public key; `password` is the approver's, who is there in person. */
  'keys.register': command({
    input: z.object({ requestId, account: z.int().positive(), publicKey: z.string().trim().max(200), password }),
    output: nothing,
    access: 'account.manage',
  }),
} as const
