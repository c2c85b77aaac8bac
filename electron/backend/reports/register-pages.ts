import { columnLetter } from './column-letter.ts'
import type { Table } from './workbook.ts'

/** Type of a register as it stands on the sheet, in points. */
export const bodyFont = 10

const smallestPrint = 7 // points; smaller type is hard to read on paper
const inch = 25.4
const digit = 7 / 96 // inches that one unit of a column's width takes in Excel; LibreOffice draws it a little wider
const margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.25, footer: 0.3 }
const pageWidth = 297 / inch - margins.left - margins.right

/**
 * The page of a register, A4 landscape, from the widths of its columns: shrunk to as few pages side by side as leave its type
 * readable, with the head and the first `repeated` columns on each of them.
 */
export function registerPage(widths: readonly number[], repeated: number): Table['pageSetup'] {
  return {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: pagesAcross(widths, repeated),
    fitToHeight: 0,
    pageOrder: 'overThenDown',
    margins,
    printTitlesRow: '1:1',
    ...(repeated > 0 ? { printTitlesColumn: `A:${columnLetter(repeated)}` } : {}),
  }
}

/** A column is not broken, so one that finds no room goes to the next page. */
function pagesAcross(widths: readonly number[], repeated: number): number {
  const room = (pageWidth * bodyFont) / smallestPrint / digit
  const titles = widths.slice(0, repeated).reduce((sum, width) => sum + width, 0)
  let pages = 1
  let used = titles
  for (const width of widths.slice(repeated)) {
    if (used + width > room) {
      pages += 1
      used = titles
    }
    used += width
  }
  return pages
}
