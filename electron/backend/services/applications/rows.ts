import { numberAt } from '../../../../shared/catalogue/derive/value.ts'
import type { ApplicationRow } from '../../../../shared/contract/application-calls.ts'
import { workingDaysBetween } from '../../../../shared/domain/calendar.ts'
import { maySign } from '../../../../shared/domain/chain.ts'
import type { ApplicationRecord } from '../../repositories/applications.ts'
import { customerLine } from '../../repositories/customers.ts'
import { openQuestionsTo } from '../../repositories/opinions.ts'
import { type Context, today } from '../context.ts'
import { type Case, caseOf, openStepOf } from './load-case.ts'
import { type Names, namesIn } from './names.ts'
import { factsDigest } from './snapshot.ts'

/** The state as it is shown: an approved limit whose days are over is 已过期. `day` is ISO. */
export function shownState({ state, validTo, closedOn }: ApplicationRecord, day: string): ApplicationRow['state'] {
  const last = closedOn !== null && validTo !== null && closedOn < validTo ? closedOn : validTo
  return state === 'approved' && last !== null && last < day ? 'expired' : state
}

/** One line about an application, as the person who asks sees it. Throws SqliteError. */
export function applicationRow(context: Context, found: Case, names: Names = namesIn(context.db)): ApplicationRow {
  const { application, submission, values } = found
  const day = today(context)
  const step = openStepOf(found)
  const customer = customerLine(context.db, application.customerId)
  return {
    id: application.id,
    number: application.number,
    customerId: application.customerId,
    customerNo: customer.customerNo,
    customerName: customer.name,
    kind: application.kind,
    state: shownState(application, day),
    revision: application.revision,
    post: step?.post ?? null,
    amount: asksNow(application) ? numberAt(values, 'credit.requestedLimit') : application.amount,
    approvedLimit: application.approvedLimit,
    approvedGrade: application.approvedGrade,
    validFrom: application.validFrom,
    validTo: application.validTo,
    filler: names(submission?.submittedBy ?? application.begunBy),
    submittedAt: submission?.submittedAt ?? null,
    waited: step?.openedAt ? workingDaysBetween(step.openedAt, day) : null,
    mine: isMine(context, found),
  }
}

/** While its KH002 is being filled in, a standing application asks for what stands there, not for what it last asked for. */
const asksNow = ({ kind, state, amount }: ApplicationRecord) =>
  kind === 'standing' && (state === 'draft' || state === 'returned' || amount === null)

/** The same for many applications. Throws SqliteError. */
export function applicationRows(context: Context, applications: readonly ApplicationRecord[]): ApplicationRow[] {
  const names = namesIn(context.db)
  return applications.map(application =>
    applicationRow(context, caseOf(context.db, application, today(context)), names),
  )
}

function isMine(context: Context, found: Case): boolean {
  return (
    maySignNow(context, found) ||
    waitsForRework(context, found.application) ||
    owesConfirmation(context, found) ||
    owesOpinion(context, found.application.id)
  )
}

/** Whether it is this person's turn to sign. */
export function maySignNow({ actor }: Pick<Context, 'actor'>, found: Case): boolean {
  const step = openStepOf(found)
  return step !== undefined && maySign(found.attempts, step.place, actor.id, found.roster, found.barred).ok
}

/** Whether it was given back to this person. */
export function waitsForRework({ actor }: Pick<Context, 'actor'>, { state, begunBy }: ApplicationRecord): boolean {
  return state === 'returned' && begunBy === actor.id
}

/** Whether this person has signed and the card was changed since (rules 14). */
export function owesConfirmation({ actor }: Pick<Context, 'actor'>, found: Case): boolean {
  const { application, submission, steps, values, barred } = found
  if (application.state !== 'pending' || !submission || barred.has(actor.id)) return false
  const digest = factsDigest(values)
  return steps.some(step => step.state === 'signed' && step.signerId === actor.id && step.confirmedDigest !== digest)
}

/** Whether somebody waits for this person's opinion. Throws SqliteError. */
export function owesOpinion({ db, actor }: Pick<Context, 'db' | 'actor'>, applicationId: number): boolean {
  return openQuestionsTo(db, actor.id).some(question => question.applicationId === applicationId)
}
