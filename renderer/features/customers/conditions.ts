import type { TFunction } from 'i18next'
import { displayValue } from '../../../shared/catalogue/derive/display.ts'
import { parseEntry } from '../../../shared/catalogue/derive/entry.ts'
import { type ListColumn, listLabel } from '../../../shared/catalogue/list-columns.ts'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Condition } from '../../../shared/contract/list-shapes.ts'
import { extraText, parseExtraNumber } from '../../../shared/domain/extra-box.ts'
import type { Parsed } from '../../../shared/domain/parsed.ts'
import { parsePartialDate } from '../../../shared/domain/partial-date.ts'
import { parsePercent } from '../../../shared/domain/plain-number.ts'
import type { Language } from '../../../shared/text/language.ts'

export type Test = Condition['is']

/** Which tests a column takes, the likeliest first. */
export function testsOf({ kind }: ListColumn): readonly Test[] {
  switch (kind) {
    case 'text':
      return ['contains', 'begins', 'empty', 'filled']
    case 'choice':
      return ['anyOf', 'empty', 'filled']
    case 'tags':
      return ['anyOf', 'contains', 'empty', 'filled']
    case 'number':
    case 'date':
    case 'instant':
      return ['between', 'empty', 'filled']
  }
}

/** Something that a filter can ask for, with its wording. */
export interface Choice {
  readonly value: string
  readonly label: string
}

/** The tags that can be chosen, the most used first; one that is asked for is among them, whoever still has it. */
export function tagChoices(
  used: Output<'tags.list'>['tags'],
  asked: { readonly column: string } | Condition,
  t: TFunction,
): Choice[] {
  const chosen = 'is' in asked && asked.is === 'anyOf' ? asked.codes : []
  const unused = chosen.filter(code => !used.some(({ tag }) => tag === code)).map(tag => ({ tag, customers: 0 }))
  return [...used, ...unused].map(({ tag, customers }) => ({
    value: tag,
    label: `${tag} (${t('extra.tagUsed', { count: customers })})`,
  }))
}

/** What can be chosen of a column with choices; a tick is yes or no. */
export function choicesOf({ field }: ListColumn, language: Language, t: TFunction): Choice[] {
  if (field?.kind === 'tick')
    return [
      { value: '1', label: t('grid.yes') },
      { value: '0', label: t('grid.no') },
    ]
  return (field?.options ?? []).map(({ code, label }) => ({ value: code, label: label[language] }))
}

/** One end of a range as it was typed: 分, ㎡, or a day, month or year. `null` where the box is empty. */
export function parseBound(
  { kind, field, extra }: ListColumn,
  text: string,
  today: string,
): Parsed<string | number | null> {
  if (text.trim() === '') return { ok: true, value: null }
  if (kind === 'date' || kind === 'instant') return parsePartialDate(text, today)
  if (extra) return parseExtraNumber(text)
  if (!field) return parsePercent(text)
  const parsed = parseEntry(field, text, today)
  return parsed.ok ? { ok: true, value: Number(parsed.value) } : parsed
}

/** The end of a range as it is written. */
export function boundText({ field, extra }: ListColumn, bound: string | number | null, language: Language): string {
  if (bound === null) return ''
  if (extra) return extraText(extra, bound, language)
  return field && typeof bound === 'number' ? displayValue(field, bound, language) : String(bound)
}

/** A filter in words: 等级：A级、B级 · 地址：含“萧山” · 申请额度：50,000.00 起. */
export function conditionWords(condition: Condition, column: ListColumn, language: Language, t: TFunction): string {
  const name = listLabel(column, language)
  switch (condition.is) {
    case 'empty':
    case 'filled':
      return t(`grid.words-${condition.is}`, { name })
    case 'contains':
    case 'begins':
      return t(`grid.words-${condition.is}`, { name, text: condition.text })
    case 'anyOf': {
      const choices = choicesOf(column, language, t)
      const labels = condition.codes.map(code => choices.find(choice => choice.value === code)?.label ?? code)
      return t('grid.words-anyOf', { name, text: labels.join(language === 'en' ? ', ' : '、') })
    }
    case 'between': {
      const from = boundText(column, condition.from, language)
      const to = boundText(column, condition.to, language)
      if (to === '') return t('grid.words-from', { name, from })
      return from === '' ? t('grid.words-to', { name, to }) : t('grid.words-between', { name, from, to })
    }
  }
}
