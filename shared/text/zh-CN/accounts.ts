/** The words of signing in and accounts in Simplified Chinese. */
export const accounts = {}

export type AccountsTexts = typeof accounts
