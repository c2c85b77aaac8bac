import { optionLetter } from '../../../shared/catalogue/derive/display.ts'
import type { Field, Option } from '../../../shared/catalogue/field.ts'
import { languages } from '../../../shared/text/language.ts'
import { foldWidth } from '../../../shared/domain/width.ts'
import { type CellReading, refuse } from './reading.ts'

const yes = new Set(['是', '有', '对', '對', '√', '✓', '✔', '☑', 'v', 'y', 'yes', 'true', '1', '○', '●'])
const no = new Set(['否', '无', '無', '没有', '沒有', '不', '×', '✗', '✘', '☐', 'x', 'n', 'no', 'false', '0'])
const tables = new WeakMap<Field, ReadonlyMap<string, string>>()
const otherWord = /^(?:[a-z][.、:)]?)?(?:其他|其它|other)[:,(\-—]+(.+?)\)?$/i

/** The code of the option that a cell names by its wording in any language, its code, its letter or both together. */
export function readChoice(field: Field, text: string): CellReading {
  const code = codeOf(field, text)
  if (code !== undefined) return { kind: 'value', value: code }
  const [, otherText] = otherWord.exec(foldWidth(text).trim()) ?? []
  const hasOther = field.options?.some(option => option.code === 'other')
  return hasOther && otherText
    ? { kind: 'value', value: 'other', otherText: otherText.trim() }
    : refuse('not-an-option')
}

/** The codes of all options that a cell names, in the paper's order; a word that is none of them refuses the cell. */
export function readChoices(field: Field, text: string): CellReading {
  const found = new Set<string>()
  let otherText: string | undefined
  for (const word of foldWidth(text).split(/[、,，;/|+\n]|\s{1,}(?=\p{Script=Han})/u)) {
    if (word.trim() === '') continue
    const reading = readChoice(field, word)
    if (reading.kind !== 'value') return reading
    found.add(String(reading.value))
    otherText ??= reading.otherText
  }
  const value = (field.options ?? []).map(({ code }) => code).filter(code => found.has(code))
  return { kind: 'value', value, ...(otherText === undefined ? {} : { otherText }) }
}

/** Yes or no in the marks and words that people tick with. */
export function readTick(text: string): CellReading {
  const word = foldWidth(text).trim().toLowerCase()
  if (yes.has(word)) return { kind: 'value', value: true }
  return no.has(word) ? { kind: 'value', value: false } : refuse('not-yes-or-no')
}

function codeOf(field: Field, text: string): string | undefined {
  let table = tables.get(field)
  if (!table) {
    table = spellings(field.options ?? [])
    tables.set(field, table)
  }
  return table.get(comparable(text))
}

/** Every spelling of every option. A spelling that two options share, as M for a sex and a size, names neither. */
function spellings(options: readonly Option[]): ReadonlyMap<string, string> {
  const table = new Map<string, string>()
  for (const option of options) {
    const { code, letter, alsoKnownAs = [] } = option
    const labels = languages.flatMap(language => {
      const shown = option.label[language]
      const mark = optionLetter(option, language)
      return mark ? [shown, mark + shown] : [shown]
    })
    for (const spelling of new Set([code, ...labels, ...(letter ? [letter] : []), ...alsoKnownAs].map(comparable)))
      if (!table.has(spelling)) table.set(spelling, code)
  }
  return table
}

function comparable(text: string): string {
  return foldWidth(text)
    .toLowerCase()
    .replace(/[\s.、:,()\-_☑√✓●■]/g, '')
}
