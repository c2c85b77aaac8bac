import type { TFunction } from 'i18next'
import type { ChainStep } from '../../../shared/contract/application-calls.ts'
import type { EvidenceGrade } from '../../../shared/domain/application.ts'

/** Who signed a step, with 「李四 代 王五」 where it was in somebody's stead. */
export function signerName(step: ChainStep, t: TFunction): string {
  if (!step.signer) return ''
  return step.onBehalfOf
    ? t('approvals.onBehalf', { signer: step.signer.name, principal: step.onBehalfOf.name })
    : step.signer.name
}

/** The amount (分) that reached a step: what the level below granted, else what was asked for. */
export function offeredAt(steps: readonly ChainStep[], place: number, amount: number | null): number | null {
  const below = steps.filter(step => step.place < place && step.state === 'signed' && step.granted !== null)
  const nearest = [...below].sort((a, b) => a.place - b.place || a.attempt - b.attempt).at(-1)
  return nearest?.granted ?? amount
}

/** What became of a step; a signature that granted another amount than it was offered is 改额度. */
export function stepWord(step: ChainStep, steps: readonly ChainStep[], amount: number | null, t: TFunction): string {
  const isLowered =
    step.state === 'signed' && step.granted !== null && step.granted !== offeredAt(steps, step.place, amount)
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
