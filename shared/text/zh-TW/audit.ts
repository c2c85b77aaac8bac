import type { AuditTexts } from '../zh-CN/audit.ts'

/** The words of the log in Traditional Chinese. */
export const audit: AuditTexts = {}
