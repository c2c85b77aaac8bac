import { textOfCode, unsaidSex } from '../../../shared/catalogue/code-lists.ts'
import { parseEntry } from '../../../shared/catalogue/derive/entry.ts'
import { accepts } from '../../../shared/catalogue/derive/schema.ts'
import type { Field, Value } from '../../../shared/catalogue/field.ts'
import { checkRegistrationNo } from '../../../shared/domain/credit-code.ts'
import type { CellProblem } from '../../../shared/domain/import-reading.ts'
import { reportTexts } from '../../../shared/text/reports.ts'
import { foldWidth } from '../../../shared/domain/width.ts'
import { readDate } from './cell-dates.ts'
import { readAmount, readShare, readQuantity } from './cell-numbers.ts'
import { readChoice, readChoices, readTick } from './cell-options.ts'
import { cellText, isRuined } from './cell-text.ts'
import { asReading, type CellContext, type CellReading, refuse } from './reading.ts'
import type { Cell } from './table.ts'

const keep: CellReading = { kind: 'keep' }
const clearing = /^[[【［(（]\s*(?:清空|清除|clear)\s*[\]】］)）]$/i
const nothingKnown = /^(?:[-–—/\\_]+|n\/?a|null|暂无|不详|未知|待补|待定)$/i
/** What a register of ours says in the place of a delicate answer. */
const hiddenWords: ReadonlySet<string> = new Set(Object.values(reportTexts).map(({ hidden }) => hidden))
const options: readonly Field['kind'][] = ['single', 'multi', 'tick']
const numberKeys = [
  'businessRegNo',
  'taxNo',
  'bankAccountNo',
  'cardNo',
  'customerNo',
  'phone',
  'homePhone',
  'fax',
  'postcode',
]

/** Reads a cell of an imported sheet as the value of a box. It never throws. */
export function readCell(field: Field, cell: Cell, context: CellContext): CellReading {
  return readAnswer(field, cell, text => {
    const reading = readKind(field, cell, text, context)
    return reading.kind === 'value' && !accepts(field, reading.value) ? refuse(unacceptable(field)) : reading
  })
}

/** Reads a cell that says something with `read`, given its clean text; an empty one keeps the box, [清空] clears it, a failed formula is refused. */
export function readAnswer(field: Field, cell: Cell, read: (text: string) => CellReading): CellReading {
  const text = cellText(cell)
  if (text === '' || saysNothing(field, foldWidth(text))) return keep
  if (clearing.test(text)) return field.required ? refuse('required') : { kind: 'clear' }
  if (cell !== null && typeof cell === 'object' && cell.kind === 'error')
    return refuse(cell.text.startsWith('=') ? 'not-computed' : 'error-cell')
  return read(text)
}

/** 无 is an answer where there are words, and none where a number or a date should be. */
function saysNothing({ key, kind, delicate }: Field, text: string): boolean {
  if (nothingKnown.test(text) || (delicate && hiddenWords.has(text))) return true
  if (key === 'sex' && unsaidSex.includes(text)) return true
  const isWord = kind === 'text' || kind === 'longText' ? !numberKeys.includes(key) : options.includes(kind)
  return !isWord && /^(?:无|無|没有|沒有|none|nil)$/i.test(text)
}

function readKind(field: Field, cell: Cell, text: string, context: CellContext): CellReading {
  switch (field.kind) {
    case 'money':
      return readAmount(text, context)
    case 'area':
    case 'count':
      return readQuantity(field.kind, text)
    case 'percent':
      return readShare(cell, text, context.isRatio ?? false)
    case 'date':
    case 'partialDate':
      return readDate(field.kind, cell, text, context)
    case 'single':
      return readChoice(field, text)
    case 'multi':
      return readChoices(field, text)
    case 'tick':
      return readTick(text)
    case 'text':
    case 'longText':
      return readText(field, cell, text, context)
  }
}

function readText(field: Field, cell: Cell, text: string, context: CellContext): CellReading {
  const isNumber = numberKeys.includes(field.key)
  if (isNumber && cell !== null && typeof cell === 'object') {
    if (cell.kind === 'date') return refuse('date-for-number')
    if (cell.kind === 'number' && isRuined(cell)) return refuse('ruined')
  }
  if (isNumber && looksRuined(foldWidth(text), context.knowsText)) return refuse('ruined')
  const reading = asReading(parseEntry(field, textOfCode(field.key, text), context.today))
  return field.key === 'businessRegNo' && reading.kind === 'value' ? withNote(reading.value) : reading
}

/** 6.22202E+18 is never a number of an account; a text file can not say whether 6222020000000000000 is one. */
function looksRuined(text: string, knowsText: boolean): boolean {
  return /^\d(?:\.\d+)?e\+\d{1,2}$/i.test(text) || (!knowsText && /^\d{13,16}000$/.test(text))
}

/** A code with a slip in it is taken, as on the card, and pointed out (rules 7). */
function withNote(value: Value): CellReading {
  const check = checkRegistrationNo(typeof value === 'string' ? value : '')
  if (check.kind === 'wrongCheckCharacter') {
    const suggestion = check.number.slice(0, 17) + check.expected
    return { kind: 'value', value, note: 'credit-code-check', suggestion }
  }
  if (check.kind !== 'forbiddenLetter') return { kind: 'value', value }
  const suggestion = check.suggestion === null ? {} : { suggestion: check.suggestion }
  return { kind: 'value', value, note: 'credit-code-letter', ...suggestion }
}

/** Readers keep within what a box can hold; where one does not, the box has the last word. */
function unacceptable(field: Field): CellProblem {
  return field.kind === 'text' || field.kind === 'longText' ? 'tooLong' : 'notNumber'
}
