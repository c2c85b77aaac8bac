import type { PacketAnswer, PacketRefusal } from '../../../../shared/contract/packet-calls.ts'
import { approvalPosts } from '../../../../shared/catalogue/approvals.ts'
import { isSameName } from '../../../../shared/domain/names.ts'
import { packetSheetTexts } from '../../../../shared/text/packet-sheet.ts'
import type { Connection } from '../../database/connection.ts'
import type { PacketContent } from '../../reports/packet/packet-content.ts'
import { refusal } from '../../reports/packet/refusal.ts'
import { applicationById } from '../../repositories/applications.ts'
import { presentSteps, type StepRecord, stepsOf } from '../../repositories/approval-steps.ts'
import { returnWaitingFor } from '../../repositories/packets.ts'
import { namesIn } from '../applications/names.ts'

/** Whether the step of a packet still waits for an answer; `done` says that this very answer is in already. */
export type StepState =
  | { readonly kind: 'open' }
  | { readonly kind: 'done'; readonly state: 'recorded' | 'waiting'; readonly step: StepRecord | undefined }
  | { readonly kind: 'refused'; readonly refusal: PacketRefusal }

const decided: readonly StepRecord['state'][] = ['signed', 'returned', 'rejected']

/** How the step of a packet stands; `answer` is nothing while it is not understood. Throws SqliteError. */
export function stepState(db: Connection, content: PacketContent, answer: PacketAnswer | null): StepState {
  const { submissionId, place, attempt, revision } = content
  const application = applicationById(db, content.applicationId)
  if (application && application.revision > revision)
    return refused('older-revision', String(application.revision), String(revision))
  const steps = stepsOf(db, submissionId)
  const step = steps.find(other => other.place === place && other.attempt === attempt)
  const names = namesIn(db)
  if (step && decided.includes(step.state)) {
    const isSame = answer !== null && sameDecision(content, step, answer, names(step.signerId ?? 0))
    if (isSame) return { kind: 'done', state: 'recorded', step }
    return refused('step-decided', decidedWords(content, step, names(step.signerId ?? 0)), answer?.signature ?? '')
  }
  if (application?.state !== 'pending' || step?.state !== 'open')
    return refused('wrong-step', openPost(content, presentSteps(steps)), postName(content, content.post))
  const waiting = returnWaitingFor(db, content)
  if (!waiting) return { kind: 'open' }
  const isSame = JSON.stringify(waiting.answer) === JSON.stringify(answer)
  return isSame
    ? { kind: 'done', state: 'waiting', step: undefined }
    : refused('step-decided', names(waiting.signerId), answer?.signature ?? '')
}

function refused(code: PacketRefusal['code'], expected: string, found: string): StepState {
  return { kind: 'refused', refusal: refusal(code, { expected, found }) }
}

function sameDecision(content: PacketContent, step: StepRecord, answer: PacketAnswer, signer: string): boolean {
  const isGranted = answer.decision === 'agree' || answer.decision === 'lower'
  const state = isGranted ? 'signed' : answer.decision === 'return' ? 'returned' : 'rejected'
  const granted = isGranted ? (answer.granted ?? content.offered) : null
  return (
    step.state === state &&
    step.granted === granted &&
    step.grade === answer.grade &&
    step.validTo === answer.validTo &&
    (step.comment ?? '') === answer.comment &&
    isSameName(signer, answer.signature)
  )
}

function decidedWords({ language, offered }: PacketContent, step: StepRecord, signer: string): string {
  const { decisions } = packetSheetTexts[language]
  if (step.state !== 'signed') return `${signer} ${step.state === 'returned' ? decisions.return : decisions.reject}`
  return `${signer} ${step.granted === offered ? decisions.agree : decisions.lower}`
}

function openPost(content: PacketContent, steps: readonly StepRecord[]): string {
  const open = steps.find(step => step.state === 'open')
  return open ? postName(content, open.post) : packetSheetTexts[content.language].none
}

function postName({ language }: PacketContent, post: StepRecord['post']): string {
  return approvalPosts.find(({ code }) => code === post)?.label[language] ?? post
}
