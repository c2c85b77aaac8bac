import type { Decision, EvidenceGrade } from '../../../../shared/domain/application.ts'
import { maySign } from '../../../../shared/domain/chain.ts'
import { type Move, moved } from '../../../../shared/domain/moves.ts'
import { saysWhy, type Terms } from '../../../../shared/domain/policy.ts'
import { updateProgress } from '../../repositories/applications.ts'
import {
  freshStep,
  insertStep,
  openStep,
  signStep,
  type StepRecord,
  voidOpenSteps,
} from '../../repositories/approval-steps.ts'
import { verificationOf } from '../attachments/verification-of.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, now, today } from '../context.ts'
import { policyOn } from '../policy/current-policy.ts'
import { approve, validityOf } from './approve.ts'
import { unseenFlags } from './flags.ts'
import { creditAtStake } from './gates.ts'
import { type Case, loadCase } from './load-case.ts'
import { factsDigest } from './snapshot.ts'
import { writeSignature } from './signature-box.ts'

/** A decision about the open step, by whatever road it came in; `signerId` is the person whose decision it is. Amounts in 分. */
export interface Signature {
  readonly applicationId: number
  readonly revision: number
  readonly place: number
  readonly attempt: number
  readonly signerId: number
  readonly evidence: EvidenceGrade
  readonly packetId: string | null
  readonly decision: Decision
  readonly granted: number | null
  readonly grade: 'A' | 'B' | 'C' | null
  readonly validTo: string | null
  readonly comment: string
  readonly returnTo: 'filler' | 'previous'
  readonly flagsSeen: readonly string[]
}

/**
 * Records a decision about the open step, inside the caller's transaction, and moves the application on.
 * @throws CallFailure `not-found`, `wrong-state`, `step-changed`, `own-application`, `signed-already`, `needed-above`, `not-your-turn`,
 * `changes-unconfirmed`, `flags-unread`, `reason-missing`, `amount-too-large`, `grade-missing`, `period-invalid`, `needs-key`,
 * `verification-missing` for the last signature, with the items
 */
export function recordSignature(context: Context, signature: Signature): void {
  const found = loadCase(context.db, signature.applicationId, today(context))
  const { step, onBehalfOf } = stepToSign(found, signature)
  const { terms } = policyOn(context.db, today(context))
  const amount = found.application.amount ?? 0
  const granted = grantedBy(found, signature, step, amount)
  const isLast = !found.steps.some(({ state }) => state === 'waiting')
  const validity = isLast && signs(signature) ? validityOf(context, found, signature, terms) : undefined
  refuseUnread(context, found, signature)
  refuseUnconfirmed(found, step, signature)
  if (isLast && signs(signature)) refuseUnverified(context, found, granted)
  refuseWeakEvidence(found, signature, terms)
  const signed: StepRecord = {
    ...step,
    state: signs(signature) ? 'signed' : signature.decision === 'return' ? 'returned' : 'rejected',
    signerId: signature.signerId,
    onBehalfOf,
    granted: signs(signature) ? granted : null,
    grade: validity?.grade ?? null,
    validTo: validity?.to ?? null,
    comment: signature.comment || null,
    flagsSeen: signature.flagsSeen,
    evidence: signature.evidence,
    signedAt: now(context),
    signedOn: today(context),
    packetId: signature.packetId,
    confirmedDigest: factsDigest(found.values),
  }
  signStep(context.db, signed)
  audit(context, {
    action: `application.${signs(signature) ? 'sign' : signature.decision}`,
    object: `application:${signature.applicationId}`,
    reason: signature.comment,
    ...(found.submission && { afterDigest: found.submission.digest }),
    facts: {
      post: step.post,
      signer: String(signature.signerId),
      evidence: signature.evidence,
      ...(onBehalfOf !== null && { onBehalfOf: String(onBehalfOf) }),
      ...(signed.granted !== null && { granted: String(signed.granted) }),
    },
  })
  moveOn(context, found, signature, signed)
  if (validity) approve(context, found, { ...validity, granted })
}

const signs = ({ decision }: Pick<Signature, 'decision'>) => decision === 'agree' || decision === 'lower'

function stepToSign(
  { application, submission, steps, attempts, roster, barred }: Case,
  { revision, place, attempt, signerId }: Signature,
): { step: StepRecord; onBehalfOf: number | null } {
  if (application.state !== 'pending' || !submission) throw new CallFailure('wrong-state')
  const step = steps.find(candidate => candidate.place === place)
  if (application.revision !== revision || step?.attempt !== attempt || step.state !== 'open')
    throw new CallFailure('step-changed')
  const allowed = maySign(attempts, place, signerId, roster, barred)
  if (!allowed.ok) throw new CallFailure(allowed.why)
  return { step, onBehalfOf: allowed.onBehalfOf }
}

