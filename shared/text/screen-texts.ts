import { en } from './en/screens.ts'
import type { Language } from './language.ts'
import { type ScreenTexts, zhCN } from './zh-CN/screens.ts'
import { zhTW } from './zh-TW/screens.ts'

/** The words of the screens in every language, for sentences that are put together where no screen is. */
export const screens: Readonly<Record<Language, ScreenTexts>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en }
