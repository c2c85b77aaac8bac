/** The words of the rules of the house in Simplified Chinese. */
export const policy = {}

export type PolicyTexts = typeof policy
