import { label } from '../text/language.ts'
import type { Field } from './field.ts'

/** The four posts that sign a KH002, in the order of the chain (boxes 60 to 63). */
export const approvalPosts = [
  { code: 'officeHead', label: label('办事处主任', '辦事處主任', 'Office head'), box: 'KH002.60' },
  { code: 'salesManager', label: label('销售经理', '銷售經理', 'Sales manager'), box: 'KH002.61' },
  { code: 'marketingVp', label: label('营销副总', '營銷副總', 'Vice president, sales and marketing'), box: 'KH002.62' },
  { code: 'generalManager', label: label('总经理', '總經理', 'General manager'), box: 'KH002.63' },
] as const

/** Rows of the approver table; only the approval chain writes them. */
export const approvalFields: readonly Field[] = [
  { key: 'signature', kind: 'text', label: label('签名', '簽名', 'Signature'), boxes: [], setBy: 'lastSignature' },
  { key: 'signedOn', kind: 'date', label: label('日期', '日期', 'Date'), boxes: [], setBy: 'lastSignature' },
]
