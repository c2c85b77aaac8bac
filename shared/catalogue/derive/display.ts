import { formatBankAccount } from '../../domain/contact.ts'
import { erasedMark } from '../../domain/erased-mark.ts'
import { formatMoney } from '../../domain/money.ts'
import { formatQuantity } from '../../domain/plain-number.ts'
import { computeShares } from '../../domain/shares.ts'
import type { Label, Language } from '../../text/language.ts'
import { approvalPosts } from '../approvals.ts'
import type { Field, Option, Path, Value, Values } from '../field.ts'
import { personRoles } from '../people.ts'
import { boxAt } from './paths.ts'
import { type ProductLine, productLines } from './rows.ts'
import { isEmpty } from './value.ts'

/** A value as the box shows it, without its unit: 12,345.67 · 1998-03 · 汽运、自提. Empty text where nothing is known. */
export function displayValue(field: Field, value: Value, language: Language): string {
  if (value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? '☑' : '☐'
  if (typeof value === 'number') return field.kind === 'money' ? formatMoney(value) : formatQuantity(value)
  if (value === erasedMark) return erasedWords[language]
  if (typeof value === 'string')
    return field.kind === 'single' ? optionLabel(field, value, language) : displayText(field, value)
  return value.map(code => optionLabel(field, code, language)).join(language === 'en' ? ', ' : '、')
}

/** Words that somebody wrote as a screen shows them, also where they were erased. */
export function shownWords(text: string, language: Language): string {
  return text === erasedMark ? erasedWords[language] : text
}

const erasedWords: Label = {
  'zh-CN': '［个人信息，已删除］',
  'zh-TW': '［個人資料，已刪除］',
  en: '[personal data, deleted]',
}

function displayText(field: Field, value: string): string {
  return field.key === 'bankAccountNo' ? formatBankAccount(value) : value
}

/** The wording of an option; an unknown code shows itself rather than nothing. */
export function optionLabel(field: Field, code: string, language: Language): string {
  return field.options?.find(option => option.code === code)?.label[language] ?? code
}

/** The letter that the paper prints before an option; none where the option is called by its letter. */
export function optionLetter(option: Option, language: Language): string {
  return option.letter === option.label[language] ? '' : (option.letter ?? '')
}

/** A person of a card: 负责人, and of more than one 负责人 2. `subject` is the path of the row. */
export function personLabel(subject: string, language: Language): string {
  const [record = '', role, place = '1'] = subject.split('.')
  const row = rowLabel(record, role, language)
  return place === '1' ? row : `${row} ${place}`
}

/** A box's full name: 负责人 · 电话, 第 2 行 · 月销售额, 编号. Paths that name no box show themselves. */
export function labelOf(path: Path, language: Language): string {
  const box = boxAt(path)
  if (!box) return path
  const { label, within } = box.field
  const name = within ? `${within[language]} · ${label[language]}` : label[language]
  const row = rowLabel(box.record, box.row, language)
  if (box.record === 'people') return box.position === 1 ? `${row} · ${name}` : `${row} ${box.position} · ${name}`
  if (box.record === 'productLines')
    return `${language === 'en' ? `Row ${box.position}` : `第 ${box.position} 行`} · ${name}`
  return row ? `${row} · ${name}` : name
}

function rowLabel(record: string, row: string | undefined, language: Language): string {
  const rows: readonly { code: string; label: Record<Language, string> }[] =
    record === 'people' ? personRoles : approvalPosts
  return rows.find(candidate => candidate.code === row)?.label[language] ?? ''
}

/** Product rows with the share that counts: computed from sales, or typed where sales are unknown. */
export function productLinesWithShares(values: Values): (ProductLine & { readonly share: number | null })[] {
  const rows = productLines(values)
  const shares = computeShares(rows)
  return rows.map((row, index) => ({ ...row, share: shares[index] ?? null }))
}

/** KH001 box 28 and KH002 box 13: 食用油 60%、调味品 40%. */
export function productLinesSummary(values: Values, language: Language): string {
  return productLinesWithShares(values)
    .filter(row => row.line !== '')
    .map(row => (row.share === null ? row.line : `${row.line} ${formatQuantity(row.share)}%`))
    .join(language === 'en' ? ', ' : '、')
}

/** Whether any row of the product table says something. */
export function hasProductLines(values: Values): boolean {
  return Object.keys(values).some(path => path.startsWith('productLines.') && !isEmpty(values[path]))
}
