import { readable } from '../../../../shared/catalogue/derive/sections.ts'
import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import type { ApplicationDetail, BoxChange, ShownChange } from '../../../../shared/contract/application-calls.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { localDay } from '../../../../shared/domain/calendar.ts'
import { maySign } from '../../../../shared/domain/chain.ts'
import { validTo } from '../../../../shared/domain/limits.ts'
import type { Terms } from '../../../../shared/domain/policy.ts'
import type { Values } from '../../../../shared/catalogue/field.ts'
import { stepsOf } from '../../repositories/approval-steps.ts'
import { applicationsOf } from '../../repositories/applications.ts'
import { attachmentsOf } from '../../repositories/attachments.ts'
import { shownStates } from '../attachments/verification-services.ts'
import { opinionsOn } from '../../repositories/opinions.ts'
import { lastSubmission, type SubmissionRecord, submissionsOf } from '../../repositories/submissions.ts'
import { type Context, may, today } from '../context.ts'
import { isShown, shownValues } from '../personal/shown-values.ts'
import { policyOn } from '../policy/current-policy.ts'
import { isFirstLimit } from './approve.ts'
import { chainSteps } from './chain-steps.ts'
import { presentFlags } from './flags.ts'
import { amountOf } from './gates.ts'
import { limitFacts, resultingTotal } from './limit-facts.ts'
import { type Case, loadCase, openStepOf } from './load-case.ts'
import { type Names, namesIn, personOf } from './names.ts'
import { relatedLimits, sumOf } from './related-limits.ts'
import { applicationRow, maySignNow, owesConfirmation, owesOpinion } from './rows.ts'
import { answersIn, changedFacts, changesBetween } from './snapshot.ts'

/** Everything that a decision rests on, without the boxes that the person may not read. Throws CallFailure `not-found`. */
export function openApplication(context: Context, { id }: Checked<'applications.open'>): Output<'applications.open'> {
  return applicationDetail(context, loadCase(context.db, id, today(context)))
}

/** The same for a case that is loaded already. Throws SqliteError. */
export function applicationDetail(context: Context, found: Case): ApplicationDetail {
  const { db } = context
  const { application, submission, steps, values } = found
  const names = namesIn(db)
  const day = today(context)
  const { terms } = policyOn(db, day)
  const limit = limitFacts(db, application.customerId, terms, day)
  const amount = amountOf(
    application,
    submission && application.state !== 'returned' ? submission.snapshot.values : values,
  )
  const versions = submissionsOf(db, application.id)
  const related = relatedLimits(db, application.customerId, terms, day)
  return {
    ...applicationRow(context, found, names),
    salesperson: personOf(names, application.salespersonId),
    reason: application.reason,
    startsOn: application.startsOn,
    endsOn: application.endsOn,
    plan: [...application.plan],
    ...shownValues(context, application.customerId, valuesInHand(found)),
    digest: submission?.digest ?? null,
    limit: limit.today,
    totalLimit:
      application.state === 'pending' && submission
        ? submission.totalLimit
        : resultingTotal(application, amount, limit, day) + sumOf(related),
    related,
    changes: changesIn(context, found, versions),
    flags: presentFlags(context, found),
    verification: shownStates(context, application.customerId, amount),
    attachments: attachmentsOf(db, application.customerId),
    steps: chainSteps(steps, found, names),
    earlierSteps: earlierSteps(context, found, versions, names),
    opinions: opinionsOn(db, application.id).map(({ id, askedBy, actorId, question, answer, answeredAt }) => ({
      id,
      askedBy: names(askedBy),
      person: { id: actorId, name: names(actorId) },
      question,
      answer,
      answeredAt,
    })),
    withdrawal:
      application.withdrawalAskedAt === null
        ? null
        : { at: application.withdrawalAskedAt, reason: application.withdrawalReason ?? '' },
    may: rightsOn(context, found, names),
    isLastStep: openStepOf(found) !== undefined && !steps.some(({ state }) => state === 'waiting'),
    defaults: defaultsOf(found, terms, day, isFirstLimit(limit.applications)),
  }
}

