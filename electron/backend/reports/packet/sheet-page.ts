import type { Language } from '../../../../shared/text/language.ts'
import { indentWidth, inset, lineHeight, textHeight } from '../fit.ts'
import { headerFooter, pageCount, pageNumber } from '../header-footer.ts'
import { lookBook, type LookWish, typeface } from '../look.ts'
import { wrapLines } from '../measure.ts'
import { reportTexts } from '../../../../shared/text/reports.ts'
import { packetSheetTexts } from '../../../../shared/text/packet-sheet.ts'
import { type CellValue, type Fill, type Look, put, type Range, type Worksheet } from '../workbook.ts'
import type { PacketContent } from './packet-content.ts'

/** How many columns of equal width a page of a packet has between its margins. */
export const pageColumns = 9

const column = 60 // points
const font = 10
const captionFont = 9
const leastHeight = 21
const storedWidth = 80 / 7 // 80 pixels are 60 points
const mostLines = 26 // a taller row would not fit a spreadsheet program
const mostFixedLines = 10
const tallest = 400 // points
const inch = 25.4
const tint: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } }

/** One box of a row, from left to right; `open` ones can be filled in. */
export interface PageCell {
  readonly span: number
  readonly value: CellValue
  readonly role?: 'head' | 'value' | 'number'
  readonly align?: LookWish['align']
  readonly format?: string
  readonly size?: number
  readonly open?: true
}

/** A row of boxes, at least `least` points tall. A `fixed` row stays one row of the sheet: its closed texts are cut where they are too tall. */
export interface PageRow {
  readonly cells: readonly PageCell[]
  readonly least?: number
  readonly fixed?: true
}

export const amountFormat = '#,##0.00'
export const dayFormat = 'yyyy-mm-dd'

export const head = (span: number, value: string): PageCell => ({ span, value, role: 'head', align: 'center' })
export const text = (span: number, value: string, align: PageCell['align'] = 'left'): PageCell => ({
  span,
  value,
  align,
})

/** Lays rows of boxes below each other on a sheet of A4. */
export interface SheetPage {
  readonly sheet: Worksheet
  /** The row that comes next. */
  next(): number
  title(wording: string, left: string, right: string): void
  /** Rows that stand together in one frame; a text too tall for a row goes on in further ones. */
  block(rows: readonly PageRow[]): void
  /** A line of text without a frame. */
  line(wording: string): void
  gap(): void
}

/** Begins a page on a new sheet. */
export function sheetPage(sheet: Worksheet, language: Language): SheetPage {
  const looks = lookBook(language)
  const opened = new Map<Look, Look>()
  let row = 1
  sheet.columns = Array.from({ length: pageColumns }, () => ({ width: storedWidth }))

  const lookOf = ({ role = 'value', align = 'left', format, size = font, open, value }: PageCell): Look => {
    const wish: LookWish = {
      role,
      align,
      size,
      indent: 1,
      ...(format ? { format } : typeof value === 'string' && value.length <= 255 ? { format: '@' } : {}),
    }
    const look = looks(wish)
    if (!open) return look
    const known = opened.get(look) ?? { ...look, fill: tint, protection: { locked: false } }
    opened.set(look, known)
    return known
  }

  const drawRow = (
    { cells, least = leastHeight }: PageRow,
    edge: { readonly top: boolean; readonly bottom: boolean },
  ) => {
    let left = 1
    let height = least
    for (const cell of cells) {
      const range: Range = { top: row, bottom: row, left, right: left + cell.span - 1 }
      put(sheet, range, cell.value, lookOf(cell), {
        top: edge.top ? 'medium' : 'thin',
        bottom: edge.bottom ? 'medium' : 'thin',
        left: left === 1 ? 'medium' : 'thin',
        right: range.right === pageColumns ? 'medium' : 'thin',
      })
      height = Math.min(tallest, Math.max(height, textHeight(linesOf(cell).length, cell.size ?? font)))
      left += cell.span
    }
    sheet.getRow(row).height = height
    row += 1
  }

  return {
    sheet,
    next: () => row,
    title(wording, left, right) {
      const middle = 4
      put(
        sheet,
        { top: row, bottom: row, left: 1, right: pageColumns },
        language === 'en' ? wording : Array.from(wording).join(' '),
        looks({ role: 'title', align: 'center', size: 18 }),
      )
      sheet.getRow(row).height = 32
      row += 1
      const across = { top: row, bottom: row }
      const caption = { role: 'caption', size: captionFont } as const
      put(sheet, { ...across, left: 1, right: middle }, left, looks({ ...caption, align: 'left' }))
      put(sheet, { ...across, left: middle + 1, right: pageColumns }, right, looks({ ...caption, align: 'right' }))
      sheet.getRow(row).height = 17
      row += 1
    },
    block(rows) {
      const pieces = rows.flatMap(inPieces)
      pieces.forEach((piece, index) => drawRow(piece, { top: index === 0, bottom: index === pieces.length - 1 }))
    },
    line(wording) {
      const lines = wrapLines(wording, roomOf(pageColumns, captionFont)).length
      put(
        sheet,
        { top: row, bottom: row, left: 1, right: pageColumns },
        wording,
        looks({ role: 'value', align: 'left', size: captionFont }),
      )
      sheet.getRow(row).height = textHeight(lines, captionFont)
      row += 1
    },
    gap() {
      sheet.getRow(row).height = lineHeight(font) / 2
      row += 1
    },
  }
}

