import { audit as en } from './en/audit.ts'
import type { Language } from './language.ts'
import { audit as simplified, type AuditTexts } from './zh-CN/audit.ts'
import { audit as traditional } from './zh-TW/audit.ts'

/** The words of the log by language, also for sheets. */
export const auditTexts: Readonly<Record<Language, AuditTexts>> = { 'zh-CN': simplified, 'zh-TW': traditional, en }
