import type { Language } from '../../../shared/text/language.ts'
import { fontOf, headFill, type Look } from './workbook.ts'

/** The typeface of Chinese office papers; English sheets keep Latin letters in a book face. */
export function typeface(language: Language): string {
  return language === 'en' ? 'Times New Roman' : '宋体'
}

/** What a part of a form looks like. */
export interface LookWish {
  readonly role: 'title' | 'caption' | 'head' | 'side' | 'label' | 'value' | 'number' | 'longText'
  readonly align: 'left' | 'center' | 'right'
  readonly size: number
  readonly indent?: number
  readonly format?: string
}

/** Hands out the same object for the same wish, which exceljs writes faster. */
export function lookBook(language: Language): (wish: LookWish) => Look {
  const looks = new Map<string, Look>()
  return wish => {
    const key = JSON.stringify(wish)
    const look = looks.get(key) ?? build(wish, language)
    looks.set(key, look)
    return look
  }
}

function build({ role, align, size, indent = 0, format }: LookWish, language: Language): Look {
  const look: Look = {
    font: fontOf(typeface(language), size, role === 'title'),
    alignment: {
      horizontal: align,
      ...(indent > 0 && align !== 'center' ? { indent } : {}),
      vertical: role === 'longText' ? 'top' : role === 'label' || role === 'caption' ? 'bottom' : 'middle',
      // A number that does not fit would print as ####.
      ...(role === 'number' ? { shrinkToFit: true } : { wrapText: true }),
      ...(role === 'side' ? { textRotation: language === 'en' ? 90 : 'vertical', wrapText: false } : {}),
    },
  }
  if (role === 'head' || role === 'side') look.fill = headFill
  if (format) look.numFmt = format
  return look
}