/** Room for text in so many columns, in units of the font size. */
const roomOf = (span: number, size: number) => (span * column - inset - indentWidth) / size

function linesOf({ value, span, size = font, align = 'left' }: PageCell): string[] {
  const room = align === 'center' ? (span * column - inset) / size : roomOf(span, size)
  return typeof value === 'string' ? wrapLines(value, room) : ['']
}

/** A text that is cut says so; its whole is on the sheet behind. */
function cut(cell: PageCell): PageCell {
  const lines = linesOf(cell)
  if (cell.open || lines.length <= mostFixedLines) return cell
  const kept = lines.slice(0, mostFixedLines).join('').trimEnd()
  return { ...cell, value: `${kept.slice(0, -1)}…` }
}

/** A row whose texts are too tall for one row of a spreadsheet goes on below, its short boxes empty there. */
function inPieces(row: PageRow): PageRow[] {
  if (row.fixed) return [{ ...row, cells: row.cells.map(cut) }]
  const wrapped = row.cells.map(linesOf)
  const most = Math.max(...wrapped.map(lines => lines.length))
  if (most <= mostLines) return [row]
  return Array.from({ length: Math.ceil(most / mostLines) }, (_, index) => ({
    ...row,
    cells: row.cells.map((cell, place) => {
      const lines = wrapped[place] ?? []
      if (lines.length <= 1) return index === 0 ? cell : { ...cell, value: null }
      const piece = lines.slice(index * mostLines, (index + 1) * mostLines).join('')
      return { ...cell, value: piece.replace(/\n$/, '') || null }
    }),
  }))
}

/** What every sheet of a packet says at its edges, so that a paper copy can be matched: number, packet, digests, page, person, day. */
export function markPages(sheet: Worksheet, content: PacketContent): void {
  const { language, number, revision, packetId, digest, logHead, madeBy, madeOn, withDelicate } = content
  const texts = packetSheetTexts[language]
  const general = reportTexts[language]
  const face = typeface(language)
  sheet.headerFooter.oddHeader = headerFooter(
    {
      left: texts.number(number, revision),
      centre: withDelicate ? '' : general.withoutDelicate,
      right: general.printed(madeOn, madeBy),
    },
    face,
  )
  sheet.headerFooter.oddFooter = headerFooter(
    {
      left: texts.packet(packetId),
      centre: '',
      right: `${texts.digests(digest.slice(0, 12), logHead.slice(0, 12))}  ${general.page(pageNumber, pageCount)}`,
    },
    face,
  )
}

/** Sets a sheet up as A4 portrait, one page wide. */
export function setUpPacketPage(page: SheetPage): void {
  const { sheet } = page
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      left: 9 / inch,
      right: 9 / inch,
      top: 14 / inch,
      bottom: 14 / inch,
      header: 6 / inch,
      footer: 7 / inch,
    },
    printArea: `A$1:${sheet.getColumn(pageColumns).letter}$${page.next() - 1}`,
    printTitlesRow: '1:2',
  } satisfies Partial<Worksheet['pageSetup']>)
}
