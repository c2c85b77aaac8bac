/** Several words in one line, with the mark that the language puts between them: 甲、乙 or A, B. */
export function joined(words: readonly string[], language: string): string {
  return words.join(language === 'en' ? ', ' : '、')
}
