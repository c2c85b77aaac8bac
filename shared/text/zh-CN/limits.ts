/** The words of limits, attachments and verification on a customer file in Simplified Chinese. */
export const limits = {}

export type LimitsTexts = typeof limits
