import type { BoxCell } from '../../../shared/catalogue/layout/layout.ts'
import type { PlacedCell } from '../../../shared/catalogue/layout/place.ts'
import { labelOf } from '../../../shared/catalogue/derive/display.ts'
import { boxAt, productLinePath } from '../../../shared/catalogue/derive/paths.ts'
import { rmbInWords } from '../../../shared/domain/capital.ts'
import { reportTexts } from '../../../shared/text/reports.ts'
import { type Answers, boxContent, type Content, inlineLabel } from '../../../shared/catalogue/derive/box-content.ts'
import { indentWidth, inset, isIndented, lineHeight, roomFor, type Scale, textHeight } from './fit.ts'
import { headPart } from './head-part.ts'
import type { LookWish } from './look.ts'
import { textWidth, wrapLines } from './measure.ts'
import type { Drawn, Note, Part } from './part.ts'

const shrinkable = 1.6
const tallest = 150 // a box that needs more becomes a note

/** Turns one placed cell of a layout into the parts that are drawn; texts that do not fit go into `notes`. */
export function partsOf(placed: PlacedCell, answers: Answers, scale: Scale, notes: Note[]): Part[] {
  const place = {
    row: placed.row,
    rows: placed.cell.rows,
    column: placed.column,
    span: placed.cell.span,
    band: 'whole' as const,
  }
  if (placed.cell.kind === 'head') return [{ ...place, ...headPart(placed.cell, answers.context.language, scale) }]
  const { cell } = placed
  const content = boxContent(cell, answers)
  if (cell.inline && !isTick(cell)) return bands(place, cell, content, answers, scale)
  const below = cell.paths.flatMap(path => answers.secondLines?.[path] ?? [])
  if (cell.capital && content.kind === 'number' && content.fen !== undefined)
    return withCapital(place, content, [`(${rmbInWords(content.fen)})`, ...below].join('\n'), scale)
  return [{ ...place, ...boxPart(cell, withLines(content, below), answers, scale, notes) }]
}

/** A box that is empty itself still carries its second line. */
function withLines(content: Content, below: readonly string[]): Content {
  if (content.kind === 'number' || below.length === 0) return content
  return { kind: 'pieces', pieces: [content.pieces.join(' '), ...below].filter(piece => piece !== '') }
}

type Place = Pick<Part, 'row' | 'rows' | 'column' | 'span' | 'band'>

const isOneWord = (text: string): boolean => /^[!-~]+$/.test(text)
const isTick = (cell: BoxCell): boolean => cell.paths.some(path => boxAt(path)?.field.kind === 'tick')

function boxPart(cell: BoxCell, content: Content, answers: Answers, scale: Scale, notes: Note[]): Drawn {
  const size = scale.font
  const signed = cell.paths.some(path => path.endsWith('.signature'))
  const least = signed ? scale.signatureHeight : textHeight(cell.lines, size)
  const align = alignment(cell)
  if (content.kind === 'number') return { ...number(content, size, align, cell.span), height: least }
  const room = roomFor(cell.span, size, scale)
  const text = pieceLines(content.pieces, room).join('\n')
  const lines = wrapLines(text, room).length
  const height = Math.max(least, textHeight(lines, size))
  if (height > tallest) return { ...asNote(cell, text, answers, size, notes), height: least }
  // A number that is a little too long is drawn smaller rather than broken in two.
  if (isOneWord(text) && textWidth(text) <= room * shrinkable) {
    const span = textWidth(text) <= room ? cell.span : 0
    return { value: text, look: { ...textLook('number', text, size, span), align }, height: least }
  }
  const role = cell.lines > 1 && lines > 1 && !signed ? 'longText' : 'value'
  return { value: text || null, look: { ...textLook(role, text, size, cell.inline ? 0 : cell.span), align }, height }
}

/** Tables of short facts are centred as on the paper, amounts of a column stand under each other. */
function alignment(cell: BoxCell): LookWish['align'] {
  const [path = ''] = cell.paths
  if (path.startsWith('approvals.') || (path.startsWith('people.') && !isIndented(cell.span))) return 'center'
  return /^productLines\..*(Sales|Pct)$/.test(path) ? 'right' : 'left'
}

function asNote(cell: BoxCell, text: string, { context }: Answers, size: number, notes: Note[]): Omit<Drawn, 'height'> {
  const texts = reportTexts[context.language]
  const noteNumber = notes.length + 1
  const paths = cell.computed === 'productLines' ? [productLinePath(1, 'line')] : cell.paths
  const box = paths.map(path => labelOf(path, context.language)).join(' ')
  notes.push({ title: texts.note(noteNumber, box), text })
  return { value: texts.seeNote(noteNumber), look: textLook('value', '', size, cell.span) }
}

/** A text format keeps numbers as typed; some programs show #### for one of more than 255 signs. */
export function textLook(role: LookWish['role'], text: string, size: number, span: number): LookWish {
  return { role, align: 'left', size, indent: isIndented(span) ? 1 : 0, ...(text.length <= 255 ? { format: '@' } : {}) }
}

function number(
  content: Extract<Content, { kind: 'number' }>,
  size: number,
  align: LookWish['align'],
  span: number,
): Omit<Drawn, 'height'> {
  return {
    value: content.value,
    look: { role: 'number', align, size, indent: isIndented(span) ? 1 : 0, format: content.format },
  }
}

/** Pieces stand in as few lines as possible and are not broken inside if they fit a line at all. */
function pieceLines(pieces: readonly string[], room: number): string[] {
  const oneLine = pieces.join('   ')
  if (textWidth(oneLine) <= room) return [oneLine]
  const lines: string[] = []
  for (const piece of pieces) {
    const longer = `${lines.at(-1)} ${piece}`
    if (lines.length > 0 && textWidth(longer) <= room) lines[lines.length - 1] = longer
    else lines.push(piece)
  }
  return lines
}

/** 面积 above 600 ㎡: the label in the upper half of the row, the number alone in the lower. */
function bands(place: Place, cell: BoxCell, content: Content, answers: Answers, scale: Scale): Part[] {
  const small = scale.font - 1
  const lower: Omit<Drawn, 'height'> =
    content.kind === 'number'
      ? number(content, scale.font, 'left', 0)
      : { value: content.pieces.join(' ') || null, look: textLook('value', '', scale.font, 0) }
  return [
    {
      ...place,
      band: 'upper',
      value: inlineLabel(cell, answers),
      look: textLook('label', '', small, 0),
      height: lineHeight(small) + 3,
      open: 'bottom',
    },
    { ...place, band: 'lower', ...lower, height: lineHeight(scale.font) + 3, open: 'top' },
  ]
}

/** The amount as a number, and beside it the same in words, so that no digit can be added. */
function withCapital(place: Place, content: Extract<Content, { kind: 'number' }>, words: string, scale: Scale): Part[] {
  const wanted = Math.ceil(((textWidth(content.shown) + 0.5) * scale.font + inset + indentWidth) / scale.column)
  const span = Math.min(wanted, place.span - 4)
  const rest = place.span - span
  const lines = wrapLines(words, roomFor(rest, scale.font, scale)).length
  const height = textHeight(lines, scale.font)
  return [
    { ...place, span, ...number(content, scale.font, 'left', span), height, open: 'right' },
    {
      ...place,
      column: place.column + span,
      span: rest,
      value: words,
      look: textLook('value', words, scale.font, 0),
      height,
      open: 'left',
    },
  ]
}
