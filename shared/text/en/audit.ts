import type { AuditTexts } from '../zh-CN/audit.ts'

/** The words of the log in English. */
export const audit: AuditTexts = {}