/** What 同意 grants at a step: what the level below granted, or what was asked for. 分. */
export function offeredAt(steps: readonly StepRecord[], step: StepRecord, amount: number): number {
  const below = [...steps].reverse().find(other => other.place < step.place && other.state === 'signed')
  return below?.granted ?? amount
}

/** Nobody grants more than was asked for; any other amount than the level below granted needs a reason, as does a refusal. */
function grantedBy({ steps }: Case, signature: Signature, step: StepRecord, amount: number): number {
  const { decision, comment } = signature
  const offered = offeredAt(steps, step, amount)
  const granted = decision === 'lower' ? (signature.granted ?? offered) : offered
  if (granted > amount) throw new CallFailure('amount-too-large')
  const needsReason = decision === 'return' || decision === 'reject' || granted !== offered
  if (needsReason && !saysWhy(comment)) throw new CallFailure('reason-missing')
  return granted
}

function refuseUnread(context: Context, found: Case, signature: Signature): void {
  if (!signs(signature)) return
  const unread = unseenFlags(context, found, signature.flagsSeen)
  if (unread.length > 0) throw new CallFailure('flags-unread', { fields: unread.map(({ key }) => key) })
}

/** When the card was changed after a signature, or changed back, whoever gave it has to stand by it (rules 14). */
function refuseUnconfirmed({ steps, values }: Case, step: StepRecord, signature: Signature): void {
  if (!signs(signature)) return
  const digest = factsDigest(values)
  const open = steps.filter(
    other => other.place < step.place && other.state === 'signed' && other.confirmedDigest !== digest,
  )
  if (open.length > 0) throw new CallFailure('changes-unconfirmed')
}

/** What was verified at the submission may be outdated or of another card by now: nothing comes into force on it (rules 3). */
function refuseUnverified(context: Context, { application, submission, barred }: Case, granted: number): void {
  if (application.kind === 'lowering') return
  const others = (submission?.totalLimit ?? 0) - (application.amount ?? 0)
  const credit = creditAtStake(application.kind, granted, granted + others)
  const fields = verificationOf(context, application.customerId, credit, barred)
    .filter(({ required, state }) => required && state !== 'done')
    .map(({ item }) => item)
  if (fields.length > 0) throw new CallFailure('verification-missing', { fields })
}

function refuseWeakEvidence({ application, submission }: Case, { evidence }: Signature, terms: Terms): void {
  const credit = creditAtStake(application.kind, application.amount ?? 0, submission?.totalLimit ?? 0)
  if (evidence === 'bing' && credit >= terms.allItemsFrom) throw new CallFailure('needs-key')
}

function moveOn(context: Context, { application, steps }: Case, signature: Signature, signed: StepRecord): void {
  const { db } = context
  const next = steps.find(({ place, state }) => place > signed.place && state === 'waiting')
  const previous = [...steps].reverse().find(({ place, state }) => place < signed.place && state === 'signed')
  const move = moveOf(signature, { hasNext: next !== undefined, hasPrevious: previous !== undefined })
  const state = moved(application.state, move)
  if (!state) throw new CallFailure('wrong-state')
  if (move === 'sign' && next) openStep(db, next, now(context))
  if (move === 'returnToPrevious' && previous) goBack(context, previous, signed)
  if (move === 'returnToFiller' || move === 'reject') voidOpenSteps(db, signed.submissionId)
  // The last signature moves the application together with its limit, see approve().
  if (move !== 'signLast') {
    const decided = move === 'reject' ? { decidedAt: now(context) } : {}
    updateProgress(db, application.id, { state, ...decided, withdrawalAskedAt: null, withdrawalReason: null })
  }
  if (application.kind === 'standing') writeSignature(context, application.creditId, application.customerId, signed)
}

function moveOf(
  { decision, returnTo }: Signature,
  { hasNext, hasPrevious }: { hasNext: boolean; hasPrevious: boolean },
): Move {
  if (decision === 'reject') return 'reject'
  if (decision === 'return') return returnTo === 'previous' && hasPrevious ? 'returnToPrevious' : 'returnToFiller'
  return hasNext ? 'sign' : 'signLast'
}

/** The level below decides once more, and after it the one that gave back. */
function goBack(context: Context, previous: StepRecord, returned: StepRecord): void {
  const again = (step: StepRecord, state: 'open' | 'waiting') =>
    insertStep(
      context.db,
      freshStep({
        submissionId: step.submissionId,
        place: step.place,
        attempt: step.attempt + 1,
        post: step.post,
        state,
        openedAt: state === 'open' ? now(context) : null,
      }),
    )
  again(previous, 'open')
  again(returned, 'waiting')
}
