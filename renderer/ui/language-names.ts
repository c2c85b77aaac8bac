import type { Language } from '../../shared/text/language.ts'

/** The languages by their own names, for choosing one. */
export const languageNames: { value: Language; label: string }[] = [
  { value: 'zh-CN', label: '简体中文' },
  { value: 'zh-TW', label: '繁體中文' },
  { value: 'en', label: 'English' },
]
