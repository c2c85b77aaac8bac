import { helperReport as en } from './en/helper-report.ts'
import type { Language } from './language.ts'
import { type HelperReportTexts, helperReport as simplified } from './zh-CN/helper-report.ts'
import { helperReport as traditional } from './zh-TW/helper-report.ts'

/** The words of the report for whoever helps, by language. */
export const helperReportTexts: Readonly<Record<Language, HelperReportTexts>> = {
  'zh-CN': simplified,
  'zh-TW': traditional,
  en,
}
