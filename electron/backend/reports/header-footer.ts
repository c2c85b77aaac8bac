import { reportTexts } from '../../../shared/text/reports.ts'
import { typeface } from './look.ts'
import type { ReportContext } from './report-input.ts'

/** The three parts of a page header or footer; `page` and `pages` stand for the numbers that the printing program puts in. */
export interface HeaderFooterParts {
  readonly left?: string
  readonly centre?: string
  readonly right?: string
}

export const pageNumber = '\ue000'
export const pageCount = '\ue001'
const longestPart = 70 // a whole header holds 255 signs, codes included

/** Writes a header or footer in the code of spreadsheets, in `font` at 8 points: & is doubled, and no digit can be read as a size. */
export function headerFooter(parts: HeaderFooterParts, font: string): string {
  const written = (code: string, text: string | undefined) =>
    text ? `&${code}&8&"${font},Regular"${escape(text.slice(0, longestPart))}` : ''
  return written('L', parts.left) + written('C', parts.centre) + written('R', parts.right)
}

const longestName = 30

/** The header of every page with delicate answers: that it has them, who took it and when (rules 11); nothing on any other page. */
export function watermark({ withDelicate, person, today, time, language }: ReportContext): string {
  if (!withDelicate) return ''
  const name = person.slice(0, longestName)
  const mark = `${reportTexts[language].withDelicate} · ${name} · ${`${today} ${time}`.trim()}`
  return headerFooter({ right: mark }, typeface(language))
}

function escape(text: string): string {
  return text
    .replace(/\p{Cc}/gu, ' ')
    .replace(/&/g, '&&')
    .replaceAll(pageNumber, '&P')
    .replaceAll(pageCount, '&N')
}
