import { displayValue, optionLetter, productLinesSummary, productLinesWithShares } from './display.ts'
import { type Box, boxAt } from './paths.ts'
import type { SecondLines } from './second-lines.ts'
import { isEmpty, textAt, valueAt } from './value.ts'
import type { Field, Path, Value, Values } from '../field.ts'
import type { BoxCell, FormLayout } from '../layout/layout.ts'
import { placeForm } from '../layout/place.ts'
import { reportTexts } from '../../text/reports.ts'
import type { Language } from '../../text/language.ts'
import { toSerial } from '../../domain/serial-date.ts'

/** What stands in a box: pieces of text that keep together (printed options, fields that share a cell), or a number with its format. */
export type Content =
  | { readonly kind: 'pieces'; readonly pieces: readonly string[] }
  | {
      readonly kind: 'number'
      readonly value: number
      readonly format: string
      readonly shown: string
      /** The amount in 分, from which it is written in words; a sheet's own number is a float. */
      readonly fen?: number
    }

/** In which language a form is printed, and whether the delicate boxes are filled in: whoever prints has to ask for it (rules 11). */
export interface PrintContext {
  readonly language: Language
  readonly withDelicate: boolean
}

/** A customer's answers on their way into boxes; `blank` is what an empty box of the form prints. */
export interface Answers {
  readonly values: Values
  readonly context: PrintContext
  readonly blank: string
  readonly secondLines?: SecondLines
}

export const dateFormat = 'yyyy-mm-dd'

/** The content of one box of a layout. */
export function boxContent(cell: BoxCell, answers: Answers): Content {
  if (cell.computed === 'productLines')
    return pieces(productLinesSummary(answers.values, answers.context.language) || answers.blank)
  const boxes = cell.paths.flatMap(path => boxAt(path) ?? []).filter(isPrinted)
  const [first] = boxes
  if (!first) return pieces()
  return boxes.length === 1 ? fieldContent(first, answers) : combined(boxes, answers)
}

/** The labels that an `inline` box writes before its fields. */
export function inlineLabel(cell: BoxCell, answers: Answers): string {
  return cell.paths.flatMap(path => boxAt(path)?.field.label[answers.context.language] ?? []).join(' ')
}

/** Whether a print without the delicate boxes leaves out answers that are known, which it has to say so that they do not count as missing. */
export function hidesAnswers(layout: FormLayout, values: Values, withDelicate: boolean): boolean {
  if (withDelicate) return false
  const paths = placeForm(layout, { values }).cells.flatMap(({ cell }) => (cell.kind === 'box' ? cell.paths : []))
  return paths.some(path => boxAt(path)?.field.delicate === true && !isEmpty(valueAt(values, path)))
}

/** 其他 prints its text itself, and 本公司 has no box on the paper. */
function isPrinted({ record, field }: Box): boolean {
  return field.otherOf === undefined && !(record === 'productLines' && field.key === 'isOurs')
}

const pieces = (...texts: string[]): Content => ({ kind: 'pieces', pieces: texts.filter(text => text !== '') })
const isHidden = (field: Field, { context }: Answers): boolean => field.delicate === true && !context.withDelicate

function fieldContent({ path, field }: Box, answers: Answers): Content {
  const hidden = isHidden(field, answers)
  const value = hidden ? null : answerAt(path, field, answers.values)
  // What the last signature fills in stays open for ink; a hidden box must not claim to be blank.
  const blank = hidden || field.setBy === 'lastSignature' ? '' : answers.blank
  if (field.kind === 'tick') return pieces(tick(field, value === true, answers))
  if (field.options) return pieces(...printedOptions(path, field, value, isEmpty(value) ? blank : '', answers))
  if (isEmpty(value)) return pieces(blank)
  return asNumber(field, value, answers) ?? pieces(quantity(field, value, answers))
}

/** Shares are computed from the sales of all lines. */
function answerAt(path: Path, field: Field, values: Values): Value {
  if (field.key !== 'sharePct') return valueAt(values, path)
  return productLinesWithShares(values).find(line => boxAt(path)?.position === line.position)?.share ?? null
}

function printedOptions(path: Path, field: Field, value: Value, blank: string, answers: Answers): string[] {
  const { language } = answers.context
  const chosen = typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
  return (field.options ?? []).map((option, index, all) => {
    const { code } = option
    const wording = [optionLetter(option, language), option.label[language]].filter(part => part !== '').join(' ')
    const other = code === 'other' && chosen.includes(code) ? textAt(answers.values, `${path}Other`) : ''
    const last = blank && index === all.length - 1 ? `\u00a0${blank}` : ''
    return mark(chosen.includes(code), other ? reportTexts[language].otherText(wording, other) : wording) + last
  })
}

/** 房产 ☑自有: what a tick belongs to stands before it. */
function tick({ label, within }: Field, ticked: boolean, { context }: Answers): string {
  const marked = mark(ticked, label[context.language])
  return within ? `${within[context.language]} ${marked}` : marked
}

/** Blanks that do not break keep a wording of several words in one piece on the sheet, too. */
const mark = (ticked: boolean, wording: string): string => `${ticked ? '☑' : '☐'}${wording.replaceAll(' ', '\u00a0')}`

function asNumber(field: Field, value: Value, answers: Answers): Content | undefined {
  if (typeof value === 'string') {
    const serial = field.kind === 'date' || field.kind === 'partialDate' ? toSerial(value) : undefined
    return serial === undefined ? undefined : { kind: 'number', value: serial, format: dateFormat, shown: value }
  }
  if (typeof value !== 'number') return undefined
  const shown = quantity(field, value, answers)
  if (field.kind === 'money')
    return { kind: 'number', value: value / 100, format: `#,##0.00${unitFormat(field, answers)}`, shown, fen: value }
  if (field.kind === 'percent') return { kind: 'number', value, format: '0.0"%"', shown: `${value.toFixed(1)}%` }
  const digits = Number.isInteger(value) ? '#,##0' : '#,##0.0#'
  return { kind: 'number', value, format: `${digits}${unitFormat(field, answers)}`, shown }
}

function unitFormat(field: Field, { context }: Answers): string {
  return field.unit ? `" ${field.unit[context.language]}"` : ''
}

function quantity(field: Field, value: Value, { context }: Answers): string {
  const shown = displayValue(field, value, context.language)
  return field.unit ? `${shown} ${field.unit[context.language]}` : shown
}

/** Fields that share a cell: bank and account, vehicles and note, amount per period, date and name. */
function combined(boxes: readonly Box[], answers: Answers): Content {
  const texts: string[] = []
  for (const { path, field } of boxes) {
    const value = valueAt(answers.values, path)
    if (isEmpty(value) || isHidden(field, answers)) continue
    const wording = quantity(field, value, answers)
    const amount = field.key === 'turnoverPeriod' ? texts.pop() : undefined
    texts.push(amount ? `${amount}/${wording}` : wording)
  }
  const blank = boxes.some(({ field }) => isHidden(field, answers)) ? '' : answers.blank
  return pieces(...(texts.length > 0 ? texts : [blank]))
}
