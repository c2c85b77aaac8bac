import * as z from 'zod'
import { valueSchema } from '../catalogue/derive/schema.ts'
import {
  applicationKinds,
  applicationStates,
  decisions,
  evidenceGrades,
  flagCodes,
  stepStates,
} from '../domain/application.ts'
import { attachment, verificationState } from './attachment-calls.ts'
import { command, query } from './call.ts'
import { shownValues } from './errors.ts'
import { day, fen, password, person, personId, post, reason } from './people-shapes.ts'
import { customerId, delivered, instant, language, nothing, requestId } from './shapes.ts'

const applicationId = z.int().positive()
export const grade = z.enum(['A', 'B', 'C'])
/** A state as it is shown: an approved limit whose days are over is 已过期. */
const shownState = z.enum([...applicationStates, 'expired'])

/** One line of the queue, of a customer's applications, of a list behind a number on 今日. */
export const applicationRow = z.object({
  id: applicationId,
  number: z.string(),
  customerId,
  customerNo: z.string(),
  customerName: z.string(),
  kind: z.enum(applicationKinds),
  state: shownState,
  revision: z.int(),
  /** The post whose turn it is, while pending. */
  post: post.nullable(),
  amount: fen.nullable(),
  approvedLimit: fen.nullable(),
  approvedGrade: grade.nullable(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  filler: z.string(),
  submittedAt: instant.nullable(),
  /** Working days that the open step has waited; three are late, five go to the next level, too (rules 14). */
  waited: z.int().nullable(),
  /** Whether the person who asks has to do something with it. */
  mine: z.boolean(),
})
export type ApplicationRow = z.infer<typeof applicationRow>

/** One step of the chain as it was or is to be signed. */
export const chainStep = z.object({
  place: z.int(),
  attempt: z.int(),
  post,
  state: z.enum(stepStates),
  /** Who may sign it while it is open or waiting. */
  candidates: z.array(z.string()),
  signer: person.nullable(),
  onBehalfOf: person.nullable(),
  granted: fen.nullable(),
  grade: grade.nullable(),
  validTo: day.nullable(),
  comment: z.string().nullable(),
  flagsSeen: z.array(z.string()),
  evidence: z.enum(evidenceGrades).nullable(),
  signedAt: instant.nullable(),
})
export type ChainStep = z.infer<typeof chainStep>

/** A red flag; `key` is what is ticked, `facts` fill its sentence. */
export const flag = z.object({
  key: z.string(),
  code: z.enum(flagCodes),
  facts: z.record(z.string(), z.string()),
})
export type Flag = z.infer<typeof flag>

const boxChange = z.object({ path: z.string(), from: valueSchema, to: valueSchema })
export type BoxChange = z.infer<typeof boxChange>

/** A difference as a screen gets it: of a delicate box that is not revealed only that it differs. */
const shownChange = boxChange.extend({ isMasked: z.boolean() })
export type ShownChange = z.infer<typeof shownChange>

/** Why an application can not be submitted yet; `fields` are boxes, `detail` names posts, people or items. */
export const gateProblem = z.object({
  code: z.enum([
    'verification-missing',
    'incomplete',
    'contacts-missing',
    'carried-unconfirmed',
    'amount-missing',
    'amount-too-large',
    'amount-not-lower',
    'no-standing-limit',
    'period-invalid',
    'plan-missing',
    'reason-missing',
    'salesperson-missing',
    'credit-code-missing',
    'other-pending',
    'no-approver',
    'too-few-signers',
    'nothing-changed',
  ]),
  fields: z.array(z.string()),
  detail: z.string(),
})
export type GateProblem = z.infer<typeof gateProblem>

/** A limit as it was granted; amounts in 分. */
export const grant = z.object({
  applicationId,
  number: z.string(),
  kind: z.enum(applicationKinds),
  amount: fen,
  grade: grade.nullable(),
  from: day,
  to: day,
  /** The day on which a later approval ended it. */
  closedOn: day.nullable(),
  isFirst: z.boolean(),
  releasedOn: day.nullable(),
})
export type GrantRow = z.infer<typeof grant>

/** What a customer may owe today, and what it rests on. */
export const limitToday = z.object({
  state: z.enum(['none', 'inForce', 'expired', 'frozen']),
  standing: fen,
  /** What was approved; more than `standing` while a first limit is released in steps, or after it has expired. */
  approved: fen,
  temporary: fen,
  total: fen,
  grade: grade.nullable(),
  validTo: day.nullable(),
  temporaryTo: day.nullable(),
  review: z.object({ causes: z.array(z.string()), dueOn: day }).nullable(),
})
export type LimitToday = z.infer<typeof limitToday>

const repayment = z.object({ on: day, amount: fen })

/** A customer that belongs to another one, with what it may owe or asks for. */
const relatedLimit = z.object({ id: customerId, customerNo: z.string(), name: z.string(), amount: fen })
export type RelatedLimit = z.infer<typeof relatedLimit>

/** Everything that one decision rests on. */
export const applicationDetail = applicationRow.extend({
  salesperson: person.nullable(),
  reason: z.string().nullable(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  plan: z.array(repayment),
  /** The submitted card and file, or what stands now while it is a draft. */
  ...shownValues.shape,
  digest: z.string().nullable(),
  limit: limitToday,
  /** What this application would make of the limit, temporary and pending ones included. */
  totalLimit: fen,
  /** The customers whose limits count with it (rules 2). */
  related: z.array(relatedLimit),
  changes: z.object({
    /** Against the last approved card; `lastTime` names it. */
    lastTime: z.object({ number: z.string(), on: day }).nullable(),
    sinceLastTime: z.array(shownChange),
    /** Against the version before, after a rework. */
    sinceLastVersion: z.array(shownChange),
    /** 提交后资料已变更. */
    sinceSubmission: z.array(shownChange),
  }),
  flags: z.array(flag),
  verification: z.array(verificationState),
  attachments: z.array(attachment),
  steps: z.array(chainStep),
  earlierSteps: z.array(z.object({ revision: z.int(), steps: z.array(chainStep) })),
  opinions: z.array(
    z.object({
      id: z.int(),
      askedBy: z.string(),
      person,
      question: z.string(),
      answer: z.string().nullable(),
      answeredAt: instant.nullable(),
    }),
  ),
  withdrawal: z.object({ at: instant, reason: z.string() }).nullable(),
  /** What the person who asks may do now; `whyNot` says why signing is not among it. */
  may: z.object({
    sign: z.boolean(),
    whyNot: z
      .enum(['not-your-turn', 'own-application', 'signed-already', 'needed-above', 'changes-unconfirmed'])
      .nullable(),
    onBehalfOf: person.nullable(),
    edit: z.boolean(),
    submit: z.boolean(),
    withdraw: z.boolean(),
    askWithdrawal: z.boolean(),
    answerOpinion: z.boolean(),
    confirmChanges: z.boolean(),
    makePacket: z.boolean(),
  }),
  /** The last signature decides grade and 有效期至; these are the defaults. */
  isLastStep: z.boolean(),
  defaults: z.object({ grade: grade.nullable(), validTo: day.nullable(), validToByGrade: z.record(grade, day) }),
})
export type ApplicationDetail = z.infer<typeof applicationDetail>

const request = z.object({
  salespersonId: personId.nullable(),
  /** For 临时额度 and lowering; a standing limit is asked for in the KH002 itself. */
  amount: fen.nullable(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  reason: reason.nullable(),
  plan: z.array(repayment).max(24),
})

/** What somebody decides about the open step. */
const decide = z.object({
  decision: z.enum(decisions),
  /** The limit that is granted, when lowered. */
  granted: fen.nullable(),
  grade: grade.nullable(),
  validTo: day.nullable(),
  comment: reason,
  returnTo: z.enum(['filler', 'previous']),
  flagsSeen: z.array(z.string()),
})

export const todayKeys = [
  'sign',
  'late',
  'personalLate',
  'personalOpen',
  'retention',
  'rework',
  'confirmChanges',
  'opinions',
  'confirmPackets',
  'proposals',
  'changes',
  'withdrawals',
  'drafts',
  'expiring',
  'expired',
  'review',
  'stale',
  'incomplete',
  'duplicates',
] as const
export type TodayKey = (typeof todayKeys)[number]

/** Limits: asked for, checked, signed, in force. */
export const applicationCalls = {
  'applications.list': query({
    input: z.object({
      scope: z.enum(['mine', 'pending', 'all']),
      customerId: customerId.nullable(),
      search: z.string().max(100),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.object({ total: z.int(), rows: z.array(applicationRow) }),
    access: 'approval.read',
  }),
  'applications.open': query({
    input: z.object({ id: applicationId }),
    output: applicationDetail,
    access: 'approval.read',
  }),
  /** Begins an application; a standing one goes on with the KH002 in hand or, after a decision, with a copy of the last one, marked 上次. */
  'applications.begin': command({
    input: z.object({ requestId, customerId, kind: z.enum(applicationKinds) }),
    output: z.object({ id: applicationId }),
    access: 'approval.apply',
  }),
  'applications.change': command({
    input: z.object({ requestId, id: applicationId, request }),
    output: nothing,
    access: 'approval.apply',
  }),
  /** Confirms answers taken over from the last card as they are. */
  'applications.confirmCarried': command({
    input: z.object({ requestId, customerId, paths: z.array(z.string().max(80)).min(1).max(200) }),
    output: z.object({ carried: z.array(z.string()) }),
    access: 'credit.write',
  }),
  /** What stands in the way of a submission. */
  'applications.check': query({
    input: z.object({ id: applicationId }),
    output: z.object({
      problems: z.array(gateProblem),
      steps: z.array(chainStep),
      totalLimit: fen,
      related: z.array(relatedLimit),
    }),
    access: 'approval.apply',
  }),
  /** Runs the gates, freezes the form and opens the first step. Refused with `gates-closed` and the problems in `fields`. */
  'applications.submit': command({
    input: z.object({ requestId, id: applicationId }),
    output: z.object({ revision: z.int() }),
    access: 'approval.apply',
  }),
  'applications.decide': command({
    input: z.object({
      requestId,
      id: applicationId,
      revision: z.int(),
      place: z.int(),
      attempt: z.int(),
      ...decide.shape,
      password,
    }),
    output: z.object({ state: shownState }),
    access: 'approval.sign',
  }),
  /** Takes an application back: at once before the first signature, later by asking whoever's turn it is. */
  'applications.withdraw': command({
    input: z.object({ requestId, id: applicationId, reason }),
    output: z.object({ state: shownState }),
    access: 'approval.apply',
  }),
  'applications.askOpinion': command({
    input: z.object({ requestId, id: applicationId, person: personId, question: reason.min(1) }),
    output: nothing,
    access: 'approval.sign',
  }),
  'applications.giveOpinion': command({
    input: z.object({ requestId, id: applicationId, answer: reason.min(1) }),
    output: nothing,
    access: 'approval.read',
  }),
  /** Whoever has signed confirms that the signature stands although the card was changed since. */
  'applications.confirmChanges': command({
    input: z.object({ requestId, id: applicationId, password }),
    output: nothing,
    access: 'approval.sign',
  }),

  'limits.ofCustomer': query({
    input: z.object({ customerId }),
    output: z.object({
      today: limitToday,
      grants: z.array(grant),
      /** The effective limit from day to day, one entry per change. */
      course: z.array(z.object({ from: day, total: fen })),
      applications: z.array(applicationRow),
      /** Answers of the KH002 in hand that were taken over and not confirmed. */
      carried: z.array(z.string()),
      /** Whether the KH002 in hand is frozen, and by which application. */
      frozenBy: applicationId.nullable(),
      salesperson: person.nullable(),
    }),
    access: 'approval.read',
  }),
  /** One full invoice was paid on time from the customer's own account: the whole of a first limit opens. */
  'limits.release': command({
    input: z.object({ requestId, applicationId, paidOn: day, invoice: z.string().trim().min(1).max(100) }),
    output: nothing,
    access: 'limit.release',
  }),

  'today.summary': query({
    input: nothing,
    output: z.object({ counts: z.array(z.object({ key: z.enum(todayKeys), count: z.int() })) }),
    access: 'person',
  }),
  'today.rows': query({
    input: z.object({ key: z.enum(todayKeys) }),
    output: z.object({
      rows: z.array(
        z.object({
          kind: z.enum(['application', 'customer', 'proposal', 'packet', 'change', 'pair', 'person', 'retention']),
          /** What it is about; of a person, the customer. */
          id: z.int(),
          title: z.string(),
          number: z.string(),
          amount: fen.nullable(),
          on: day.nullable(),
        }),
      ),
    }),
    access: 'person',
  }),

  /** 审批记录: one row a signature. */
  'reports.approvalLog': command({
    input: z.object({ requestId, from: day, to: day, language }),
    output: delivered,
    access: 'export.make',
    delivers: true,
  }),
  /** 额度台账: one row a limit; totals foot. */
  'reports.limitLedger': command({
    input: z.object({ requestId, on: day, language }),
    output: delivered,
    access: 'export.make',
    delivers: true,
  }),
} as const
