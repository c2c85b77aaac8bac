/** The words of approvals and 今日 in Simplified Chinese. */
export const approvals = {}

export type ApprovalsTexts = typeof approvals
