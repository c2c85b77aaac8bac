/** The three languages of the program; zh-CN comes first and is the default. */
export const languages = ['zh-CN', 'zh-TW', 'en'] as const

export type Language = (typeof languages)[number]

/** One wording in every language. */
export type Label = Readonly<Record<Language, string>>

/** Writes a wording down in the order of forms.md: simplified, traditional, English. */
export function label(simplified: string, traditional: string, english: string): Label {
  return { 'zh-CN': simplified, 'zh-TW': traditional, en: english }
}
