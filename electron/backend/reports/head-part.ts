import type { HeadCell } from '../../../shared/catalogue/layout/layout.ts'
import type { Language } from '../../../shared/text/language.ts'
import { headRoom, type Scale, textHeight } from './fit.ts'
import { widestWord, wrapLines } from './measure.ts'
import type { Drawn } from './part.ts'

const smallestFont = 6

/** A box head, or a heading that runs down the edge of a block. */
export function headPart(cell: HeadCell, language: Language, scale: Scale): Drawn {
  const text = cell.text[language]
  const size = cell.side ? scale.font : headSize(text, cell.span, language, scale)
  const lines = cell.side ? 1 : wrapLines(text, headRoom(cell.span, size, scale)).length
  return {
    value: evenLines(text, lines) || null,
    look: { role: cell.side ? 'side' : 'head', align: 'center', size },
    height: textHeight(lines, size),
  }
}

/** A Chinese head that needs several lines gets lines of one length, which also is where its words end: 往来银行|及帐号. */
function evenLines(text: string, lines: number): string {
  if (lines < 2 || text.includes(' ')) return text
  const length = Math.ceil(text.length / lines)
  return Array.from({ length: lines }, (_, index) => text.slice(index * length, (index + 1) * length)).join('\n')
}

/** The largest size at which no word of a head has to be broken; English ones start smaller, so that they differ less. */
function headSize(text: string, span: number, language: Language, scale: Scale): number {
  let size = language === 'en' ? scale.font - 1.5 : scale.font
  while (size > smallestFont && widestWord(text) > headRoom(span, size, scale)) size -= 0.5
  return size
}
