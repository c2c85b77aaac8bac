import type { PacketAnswer } from '../../../../shared/contract/packet-calls.ts'
import type { EvidenceGrade } from '../../../../shared/domain/application.ts'
import type { PacketContent } from '../../reports/packet/packet-content.ts'
import type { Signature } from '../applications/sign.ts'

/** A packet's answer as the chain takes it. Every flag is printed on the page that was signed, above the signature. */
export function signatureFrom(
  content: PacketContent,
  answer: PacketAnswer,
  signerId: number,
  evidence: EvidenceGrade,
): Signature {
  const { applicationId, revision, place, attempt, packetId, flags } = content
  const { decision, granted, grade, validTo, comment } = answer
  return {
    applicationId,
    revision,
    place,
    attempt,
    signerId,
    evidence,
    packetId,
    decision,
    granted,
    grade,
    validTo,
    comment,
    returnTo: 'filler',
    flagsSeen: flags.map(({ key }) => key),
  }
}
