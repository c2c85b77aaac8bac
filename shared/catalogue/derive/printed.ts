import { fenToCapital } from '../../domain/capital.ts'
import type { Language } from '../../text/language.ts'
import type { Field, Option, Path, Value, Values } from '../field.ts'
import type { BoxCell, FormName } from '../layout/layout.ts'
import { displayValue, productLinesSummary, productLinesWithShares } from './display.ts'
import { boxAt } from './paths.ts'
import { isEmpty, valueAt } from './value.ts'

/** What a print of a form depends on. Without `withDelicate` the delicate boxes stay where the paper has them, empty (rules 11). */
export interface PrintOptions {
  readonly form: FormName
  readonly values: Values
  readonly language: Language
  readonly withDelicate: boolean
}

/** Fields that stay blank for ink on an approval form; every other blank box of KH002 prints 「—」, so that nothing can be added later (rules 10). */
const leftForInk = new Set(['approvedLimit', 'approvedGrade', 'signature', 'signedOn'])

/** The text of a box as the paper prints it: options with their ticks, several fields one after the other, units behind amounts. */
export function printedText(cell: BoxCell, options: PrintOptions): string {
  const { values, language, form } = options
  if (cell.computed) return productLinesSummary(values, language) || dash(form)
  const fields = printedFields(cell, values)
  const parts = fields.map(({ path, field }) => printedField(path, field, cell, options)).filter(text => text !== '')
  if (parts.length > 0) return parts.join('　')
  return fields.some(({ field }) => leftForInk.has(field.key) || isHidden(field, options)) ? '' : dash(form)
}

/** The fields of a box that are printed at all: nothing that the paper does not have. */
function printedFields(cell: BoxCell, values: Values): { readonly path: Path; readonly field: Field }[] {
  return cell.paths.flatMap(path => {
    const field = boxAt(path)?.field
    if (!field || field.key === 'isOurs') return []
    // The text of 其他 is printed while 其他 is chosen, and the period of a turnover only beside one.
    if (field.otherOf && !isChosen(valueAt(values, path.replace(/Other$/, '')), 'other')) return []
    if (field.key === 'turnoverPeriod' && isEmpty(values['customer.turnover'])) return []
    return [{ path, field }]
  })
}

function printedField(path: Path, field: Field, cell: BoxCell, options: PrintOptions): string {
  const { values, language } = options
  const value = isHidden(field, options) ? null : valueAt(values, path)
  if (field.key === 'turnoverPeriod') return `/ ${displayValue(field, value ?? 'year', language)}`
  if (field.kind === 'single' || field.kind === 'multi') return printedOptions(path, field, value, language)
  if (field.kind === 'tick') return `${value === true ? '☑' : '☐'} ${field.label[language]}`
  const text = field.key === 'sharePct' ? printedShare(path, values) : displayValue(field, value, language)
  if (text === '') return ''
  const unit = field.unit && field.key !== 'sharePct' ? ` ${field.unit[language]}` : ''
  const name = cell.inline ? `${field.label[language]} ` : ''
  return `${name}${text}${unit}${cell.capital && typeof value === 'number' ? `（人民币${fenToCapital(BigInt(value))}）` : ''}`
}

/** All options of a choice with the taken ones ticked; in the people table, where there is no room, the taken one alone. */
function printedOptions(path: Path, field: Field, value: Value, language: Language): string {
  if (path.startsWith('people.')) return displayValue(field, value, language)
  return (field.options ?? [])
    .map(option => {
      const letter = printedLetter(option, language)
      return `${isChosen(value, option.code) ? '☑' : '☐'}\u00a0${letter && `${letter}\u00a0`}${option.label[language]}`
    })
    .join('　')
}

/** The letter that the paper prints before an option; none where the option is called by its letter. */
export function printedLetter(option: Option, language: Language): string {
  return option.letter === option.label[language] ? '' : (option.letter ?? '')
}

function printedShare(path: Path, values: Values): string {
  const row = productLinesWithShares(values)[(boxAt(path)?.position ?? 1) - 1]
  return row?.share === null || row === undefined ? '' : `${row.share.toFixed(1)}%`
}

/** A delicate answer that nobody asked to print. */
function isHidden(field: Field, { withDelicate }: PrintOptions): boolean {
  return field.delicate === true && !withDelicate
}

function isChosen(value: Value, code: string): boolean {
  return value === code || (Array.isArray(value) && value.includes(code))
}

const dash = (form: FormName) => (form === 'KH002' ? '—' : '')
