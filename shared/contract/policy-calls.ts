import * as z from 'zod'
import { command, query } from './call.ts'
import { day, fen, password, person, personId, post, reason } from './people-shapes.ts'
import { instant, nothing, requestId } from './shapes.ts'

/** 审批权限表: tiers from the smallest amount up; the last one has no end, and each has at least two posts. */
const matrix = z.object({
  tiers: z
    .array(z.object({ upTo: fen.nullable(), posts: z.array(post).min(2).readonly() }))
    .min(1)
    .max(6)
    .readonly(),
})

const percent = z.int().min(1).max(100)
/** Periods and thresholds of the company. */
export const terms = z.object({
  monthsAB: z.int().min(1).max(24),
  monthsC: z.int().min(1).max(24),
  monthsFirst: z.int().min(1).max(12),
  temporaryDays: z.int().min(1).max(180),
  temporaryPercent: percent,
  delegationDays: z.int().min(1).max(60),
  visitFrom: fen,
  allItemsFrom: fen,
  firstPercent: percent,
  firstMost: fen,
  completenessPercent: z.int().min(0).max(100),
  registryDays: z.int().min(1).max(365),
  reviewDays: z.int().min(1).max(60),
  reminderDays: z.int().min(1).max(90),
  staleMonths: z.int().min(1).max(60),
})

/** What a proposal asks for. `startsOn` is the first day on which it holds. */
const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('matrix'), matrix, startsOn: day }),
  z.object({ kind: z.literal('terms'), terms, startsOn: day }),
  z.object({ kind: z.literal('post'), account: personId, post }),
])
export type PolicyChange = z.infer<typeof change>

const proposal = z.object({
  id: z.int(),
  change,
  /** Whose account a proposal about a post means. */
  person: person.nullable(),
  state: z.enum(['open', 'approved', 'refused']),
  proposedBy: person,
  proposedAt: instant,
  decidedBy: person.nullable(),
  decidedAt: instant.nullable(),
  /** Why it was proposed, and why it was decided so. */
  reason: z.string().nullable(),
  decisionReason: z.string().nullable(),
  /** Whether the person who asks may decide it. */
  mayDecide: z.boolean(),
})
export type Proposal = z.infer<typeof proposal>

/** How the company approves: posts, the matrix in versions with start dates, periods; changed by proposal (rules 1, 2). */
export const policyCalls = {
  'policy.current': query({
    input: nothing,
    output: z.object({
      matrix,
      matrixSince: day.nullable(),
      terms,
      termsSince: day.nullable(),
      proposals: z.array(proposal),
    }),
    access: 'person',
  }),
  'policy.propose': command({
    input: z.object({ requestId, change, reason }),
    output: proposal,
    access: 'policy.propose',
  }),
  /** 总经理 decides; who may is judged by the proposal, so that an attempt to approve one's own is logged. */
  'policy.decide': command({
    input: z.object({ requestId, id: z.int().positive(), approve: z.boolean(), reason, password }),
    output: proposal,
    access: 'person',
  }),
} as const
