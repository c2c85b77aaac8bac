import type { LimitsTexts } from '../zh-CN/limits.ts'

/** The words of limits, attachments and verification on a customer file in Traditional Chinese. */
export const limits: LimitsTexts = {}
