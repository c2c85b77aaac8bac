import type { PolicyTexts } from '../zh-CN/policy.ts'

/** The words of the rules of the house in English. */
export const policy: PolicyTexts = {}
