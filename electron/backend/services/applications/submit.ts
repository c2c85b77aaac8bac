import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { moved } from '../../../../shared/domain/moves.ts'
import { updateProgress } from '../../repositories/applications.ts'
import { freshStep, insertStep, presentSteps, type StepRecord, stepsOf } from '../../repositories/approval-steps.ts'
import { clearSignatures } from '../../repositories/credit-files.ts'
import { customerHead } from '../../repositories/customers.ts'
import { insertSubmission, type Snapshot } from '../../repositories/submissions.ts'
import { audit } from '../audit/audit.ts'
import { canonicalJson, sha256 } from '../audit/canonical-json.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now, today } from '../context.ts'
import { once } from '../once.ts'
import { type Gate, gateOf, withSubmitter } from './gates.ts'
import { type Case, loadCase } from './load-case.ts'
import { answersIn, changesBetween, onlyRemarksDiffer } from './snapshot.ts'

/**
 * Sends an application into the chain: runs the gates, keeps both forms exactly as they stand, works out who signs by the matrix that
 * holds today, and opens the first step.
 * @throws CallFailure `not-found`, `archived`, `wrong-state`; `gates-closed` with what stands in the way
 */
export function submitApplication(
  context: Context,
  input: Checked<'applications.submit'>,
): Output<'applications.submit'> {
  const { db, actor } = context
  return once(context, input.requestId, () => {
    const day = today(context)
    const found = withSubmitter(context, loadCase(db, input.id, day))
    const { application, values } = found
    const state = moved(application.state, 'submit')
    const head = customerHead(db, application.customerId)
    if (!state) throw new CallFailure('wrong-state')
    if (!head || head.archived) throw new CallFailure('archived')
    const gate = gateOf(context, found)
    if (gate.problems.length > 0 || !gate.plan.ok || application.salespersonId === null)
      throw new CallFailure('gates-closed', {
        fields: gate.problems.map(({ code, detail }) => `${code} ${detail}`.trim()),
      })
    const revision = application.revision + 1
    const snapshot: Snapshot = {
      customerId: application.customerId,
      customerNo: head.customerNo,
      number: application.number,
      kind: application.kind,
      revision,
      amount: gate.amount,
      startsOn: application.startsOn,
      endsOn: application.endsOn,
      reason: application.reason,
      plan: application.plan,
      salespersonId: application.salespersonId,
      values: answersIn(values),
      salt: context.newId(),
    }
    const text = canonicalJson(snapshot)
    const digest = sha256(text)
    const at = now(context)
    const submissionId = insertSubmission(db, {
      applicationId: application.id,
      revision,
      submittedBy: actor.id,
      submittedAt: at,
      submittedOn: day,
      totalLimit: gate.totalLimit,
      matrix: gate.matrix,
      snapshot: text,
      digest,
      flags: gate.flags,
    })
    const kept = keptSignatures(db, found, gate.totalLimit)
    layChain(db, submissionId, gate.plan.steps, kept, at)
    if (application.kind === 'standing' && kept.length === 0) clearSignatures(db, application.creditId)
    updateProgress(db, application.id, {
      state,
      revision,
      amount: gate.amount,
      withdrawalAskedAt: null,
      withdrawalReason: null,
    })
    audit(context, {
      action: 'application.submit',
      object: `application:${application.id}`,
      afterDigest: digest,
      facts: { number: application.number, revision: String(revision), amount: String(gate.amount) },
    })
    return { revision }
  })
}

/**
 * After a rework that changed nothing but remarks, the levels below the one that gave it back have signed already (rules 14), but
 * for whoever had a hand in the rework.
 */
function keptSignatures(
  db: Context['db'],
  { submission, application, barred, values }: Case,
  totalLimit: number,
): StepRecord[] {
  if (!submission) return []
  const { snapshot } = submission
  const asked = ({ startsOn, endsOn, reason, plan }: Pick<Snapshot, 'startsOn' | 'endsOn' | 'reason' | 'plan'>) =>
    canonicalJson({ startsOn, endsOn, reason, plan })
  const sameRequest =
    asked(snapshot) === asked(application) &&
    // Another limit may have been granted meanwhile: who signed was asked about less (rules 2).
    submission.totalLimit >= totalLimit &&
    snapshot.salespersonId === application.salespersonId &&
    (application.kind === 'standing' || snapshot.amount === application.amount)
  if (!sameRequest || !onlyRemarksDiffer(changesBetween(snapshot.values, values))) return []
  return presentSteps(stepsOf(db, submission.id)).filter(
    ({ state, signerId }) => state === 'signed' && signerId !== null && !barred.has(signerId),
  )
}

type Planned = Extract<Gate['plan'], { ok: true }>['steps']

/** Lays the steps of a version; the first that nobody has signed is open. */
function layChain(
  db: Context['db'],
  submissionId: number,
  planned: Planned,
  kept: readonly StepRecord[],
  at: string,
): void {
  let isOpen = false
  planned.forEach(({ post, state }, index) => {
    const place = index + 1
    const before = kept.find(step => step.post === post)
    if (before && state === 'waiting' && !isOpen) return insertStep(db, { ...before, submissionId, place, attempt: 1 })
    const opens = state === 'waiting' && !isOpen
    isOpen ||= opens
    insertStep(
      db,
      freshStep({
        submissionId,
        place,
        attempt: 1,
        post,
        state: opens ? 'open' : state,
        openedAt: opens ? at : null,
      }),
    )
  })
}
