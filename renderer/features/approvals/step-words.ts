import type { TFunction } from 'i18next'
import type { ApplicationDetail, ChainStep } from '../../../shared/contract/application-calls.ts'
import type { EvidenceGrade } from '../../../shared/domain/application.ts'

/** Who signed a step, with 「李四 代 王五」 where it was in somebody's stead. */
export function signerName(step: ChainStep, t: TFunction): string {
  if (!step.signer) return ''
  return step.onBehalfOf
    ? t('approvals.onBehalf', { signer: step.signer.name, principal: step.onBehalfOf.name })
    : step.signer.name
}

/** What became of a step; a signature below what was asked for is 改额度. */
export function stepWord(step: ChainStep, detail: Pick<ApplicationDetail, 'amount'>, t: TFunction): string {
  const isLowered =
    step.state === 'signed' && step.granted !== null && detail.amount !== null && step.granted < detail.amount
  const word = t(`approvals.step-${isLowered ? 'lowered' : step.state}`)
  return step.state === 'signed' ? `✓ ${word}` : word
}

/** What a grade of evidence means, in a sentence. */
export function evidenceMeaning(grade: EvidenceGrade, t: TFunction): string {
  const meanings = {
    jia: t('approvals.evidenceJia'),
    yi: t('approvals.evidenceYi'),
    bing: t('approvals.evidenceBing'),
  }
  return meanings[grade]
}
