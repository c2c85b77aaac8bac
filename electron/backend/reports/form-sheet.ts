import { textAt } from '../../../shared/catalogue/derive/value.ts'
import type { Values } from '../../../shared/catalogue/field.ts'
import type { FormLayout, FormName } from '../../../shared/catalogue/layout/layout.ts'
import { placeForm } from '../../../shared/catalogue/layout/place.ts'
import type { Language } from '../../../shared/text/language.ts'
import { reportTexts } from '../../../shared/text/reports.ts'
import { type Answers, hidesAnswers } from '../../../shared/catalogue/derive/box-content.ts'
import { roomFor, type Scale, textHeight } from './fit.ts'
import { partsOf, textLook } from './form-parts.ts'
import { headerFooter, pageCount, pageNumber, watermark } from './header-footer.ts'
import { lookBook, type LookWish, typeface } from './look.ts'
import { wrapLines } from './measure.ts'
import type { Note, Part } from './part.ts'
import type { ReportContext, ReportedCustomer } from './report-input.ts'
import { layTracks, type Track } from './row-heights.ts'
import { type Frame, type Line, put, type Range, type Workbook, type Worksheet } from './workbook.ts'

interface FormScale extends Scale {
  readonly row: number
  readonly pages: number
}

const columnWidth = 15 / 7 // 15 pixels; 48 of them fill an A4 page between the margins
const column = 11.25
const scales: Readonly<Record<FormName, FormScale>> = {
  KH001: { font: 9, column, row: 38, signatureHeight: 0, pages: 1 },
  KH002: { font: 8, column, row: 20, signatureHeight: 46, pages: 2 },
}

const inch = 25.4
const margins = {
  left: 9 / inch,
  right: 9 / inch,
  top: 12 / inch,
  bottom: 15 / inch,
  header: 6 / inch,
  footer: 7 / inch,
}
const pageHeight = 765 // points of A4 between the margins
const shrinkable = 1.2 // a form that is so much too tall is shrunk to one page rather than broken
const firstRow = 3 // below the title and the number, which are repeated on every page
const noteColumns = 8
const noteLines = 24

/** Draws one form of one customer as a new sheet: A4, on the raster of the paper, ready to print and sign. */
export function addFormSheet(
  workbook: Workbook,
  name: string,
  layout: FormLayout,
  customer: ReportedCustomer,
  context: ReportContext,
): void {
  const { values, secondLines = {} } = customer
  const scale = scales[layout.form]
  const answers: Answers = { values, context, blank: layout.blank, secondLines }
  const placed = placeForm(layout, { values })
  const notes: Note[] = []
  const parts = placed.cells.flatMap(cell => partsOf(cell, answers, scale, notes))
  const noted = noteParts(notes, placed.rowCount, layout.columns, scale)
  const all = [...parts, ...noted]
  const tracks = layTracks(all, placed.rowCount + noted.length / 2, scale.row, firstRow)

  const sheet = workbook.addWorksheet(name, { views: [{ showGridLines: false }] })
  sheet.columns = Array.from({ length: layout.columns }, () => ({ width: columnWidth }))
  const draw = drawer(sheet, context.language)
  const number = textAt(values, layout.numberPath)
  drawHeading(draw, layout, number || layout.blank, context)
  for (const track of tracks) track.heights.forEach((height, index) => setHeight(sheet, track.first + index, height))
  const last = tracks.at(-1)
  const bottom = last ? last.first + last.heights.length - 1 : firstRow
  const edges: Range = { top: firstRow, left: 1, bottom, right: layout.columns }
  for (const part of all) drawPart(draw, part, tracks, edges)
  setUpPage(sheet, layout, values, edges, context)
}

type Draw = (range: Range, value: Part['value'], look: LookWish, frame?: Frame) => void

function drawer(sheet: Worksheet, language: Language): Draw {
  const looks = lookBook(language)
  return (range, value, look, frame) => put(sheet, range, value, looks(look), frame)
}

