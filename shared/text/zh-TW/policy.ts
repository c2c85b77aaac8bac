import type { PolicyTexts } from '../zh-CN/policy.ts'

/** The words of the rules of the house in Traditional Chinese. */
export const policy: PolicyTexts = {}
