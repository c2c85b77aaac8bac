import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import type { ApplicationDetail } from '../../../../shared/contract/application-calls.ts'
import type { Language } from '../../../../shared/text/language.ts'
import { candidatesFor, maySign } from '../../../../shared/domain/chain.ts'
import type { Connection } from '../../database/connection.ts'
import type { PacketContent, PacketStep } from '../../reports/packet/packet-content.ts'
import { auditHead } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import { type Context, today } from '../context.ts'
import { policyOn } from '../policy/current-policy.ts'
import { limitFacts } from './limit-facts.ts'
import { type Case, loadCase, openStepOf } from './load-case.ts'
import { offeredAt } from './sign.ts'
import { namesIn } from './names.ts'
import { applicationDetail, dayOf } from './open-application.ts'

/**
 * Everything that an approval packet of the open step is made from, as it stands today.
 * @throws CallFailure `not-found`; `wrong-state` where no step is open
 */
export function packetContent(
  context: Context,
  applicationId: number,
  options: { readonly packetId: string; readonly language: Language; readonly withDelicate: boolean },
): PacketContent {
  const { db, actor, company } = context
  const day = today(context)
  const found = loadCase(db, applicationId, day)
  const { application, submission, steps } = found
  const step = openStepOf(found)
  if (!submission || !step) throw new CallFailure('wrong-state')
  const detail = applicationDetail(context, found)
  const { terms } = policyOn(db, day)
  const { grants, today: limit } = limitFacts(db, application.customerId, terms, day)
  // The salt of the digest stays here: a packet tells nothing that could be tried out against it.
  const { salt: _salt, ...snapshot } = submission.snapshot
  return {
    ...options,
    company,
    applicationId,
    submissionId: submission.id,
    number: application.number,
    customerNo: submission.snapshot.customerNo,
    customerName: textAt(submission.snapshot.values, 'customer.name'),
    kind: application.kind,
    revision: submission.revision,
    place: step.place,
    attempt: step.attempt,
    post: step.post,
    isLastStep: detail.isLastStep,
    defaults: { grade: detail.defaults.grade, validTo: detail.defaults.validTo },
    madeBy: actor.name,
    madeOn: day,
    logHead: auditHead(db),
    snapshot: {
      ...snapshot,
      plan: [...snapshot.plan],
      values: { ...snapshot.values },
    },
    digest: submission.digest,
    submittedOn: submission.submittedOn,
    filler: detail.filler,
    salesperson: detail.salesperson?.name ?? null,
    offered: offeredAt(steps, step, submission.snapshot.amount),
    limits: {
      standing: limit.standing,
      standingTo: limit.validTo,
      temporary: limit.temporary,
      temporaryTo: limit.temporaryTo,
      total: submission.totalLimit,
    },
    earlierLimits: grants.map(({ number, kind, amount, grade, from, to, closedOn }) => ({
      number,
      kind,
      amount,
      grade,
      from,
      to,
      closedOn,
    })),
    lastTime: detail.changes.lastTime,
    changes: detail.changes.sinceLastTime,
    versionChanges: detail.changes.sinceLastVersion,
    verification: detail.verification.map(({ item, required, state, verifier, checkedOn, note, files }) => ({
      item,
      required,
      state,
      verifier: verifier?.name ?? null,
      checkedOn,
      note,
      files: files.map(({ fileName }) => fileName),
    })),
    attachments: detail.attachments.map(({ fileName, kind, bytes, sha256 }) => ({ fileName, kind, bytes, sha256 })),
    flags: detail.flags,
    steps: detail.steps.map(packetStep),
  }
}

function packetStep(step: ApplicationDetail['steps'][number]): PacketStep {
  const { place, attempt, post, state, signer, onBehalfOf, granted, grade, validTo, comment, evidence, signedAt } = step
  return {
    place,
    attempt,
    post,
    state,
    signer: signer?.name ?? null,
    onBehalfOf: onBehalfOf?.name ?? null,
    signedOn: dayOf(signedAt),
    granted,
    grade,
    validTo,
    comment,
    evidence,
  }
}

/** Somebody whose name may stand in the signature cell, and whether that signature would count. */
export interface PossibleSigner {
  readonly personId: number
  readonly name: string
  readonly onBehalfOf: number | null
  readonly refusal: 'own-application' | 'signed-already' | 'needed-above' | 'not-your-turn' | null
}

/** Everybody who could mean to sign the open step of an application, with the reason why they may not, if they may not. */
export function signersFor(db: Connection, applicationId: number, day: string): PossibleSigner[] {
  const found = loadCase(db, applicationId, day)
  const step = openStepOf(found)
  if (!step) return []
  const names = namesIn(db)
  const people = new Set([...possible(found, step), ...found.barred])
  const signed = new Set(found.steps.flatMap(({ signerId }) => signerId ?? []))
  return [...people].map(personId => {
    const allowed = maySign(found.attempts, step.place, personId, found.roster, found.barred)
    return {
      personId,
      name: names(personId),
      onBehalfOf: allowed.ok ? allowed.onBehalfOf : null,
      refusal: allowed.ok ? null : reasonFor(allowed.why, signed.has(personId)),
    }
  })
}

/** Whoever has signed a level of the chain is told that, although this one is not theirs either. */
function reasonFor(why: Exclude<PossibleSigner['refusal'], null>, hasSigned: boolean): PossibleSigner['refusal'] {
  return why === 'not-your-turn' && hasSigned ? 'signed-already' : why
}

function possible({ roster, barred, steps }: Case, step: NonNullable<ReturnType<typeof openStepOf>>): number[] {
  const signed = steps.flatMap(({ signerId }) => signerId ?? [])
  const holders = roster.holders.map(({ personId }) => personId)
  return [...candidatesFor(step.post, roster, barred).map(({ personId }) => personId), ...signed, ...holders]
}