/** What was submitted is what is decided about; a draft and what was given back are shown as they stand. */
function valuesInHand({ application, submission, values }: Case): Values {
  if (!submission || application.state === 'draft' || application.state === 'returned') return values
  const granted = Object.entries(values).filter(([path]) => !(path in answersIn(values)))
  return { ...submission.snapshot.values, ...Object.fromEntries(application.state === 'pending' ? [] : granted) }
}

function changesIn(context: Context, found: Case, versions: readonly SubmissionRecord[]): ApplicationDetail['changes'] {
  const { db, actor } = context
  const { application, submission, values } = found
  const shown = valuesInHand(found)
  const previous = applicationsOf(db, application.customerId).find(
    other => other.kind === 'standing' && other.state === 'approved' && other.id < application.id,
  )
  const lastTime = previous && lastSubmission(db, previous.id)
  const before = versions.find(
    ({ revision }) => revision === application.revision - (application.state === 'returned' ? 0 : 1),
  )
  const mayRead = (changes: BoxChange[]) => {
    const read = readable(Object.fromEntries(changes.map(({ path, to, from }) => [path, to ?? from])), actor.rights)
    return changes
      .filter(({ path }) => path in read)
      .map((change): ShownChange => {
        const isMasked = !isShown(context, application.customerId, change.path)
        return isMasked ? { ...change, isMasked, from: null, to: null } : { ...change, isMasked }
      })
  }
  return {
    lastTime: previous && lastTime ? { number: previous.number, on: lastTime.submittedOn } : null,
    sinceLastTime: lastTime ? mayRead(changesBetween(lastTime.snapshot.values, shown)) : [],
    sinceLastVersion: before ? mayRead(changesBetween(before.snapshot.values, shown)) : [],
    sinceSubmission:
      submission && application.state === 'pending' ? mayRead(changedFacts(submission.snapshot.values, values)) : [],
  }
}

function earlierSteps(
  { db }: Context,
  found: Case,
  versions: readonly SubmissionRecord[],
  names: Names,
): ApplicationDetail['earlierSteps'] {
  const earlier = versions.map(version => ({
    revision: version.revision,
    steps: chainSteps(
      stepsOf(db, version.id).filter(
        step =>
          version.id !== found.submission?.id ||
          !found.steps.some(({ place, attempt }) => place === step.place && attempt === step.attempt),
      ),
      found,
      names,
    ).filter(({ signer }) => signer !== null),
  }))
  return earlier.filter(({ steps }) => steps.length > 0)
}

function rightsOn(context: Context, found: Case, names: Names): ApplicationDetail['may'] {
  const { actor } = context
  const { application, steps, attempts, roster, barred } = found
  const step = openStepOf(found)
  const allowed = step && maySign(attempts, step.place, actor.id, roster, barred)
  const hasHand = application.begunBy === actor.id || found.submission?.submittedBy === actor.id
  const inHand = application.state === 'draft' || application.state === 'returned'
  const isSigned = steps.some(({ state }) => state === 'signed')
  const mayApply = may(context, 'approval.apply')
  return {
    sign: maySignNow(context, found),
    whyNot: step === undefined || allowed === undefined || allowed.ok ? null : allowed.why,
    onBehalfOf: allowed?.ok ? personOf(names, allowed.onBehalfOf) : null,
    edit: mayApply && inHand,
    submit: mayApply && inHand,
    withdraw:
      mayApply && hasHand && ((application.state === 'pending' && !isSigned) || (inHand && application.revision > 0)),
    askWithdrawal:
      mayApply && hasHand && application.state === 'pending' && isSigned && application.withdrawalAskedAt === null,
    answerOpinion: owesOpinion(context, application.id),
    confirmChanges: owesConfirmation(context, found),
    makePacket: step !== undefined,
  }
}

function defaultsOf({ values }: Case, terms: Terms, day: string, isFirst: boolean): ApplicationDetail['defaults'] {
  const until = (grade: 'A' | 'B' | 'C') => validTo(day, { grade, isFirst }, terms)
  const proposed = textAt(values, 'customer.grade')
  const grade = proposed === 'A' || proposed === 'B' || proposed === 'C' ? proposed : null
  return {
    grade,
    validTo: grade && until(grade),
    validToByGrade: { A: until('A'), B: until('B'), C: until('C') },
  }
}

/** The local day of an instant, or nothing for none. */
export const dayOf = (instant: string | null): string | null => (instant === null ? null : localDay(new Date(instant)))
