import { approvalPosts } from '../../../../shared/catalogue/approvals.ts'
import type { PacketContent } from './packet-content.ts'

/** What whoever signs fills in; grade and 有效期至 with the last signature only. */
export type OpenBox = 'decision' | 'granted' | 'comment' | 'signature' | 'signedOn' | 'grade' | 'validTo'

/** The rows of the approvers' table on the first sheet, counted from its head. */
export const boxRows: Readonly<Record<OpenBox | 'evidence', number>> = {
  decision: 1,
  granted: 2,
  comment: 3,
  signature: 4,
  signedOn: 5,
  grade: 6,
  validTo: 7,
  evidence: 8,
}

/** The row of the head of that table: what stands above it always takes as many rows. */
export const chainRow = 12
const columnsOfPost = 2

/** The addresses of the cells that are open, in the order in which they are filled in. */
export function openCells({ post, isLastStep }: Pick<PacketContent, 'post' | 'isLastStep'>): [OpenBox, string][] {
  const place = approvalPosts.findIndex(({ code }) => code === post)
  const column = String.fromCharCode('B'.charCodeAt(0) + place * columnsOfPost)
  const boxes: readonly OpenBox[] = ['decision', 'granted', 'comment', 'signature', 'signedOn']
  const last: readonly OpenBox[] = isLastStep ? ['grade', 'validTo'] : []
  return [...boxes, ...last].map(box => [box, `${column}${chainRow + boxRows[box]}`])
}
