import { rmbInWords } from '../../domain/capital.ts'
import { formatMoney } from '../../domain/money.ts'
import type { Language } from '../../text/language.ts'
import { reportTexts } from '../../text/reports.ts'
import type { Path } from '../field.ts'

/** Second lines of boxes by path: what belongs there and must not be added to the answer in silence. */
export type SecondLines = Readonly<Record<Path, string>>

/** A temporary limit (分, until an ISO day) stands on print below the standing one, never added to it (rules 13). */
export function secondLines(
  limit: { readonly temporary: number; readonly temporaryTo: string | null },
  language: Language,
): SecondLines {
  const { temporary, temporaryTo } = limit
  if (temporary === 0) return {}
  const line = reportTexts[language].temporary(formatMoney(temporary), rmbInWords(temporary), temporaryTo ?? '')
  return { 'credit.approvedLimit': line }
}
