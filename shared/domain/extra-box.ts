import { formatQuantity } from './plain-number.ts'
import type { Field, Value } from '../catalogue/field.ts'
import type { Language } from '../text/language.ts'
import { inSteps, isNegative, numeralText, readNumeral } from './numeral.ts'
import { type Parsed, refused, understood } from './parsed.ts'
import { freeTextWarning, type TextWarning } from './warnings.ts'

/** What an extra box holds. */
export const extraKinds = ['text', 'number', 'date', 'choice'] as const
export type ExtraKind = (typeof extraKinds)[number]

/** A wording in one or three languages; where a language is missing the first one stands in. */
export interface ExtraLabel {
  readonly label: string
  readonly zhTW: string | null
  readonly en: string | null
}

/** One answer of a choice; a retired one stays with those who have it and is offered to nobody. */
export interface ExtraOption extends ExtraLabel {
  readonly code: string
  readonly retired: boolean
}

/** A box that the company added to its files (rules 21); it is never scored and never counts in 完整度. */
export interface ExtraBox extends ExtraLabel {
  readonly id: number
  readonly kind: ExtraKind
  readonly retired: boolean
  readonly options: readonly ExtraOption[]
}

/** So many extra boxes may be in use at a time. */
export const mostExtraBoxes = 20

/** So long an answer in an extra box may be. */
export const longestExtra = 200

/** The path under which an extra box stands in the history and on sheets. */
export const extraPath = (id: number): string => `extra.${id}`

/** What does not belong in what is typed into a box for sentences (rules 11). */
export function extraWarning({ kind }: Pick<ExtraBox, 'kind'>, text: string): TextWarning | undefined {
  return kind === 'text' ? freeTextWarning(text) : undefined
}

/** The wording in a language. */
export function extraLabel({ label, zhTW, en }: ExtraLabel, language: Language): string {
  return (language === 'zh-TW' ? zhTW : language === 'en' ? en : label) ?? label
}

/** The extra box as the forms describe their own, for everything that is derived from such a description. */
export function extraField({ id, kind, options, ...label }: ExtraBox): Field {
  const common = { key: extraPath(id), label: labels(label), boxes: [] }
  switch (kind) {
    case 'choice':
      return {
        ...common,
        kind: 'single',
        options: options.map(({ code, ...wording }) => ({ code, label: labels(wording) })),
      }
    case 'number':
      return { ...common, kind: 'area' }
    case 'date':
      return { ...common, kind: 'date' }
    case 'text':
      return { ...common, kind: 'text', maxLength: longestExtra }
  }
}

const labels = (label: ExtraLabel) => ({
  'zh-CN': label.label,
  'zh-TW': extraLabel(label, 'zh-TW'),
  en: extraLabel(label, 'en'),
})

const decimals = 2
const largestNumber = 1_000_000_000_000

/** Reads a number typed into an extra box: with or without a sign, at most two decimals, up to a trillion; 万 and 亿 are understood. */
export function parseExtraNumber(text: string): Parsed<number> {
  const folded = numeralText(text)
  const numeral = readNumeral(folded.replace(/^[-负負]/, ''))
  if (!numeral) return refused('notNumber')
  const steps = inSteps(numeral, decimals)
  if (steps === null) return refused('numberTooPrecise')
  const value = Number(steps) / 10 ** decimals
  if (value > largestNumber) return refused('numberTooLarge')
  return understood(isNegative(folded) && value > 0 ? -value : value)
}

/** Whether a number is one that could have been typed into an extra box. */
export function isExtraNumber(value: number): boolean {
  return Math.abs(value) <= largestNumber && Number(value.toFixed(decimals)) === value
}

/** An answer as its box shows it; empty text where nothing is known. */
export function extraText(box: ExtraBox, value: Value | undefined, language: Language): string {
  if (typeof value === 'number') return value < 0 ? `-${formatQuantity(-value)}` : formatQuantity(value)
  if (typeof value !== 'string') return ''
  const option = box.options.find(({ code }) => code === value)
  return box.kind === 'choice' && option ? extraLabel(option, language) : value
}
