import type { AccountsTexts } from '../zh-CN/accounts.ts'

/** The words of signing in and accounts in Traditional Chinese. */
export const accounts: AccountsTexts = {}
