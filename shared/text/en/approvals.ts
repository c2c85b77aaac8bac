import type { ApprovalsTexts } from '../zh-CN/approvals.ts'

/** The words of approvals and 今日 in English. */
export const approvals: ApprovalsTexts = {}
