import { approvalPosts } from '../../../../shared/catalogue/approvals.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { localDay, workingDaysBetween } from '../../../../shared/domain/calendar.ts'
import type { Post } from '../../../../shared/domain/roles.ts'
import type { Language } from '../../../../shared/text/language.ts'
import { reportTexts } from '../../../../shared/text/reports.ts'
import type { PlainCell, PlainColumn } from '../../reports/plain-table.ts'
import { type ApplicationRecord, applicationsIn } from '../../repositories/applications.ts'
import { type StepRecord, stepsOf } from '../../repositories/approval-steps.ts'
import { customerLine } from '../../repositories/customers.ts'
import { survivorOf } from '../../repositories/merged-cards.ts'
import { lastSubmission, type SubmissionRecord, submissionsOf } from '../../repositories/submissions.ts'
import { type Context } from '../context.ts'
import { deliverTable } from '../deliver-report.ts'
import { policyOn } from '../policy/current-policy.ts'
import { limitFacts } from './limit-facts.ts'
import { type Names, namesIn } from './names.ts'
import { signatureText } from './signature-box.ts'

type Columns = readonly Omit<PlainColumn, 'head'>[]

const logColumns: Columns = [
  { format: 'date', width: 11 },
  { format: 'text', width: 17 },
  { format: 'text', width: 9 },
  { format: 'text', width: 24 },
  { format: 'text', width: 9 },
  { format: 'count', width: 6 },
  { format: 'text', width: 11 },
  { format: 'text', width: 16 },
  { format: 'text', width: 8 },
  { format: 'money', width: 15 },
  { format: 'money', width: 15 },
  { format: 'text', width: 6 },
  { format: 'date', width: 11 },
  { format: 'count', width: 8 },
  { format: 'text', width: 24 },
]

/**
 * 审批记录: one row a signature, in the order in which they were given.
 * @throws CallFailure `report-empty` where nothing was signed in those days, `cancelled`, `busy`, `disk-full`
 */
export function approvalLog(
  context: Context,
  input: Checked<'reports.approvalLog'>,
): Promise<Output<'reports.approvalLog'>> {
  const { from, to, language } = input
  const texts = reportTexts[language].approvalLog
  return deliverTable(context, input, {
    title: [texts.title, `${from}—${to}`],
    columns: headed(logColumns, texts.heads),
    rows: signedSteps(context, from, to).map(signed => logRow(context, signed, language)),
    event: { action: 'export.approvalLog', object: 'applications', facts: { from, to } },
  })
}

const headed = (columns: Columns, heads: readonly string[]): PlainColumn[] =>
  columns.map((column, index) => ({ ...column, head: heads[index] ?? '' }))

interface SignedStep {
  readonly application: ApplicationRecord
  readonly submission: SubmissionRecord
  readonly step: StepRecord
}

function signedSteps({ db }: Context, from: string, to: string): SignedStep[] {
  const applications = applicationsIn(db, ['draft', 'pending', 'returned', 'approved', 'rejected', 'withdrawn'])
  const steps = applications.flatMap(application =>
    submissionsOf(db, application.id).flatMap(submission =>
      stepsOf(db, submission.id).map((step): SignedStep => ({ application, submission, step })),
    ),
  )
  return steps
    .filter(({ step, submission }) => step.signedOn !== null && isOwn(step, submission))
    .filter(({ step }) => (step.signedOn ?? '') >= from && (step.signedOn ?? '') <= to)
    .sort((a, b) => ((a.step.signedAt ?? '') < (b.step.signedAt ?? '') ? -1 : 1))
}

/** A signature that a rework kept stands in the version before, too. */
const isOwn = ({ signedAt }: StepRecord, { submittedAt }: SubmissionRecord) => (signedAt ?? '') >= submittedAt

