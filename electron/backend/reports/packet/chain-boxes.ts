import type { Post } from '../../../../shared/domain/roles.ts'
import { packetSheetTexts } from '../../../../shared/text/packet-sheet.ts'
import type { PacketContent, PacketStep } from './packet-content.ts'

/** What the box of one post says, line by line; amounts in 分. */
export interface ChainBox {
  readonly isOpen: boolean
  readonly decision: string
  readonly granted: number | null
  readonly comment: string
  readonly signature: string
  readonly signedOn: string | null
  readonly grade: string | null
  readonly validTo: string | null
  readonly evidence: string
}

const nothing: Omit<ChainBox, 'decision' | 'isOpen'> = {
  granted: null,
  comment: '',
  signature: '',
  signedOn: null,
  grade: null,
  validTo: null,
  evidence: '',
}

/** What the box of a post says; the one whose turn it is stays open. A post that the chain leaves out is not needed. */
export function chainBox(content: PacketContent, post: Post): ChainBox {
  const texts = packetSheetTexts[content.language]
  const step = content.steps.find(candidate => candidate.post === post)
  if (step?.place === content.place) return { ...nothing, isOpen: true, decision: '' }
  switch (step?.state) {
    case 'signed':
      return signedBox(content, step, isLowered(content, step) ? 'lower' : 'agree')
    case 'returned':
      return signedBox(content, step, 'return')
    case 'rejected':
      return signedBox(content, step, 'reject')
    case undefined:
      return { ...nothing, isOpen: false, decision: texts.notNeeded }
    case 'byHigher':
    case 'notNeeded':
    case 'void':
      return { ...nothing, isOpen: false, decision: texts[step.state] }
    case 'open':
    case 'waiting':
      return { ...nothing, isOpen: false, decision: texts.waiting }
  }
}

function signedBox(
  content: PacketContent,
  step: PacketStep,
  decision: 'agree' | 'lower' | 'return' | 'reject',
): ChainBox {
  const texts = packetSheetTexts[content.language]
  const { granted, comment, signedOn, grade, validTo, evidence } = step
  return {
    isOpen: false,
    decision: texts.decisions[decision],
    granted,
    comment: comment ?? '',
    signature: signerOf(content, step),
    signedOn,
    grade,
    validTo,
    evidence: evidence === null ? '' : texts.grades[evidence],
  }
}

/** 李四 代 王五. */
function signerOf({ language }: PacketContent, { signer, onBehalfOf }: PacketStep): string {
  if (signer === null) return ''
  return onBehalfOf === null ? signer : packetSheetTexts[language].onBehalfOf(signer, onBehalfOf)
}

/** Whether a level granted something else than it was offered. */
function isLowered({ steps, snapshot }: PacketContent, { place, granted }: PacketStep): boolean {
  const before = steps.filter(step => step.place < place && step.state === 'signed').at(-1)?.granted
  return granted !== null && granted !== (before ?? snapshot.amount)
}
