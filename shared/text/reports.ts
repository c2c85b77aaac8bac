import { reports as en } from './en/reports.ts'
import type { Language } from './language.ts'
import { type ReportTexts, reports as simplified } from './zh-CN/reports.ts'
import { reports as traditional } from './zh-TW/reports.ts'

/** The words of the sheets by language. */
export const reportTexts: Readonly<Record<Language, ReportTexts>> = { 'zh-CN': simplified, 'zh-TW': traditional, en }
