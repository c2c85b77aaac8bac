import { labelOf } from '../../../shared/catalogue/derive/display.ts'
import { personPath, productLinePath } from '../../../shared/catalogue/derive/paths.ts'
import type { Field, Path } from '../../../shared/catalogue/field.ts'
import { personFields, personRoles } from '../../../shared/catalogue/people.ts'
import { productLineFields } from '../../../shared/catalogue/product-lines.ts'
import { registerColumns } from '../../../shared/catalogue/register.ts'
import { languages } from '../../../shared/text/language.ts'
import { headKey, wholeHeadKey } from './head-key.ts'
import { headWords, personWords, productWords, roleWords } from './head-words.ts'

/** What a head was understood as: a box, and how plainly it says so from 0 to 1. */
export interface Meaning {
  readonly path: Path
  readonly confidence: number
  /** `form`: in the words of the forms; `synonym`: in other words; `numbered`: one of several rows; `values`: the cells say it; `extra`: the name of a box of the company. */
  readonly by: 'form' | 'synonym' | 'numbered' | 'values' | 'extra'
}

const digits: Readonly<Record<string, number>> = Object.fromEntries(
  Array.from('一二三四五六七八九', (digit, at) => [digit, at + 1]),
)
const words = (list: string | undefined): readonly string[] => (list ?? '').split(' ').filter(word => word !== '')

const formWords: ReadonlyMap<string, Path> = new Map(
  allPaths().flatMap(path => languages.map(language => [wholeHeadKey(labelOf(path, language)), path] as const)),
)
const synonyms = synonymMap()
const people = personMap()
const products = new Map([
  ...labelsOf(productLineFields),
  ...Object.entries(productWords).flatMap(([key, list]) => words(list).map(word => [word, key] as const)),
])

/** The boxes that a head can mean, the likeliest first; nothing for a head that is not understood. */
export function meaningsOf(text: string): readonly Meaning[] {
  const whole = formWords.get(wholeHeadKey(text))
  if (whole !== undefined) return [{ path: whole, confidence: 1, by: 'form' }]
  const key = headKey(text)
  const inUnit = formWords.get(key)
  if (inUnit !== undefined) return [{ path: inUnit, confidence: 0.95, by: 'form' }]
  const known = synonyms.get(key)
  if (known !== undefined) return [{ path: known, confidence: 0.9, by: 'synonym' }]
  return personMeaning(key) ?? productMeaning(key, 1, 0.9) ?? numbered(key)
}

/** Whether a cell could be a head: a word that is known, alone or with a number. */
export function isHeadWord(text: string): boolean {
  if (text.length > 24) return false
  return meaningsOf(text).length > 0 || groupRole(text) !== undefined
}

/** The role of the people below a group head such as 负责人, 法人代表, 采购. */
export function groupRole(text: string): string | undefined {
  return people.roles.get(headKey(text).replace(/(?:信息|资料|情况)$/, ''))
}

/** The box of a person that a head below a group head of people means. */
export function personField(text: string): string | undefined {
  return people.fields.get(headKey(text))
}

/** The box of a person that a head means by itself or behind a role (采购员电话), in the role that it says; 联系人 alone is the name. */
export function personMeanings(text: string): readonly Meaning[] {
  return personMeaning(headKey(text)) ?? []
}

/** The box of a product line that a head means. */
export function productMeanings(text: string): readonly Meaning[] {
  return productMeaning(headKey(text), 1, 0.9) ?? []
}

function allPaths(): Path[] {
  const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  const paths = [
    ...rows.flatMap(row =>
      personRoles.flatMap(({ code }) => personFields.map(({ key }) => personPath(code, row, key))),
    ),
    ...rows.flatMap(row => productLineFields.map(({ key }) => productLinePath(row, key))),
  ]
  // The customer card comes last: where two boxes have one wording it is meant.
  return [...paths, ...[...registerColumns].reverse()]
}

function synonymMap(): ReadonlyMap<string, Path> {
  return new Map(Object.entries(headWords).flatMap(([path, list]) => words(list).map(word => [word, path] as const)))
}

function personMap() {
  const roles = new Map([
    ...personRoles.flatMap(({ code, label }) => languages.map(language => [headKey(label[language]), code] as const)),
    ...Object.entries(roleWords).flatMap(([role, list]) => words(list).map(word => [word, role] as const)),
  ])
  const fields = new Map([
    ...labelsOf(personFields),
    ...Object.entries(personWords).flatMap(([key, list]) => words(list).map(word => [word, key] as const)),
  ])
  return { roles, fields }
}

function labelsOf(fields: readonly Field[]): (readonly [string, string])[] {
  return fields.flatMap(({ key, label }) => languages.map(language => [headKey(label[language]), key] as const))
}

/** 负责人, 负责人电话, 法人手机, 采购员姓名; 性别 alone is asked of the person in charge. */
function personMeaning(key: string, row = 1, confidence = 0.9): readonly Meaning[] | undefined {
  const by = row > 1 ? 'numbered' : 'synonym'
  for (let end = key.length; end > 0; end--) {
    const role = people.roles.get(key.slice(0, end))
    const field = role === undefined ? undefined : end === key.length ? 'name' : people.fields.get(key.slice(end))
    if (role !== undefined && field !== undefined) return [{ path: personPath(role, row, field), confidence, by }]
  }
  const alone = people.fields.get(key)
  return alone === undefined
    ? undefined
    : [{ path: personPath('principal', row, alone), confidence: confidence - 0.1, by }]
}

function productMeaning(key: string, row: number, confidence: number): readonly Meaning[] | undefined {
  const field = products.get(key)
  return field === undefined
    ? undefined
    : [{ path: productLinePath(row, field), confidence, by: row > 1 ? 'numbered' : 'synonym' }]
}

/** 联系人2, 联系人2电话, 品种三, 第2行品牌. */
function numbered(key: string): readonly Meaning[] {
  const [, before = '', number = '', after = ''] =
    /^(.*?)第?(\d{1,2}|[一二三四五六七八九])(?:行|位)?(.*)$/.exec(key) ?? []
  const row = digits[number] ?? Number(number)
  if (!(row >= 1 && row <= 50)) return []
  const bare = before + after
  return productMeaning(bare, row, 0.9) ?? personMeaning(bare, row) ?? []
}
