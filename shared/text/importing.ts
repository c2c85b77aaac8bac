import { labelOf } from '../catalogue/derive/display.ts'
import { boxAt } from '../catalogue/derive/paths.ts'
import type { Path } from '../catalogue/field.ts'
import type { ImportProblem } from '../contract/import-calls.ts'
import { type ExtraBox, extraLabel, extraPath } from '../domain/extra-box.ts'
import { rolePath, type TableKind } from '../domain/imports.ts'
import type { Language } from './language.ts'
import { likenessWords } from './likeness.ts'
import { screens } from './screen-texts.ts'
import type { ImportingTexts } from './zh-CN/importing.ts'

/** The words of importing in a language, for the sheets that it hands out. */
export function importingTexts(language: Language): ImportingTexts {
  return screens[language].importing
}

/** What box names depend on: the language, the boxes of the company, and what the sheet is about. */
export interface ImportNaming {
  readonly language: Language
  readonly extras: readonly ExtraBox[]
  readonly kind: TableKind
}

/** The name of a box that a column can fill, one of the forms or one of the company. */
export function importLabel(path: Path, { language, extras, kind }: ImportNaming): string {
  if (path === rolePath) return screens[language].importing.role
  const box = boxAt(path)
  // A line of the form would read like a row of the sheet, which is about one product a row.
  if (kind === 'products' && box?.record === 'productLines') return box.field.label[language]
  const extra = extras.find(({ id }) => extraPath(id) === path)
  return extra ? extraLabel(extra, language) : labelOf(path, language)
}

/** Why a row is not imported, or what to look at in it, in a sentence that names the box or the column and what stands there. */
export function problemSentence(problem: ImportProblem, naming: ImportNaming): string {
  const { code, path, column, found } = problem
  const { language } = naming
  const { importing, imports, problems, warnings } = screens[language]
  const reason =
    (code === 'not-an-option' && takesOther(path) ? importing.noOptionOrOther : undefined) ??
    textOf(importing, `problem-${code}`) ??
    textOf(imports.cell, code) ??
    textOf(imports.note, code) ??
    textOf(problems, code) ??
    textOf(warnings, code) ??
    importing['problem-unknown']
  const box = path === null ? column : importLabel(path, naming)
  if (box === '') return reason
  const sentence = found === '' ? importing.wrong : importing.wrongFound
  return sentence
    .replace('{{box}}', () => box)
    .replace('{{found}}', () => found)
    .replace(
      '{{reason}}',
      () =>
        `${withFacts(
          reason.replace('{{found}}', () => found),
          factsOf(problem, language),
        )}${code === 'not-an-option' ? choicesOf(path, language) : ''}`,
    )
}

/** What the sentence of a problem names beside the box and what stands there. */
function factsOf({ facts = {}, alike }: ImportProblem, language: Language): Readonly<Record<string, string>> {
  if (!alike) return facts
  return { ...facts, row: String(alike.row), score: String(alike.score), parts: likenessWords(language, alike) }
}

function withFacts(text: string, facts: Readonly<Record<string, string>>): string {
  return Object.entries(facts).reduce((filled, [key, fact]) => filled.replace(`{{${key}}}`, () => fact), text)
}

/** Several sentences about one row in one line, with one mark between them. */
export function joinSentences(sentences: readonly string[], language: Language): string {
  const last = sentences.length - 1
  const bare = sentences.map((sentence, index) => (index === last ? sentence : sentence.replace(/[。.]$/, '')))
  return bare.join(language === 'en' ? '; ' : '；')
}

const mostChoices = 12

/** What can be chosen in a box, to follow a sentence that has room for it. */
function choicesOf(path: Path | null, language: Language): string {
  const options = (path === null ? undefined : boxAt(path)?.field.options) ?? []
  if (options.length === 0 || options.length > mostChoices) return ''
  const labels = options.map(({ label }) => label[language]).join(language === 'en' ? ', ' : '、')
  const sentence = screens[language].importing.choices.replace('{{options}}', () => labels)
  return language === 'en' ? ` ${sentence}` : sentence
}

/** Whether a box takes what none of its options says as 其他 with words of its own. */
function takesOther(path: Path | null): boolean {
  const field = path === null ? undefined : boxAt(path)?.field
  return field?.kind === 'single' && field.options?.some(({ code }) => code === 'other') === true
}

function textOf(texts: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined
}
