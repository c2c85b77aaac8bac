/** The words of the log in Simplified Chinese. */
export const audit = {}

export type AuditTexts = typeof audit