function drawHeading(draw: Draw, layout: FormLayout, number: string, context: ReportContext): void {
  const { language, company } = context
  const title = layout.title[language]
  const across = { top: 1, bottom: 1, left: 1, right: layout.columns }
  const middle = layout.columns / 2
  draw(across, language === 'en' ? title : Array.from(title).join(' '), { role: 'title', align: 'center', size: 18 })
  const line = { top: 2, bottom: 2 }
  draw({ ...line, left: 1, right: middle }, company, textLook('caption', company, 9, 0))
  const numbered = reportTexts[language].number(layout.form, number)
  draw({ ...line, left: middle + 1, right: layout.columns }, numbered, {
    ...textLook('caption', numbered, 9, 0),
    align: 'right',
  })
}

function drawPart(draw: Draw, part: Part, tracks: readonly Track[], edges: Range): void {
  const top = tracks[part.row]
  const bottom = tracks[part.row + part.rows - 1]
  if (!top || !bottom) throw new Error(`A part stands below the form: row ${part.row}`)
  const range: Range = {
    top: top.first + (part.band === 'lower' ? 1 : 0),
    bottom: part.band === 'upper' ? top.first : bottom.first + bottom.heights.length - 1,
    left: part.column + 1,
    right: part.column + part.span,
  }
  const line = (side: keyof Range): Line =>
    part.open === side ? undefined : range[side] === edges[side] ? 'medium' : 'thin'
  draw(range, part.value, part.look, {
    top: line('top'),
    left: line('left'),
    bottom: line('bottom'),
    right: line('right'),
  })
}

/** Long texts below the form, in pieces that fit a row; each row has its head and its text. */
function noteParts(notes: readonly Note[], firstFree: number, columns: number, scale: Scale): Part[] {
  let row = firstFree
  return notes.flatMap(note => {
    const span = columns - noteColumns
    const lines = wrapLines(note.text, roomFor(span, scale.font, scale))
    const pieces: string[] = []
    for (let start = 0; start < lines.length; start += noteLines)
      pieces.push(lines.slice(start, start + noteLines).join(''))
    return pieces.flatMap((piece, index): Part[] => {
      const place = { row, rows: 1, band: 'whole' as const }
      row += 1
      const height = textHeight(Math.min(noteLines, lines.length - index * noteLines), scale.font)
      const head = index === 0 ? note.title : `${note.title} (${index + 1})`
      return [
        {
          ...place,
          column: 0,
          span: noteColumns,
          value: head,
          look: { role: 'head', align: 'center', size: scale.font },
          height: 0,
        },
        {
          ...place,
          column: noteColumns,
          span,
          value: piece.replace(/\n$/, ''),
          look: textLook('longText', piece, scale.font, span),
          height,
        },
      ]
    })
  })
}

function setHeight(sheet: Worksheet, row: number, height: number): void {
  sheet.getRow(row).height = Math.round(height * 4) / 4 // programs count quarters of a point
}

function setUpPage(sheet: Worksheet, layout: FormLayout, values: Values, edges: Range, context: ReportContext): void {
  setHeight(sheet, 1, 32)
  setHeight(sheet, 2, 17)
  let height = 0
  for (let row = 1; row <= edges.bottom; row += 1) height += sheet.getRow(row).height
  const texts = reportTexts[context.language]
  const { pages } = scales[layout.form]
  const page = texts.page(pageNumber, pageCount)
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: height <= pageHeight * shrinkable ? 1 : pages,
    horizontalCentered: true,
    margins,
    printArea: `A$1:${sheet.getColumn(layout.columns).letter}$${edges.bottom}`,
    printTitlesRow: '1:2',
  } satisfies Partial<Worksheet['pageSetup']>)
  sheet.headerFooter.oddHeader = watermark(context)
  sheet.headerFooter.oddFooter = headerFooter(
    {
      left: textAt(values, layout.numberPath) || layout.form,
      // Whoever approves must not take a box that was left out for an unanswered one.
      centre: hidesAnswers(layout, values, context.withDelicate) ? `${texts.withoutDelicate}  ${page}` : page,
      right: `${texts.printed(context.today, context.person)}  ${texts.log(context.logHead)}`,
    },
    typeface(context.language),
  )
}