function logRow({ db }: Context, { application, submission, step }: SignedStep, language: Language): PlainCell[] {
  const names = namesIn(db)
  const words = reportTexts[language]
  const customer = customerLine(db, application.customerId)
  return [
    step.signedOn,
    application.number,
    `KH-${customer.customerNo}`,
    customer.name,
    words.kinds[application.kind],
    submission.revision,
    postName(step.post, language),
    signatureText(step, names),
    words.results[step.state === 'signed' ? 'signed' : step.state === 'returned' ? 'returned' : 'rejected'],
    submission.snapshot.amount,
    step.granted,
    step.grade,
    step.validTo,
    step.openedAt !== null && step.signedOn !== null ? workingDaysBetween(step.openedAt, step.signedOn) : null,
    step.comment,
  ]
}

const postName = (post: Post, language: Language) =>
  approvalPosts.find(({ code }) => code === post)?.label[language] ?? post

const ledgerColumns: Columns = [
  { format: 'text', width: 9 },
  { format: 'text', width: 24 },
  { format: 'text', width: 17 },
  { format: 'text', width: 9 },
  { format: 'money', width: 16, total: true },
  { format: 'money', width: 16, total: true },
  { format: 'money', width: 16, total: true },
  { format: 'text', width: 6 },
  { format: 'date', width: 11 },
  { format: 'date', width: 11 },
  { format: 'count', width: 8 },
  { format: 'text', width: 15 },
  { format: 'text', width: 15 },
  { format: 'text', width: 15 },
  { format: 'text', width: 15 },
  { format: 'text', width: 9 },
]

/**
 * 额度台账: one row for each limit that is in force on a day, with what can be used of it; the totals foot.
 * @throws CallFailure `report-empty` where no limit is in force, `cancelled`, `busy`, `disk-full`
 */
export function limitLedger(
  context: Context,
  input: Checked<'reports.limitLedger'>,
): Promise<Output<'reports.limitLedger'>> {
  const { on, language } = input
  const texts = reportTexts[language].limitLedger
  return deliverTable(context, input, {
    title: [texts.title, on],
    columns: headed(ledgerColumns, [
      ...texts.heads.slice(0, 11),
      ...approvalPosts.map(({ label }) => label[language]),
      ...texts.heads.slice(11),
    ]),
    rows: inForceOn(context, on).map(application => ledgerRow(context, application, on, language)),
    frozenColumns: 2,
    event: { action: 'export.limitLedger', object: 'applications', facts: { on } },
  })
}

function inForceOn({ db }: Context, day: string): ApplicationRecord[] {
  return applicationsIn(db, ['approved'])
    .filter(({ validFrom, validTo }) => (validFrom ?? '') <= day && (validTo ?? '') >= day)
    .filter(({ closedOn }) => closedOn === null || closedOn >= day)
    .sort((a, b) => a.customerId - b.customerId || a.id - b.id)
}

function ledgerRow({ db }: Context, application: ApplicationRecord, day: string, language: Language): PlainCell[] {
  const words = reportTexts[language]
  const names = namesIn(db)
  const customerId = survivorOf(db, application.customerId)
  const customer = customerLine(db, customerId)
  const { terms } = policyOn(db, day)
  const limit = limitFacts(db, customerId, terms, day).today
  const submission = lastSubmission(db, application.id)
  const steps = submission ? stepsOf(db, submission.id) : []
  return [
    `KH-${customer.customerNo}`,
    customer.name,
    application.number,
    words.kinds[application.kind],
    application.amount,
    application.approvedLimit,
    usable(application, limit),
    application.approvedGrade,
    application.validFrom,
    application.validTo,
    submission && application.decidedAt !== null
      ? workingDaysBetween(submission.submittedAt, localDay(new Date(application.decidedAt)))
      : null,
    ...approvalPosts.map(({ code }) => signerCell(steps, code, names)),
    limit.state === 'frozen' ? words.limitLedger.frozen : limit.review ? words.limitLedger.review : null,
  ]
}

function usable({ kind, approvedLimit }: ApplicationRecord, limit: { state: string; standing: number }): number {
  if (limit.state === 'frozen') return 0
  return kind === 'temporary' ? (approvedLimit ?? 0) : limit.standing
}

function signerCell(steps: readonly StepRecord[], post: Post, names: Names): string {
  const step = steps.filter(candidate => candidate.post === post).at(-1)
  if (!step) return ''
  return step.signedOn === null ? signatureText(step, names) : `${signatureText(step, names)} ${step.signedOn}`
}
