import type { AccountsTexts } from '../zh-CN/accounts.ts'

/** The words of signing in and accounts in English. */
export const accounts: AccountsTexts = {}
