import { boxAt, personPath } from '../../../shared/catalogue/derive/paths.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import { looksLikePhone, splitPhones } from '../../../shared/domain/contact.ts'
import { checkRegistrationNo } from '../../../shared/domain/credit-code.ts'
import { foldWidth } from '../../../shared/domain/width.ts'
import { cellText } from './cell-text.ts'
import { type ColumnTraits, columnTraits } from './column-traits.ts'
import type { CellContext } from './reading.ts'
import type { HeadColumn, TableHead } from './table-head.ts'
import type { Cell, Row } from './table.ts'
import type { Targets } from './targets.ts'
import { groupRole, type Meaning, meaningsOf, personField } from './vocabulary.ts'

/** Why a column is taken for a box, or for none. */
export type GuessReason = Meaning['by'] | 'taken' | 'values-disagree' | 'running-number' | 'unknown'

/** What one column seems to hold. A box that is not certain enough is only offered: `path` is null and `offered` names it. */
export interface ColumnGuess extends ColumnTraits {
  readonly column: number
  readonly head: string
  readonly path: Path | null
  /** From 0 to 1. */
  readonly confidence: number
  readonly reason: GuessReason
  readonly offered: readonly Path[]
}

/** Below it a box is offered, not taken. */
const enough = 0.6
const companyEnd =
  /(?:公司|商行|商店|超市|经营部|經營部|批发部|批發部|店|厂|廠|行|社|中心|商贸|商場|商场|便利|ltd\.?|inc\.?|co\.)(?:[(（].*[)）])?$/i

/** Guesses the box of each column of a table by its head and by what the first rows hold; no two columns get the same box. */
export function guessColumns(head: TableHead, rows: readonly Row[], context: GuessContext): readonly ColumnGuess[] {
  const columns = head.columns.map((column): Draft => {
    const cells = rows.flatMap(({ cells: all }) => all[column.column - 1] ?? [])
    const meanings = head.numbered.has(column.column) ? [] : meaningsOfColumn(column, cells)
    return { column, cells, meanings: withExtras(context.targets.extrasCalled(column.text), meanings) }
  })
  const { guesses, taken } = settled(shiftContacts(columns), head, context)
  return mobilesOfPersons(guesses, taken).sort((a, b) => a.column - b.column)
}

/** Gives each box to the column that means it most plainly; what is left of the others is offered. */
export function settled(
  drafts: readonly Draft[],
  head: TableHead,
  context: GuessContext,
): { readonly guesses: readonly ColumnGuess[]; readonly taken: ReadonlySet<Path> } {
  const weights = drafts
    .map(draft => weighed(draft, head, context))
    .sort((a, b) => b.confidence - a.confidence || a.column - b.column)
  const taken = new Set<Path>()
  const guesses = weights.map((guess): ColumnGuess => {
    const free = guess.offered.find(path => !taken.has(path))
    if (guess.path === null) return guess
    if (!taken.has(guess.path)) taken.add(guess.path)
    else return { ...guess, path: null, reason: 'taken', offered: free === undefined ? [] : [free] }
    return guess
  })
  return { guesses, taken }
}

/** What is known of the file, and the boxes that its columns can fill. */
export type GuessContext = Pick<CellContext, 'today' | 'from1904' | 'knowsText'> & { readonly targets: Targets }

/** A column with its first cells and the boxes that it can mean, the likeliest first. */
export interface Draft {
  readonly column: HeadColumn
  readonly cells: readonly Cell[]
  readonly meanings: readonly Meaning[]
}

/** What the head says, the last line of it within its group; what the values say where the head says nothing. */
function meaningsOfColumn({ lines, text }: HeadColumn, cells: readonly Cell[]): readonly Meaning[] {
  const [group, detail] = lines.length > 1 ? [lines[0] ?? '', lines.at(-1) ?? ''] : ['', text]
  const role = group === '' ? undefined : groupRole(group)
  const field = role === undefined ? undefined : personField(detail)
  if (role !== undefined && field !== undefined)
    return [{ path: personPath(role, 1, field), confidence: 0.95, by: 'synonym' }]
  const own = meaningsOf(group + detail)
  const said = own.length > 0 ? own : meaningsOf(detail)
  if (said.length === 0)
    return group === '' ? meaningsOfValues(cells) : [...meaningsOf(group), ...meaningsOfValues(cells)]
  const [first] = said
  return first && isCodeUnderTax(first.path, detail, cells)
    ? [{ path: 'customer.businessRegNo', confidence: 0.85, by: 'synonym' }, ...said]
    : correctedNumber(said, cells)
}

/** A box of the company that bears the head as its name is meant; what a box of the forms is called too has to be asked. */
function withExtras(extras: readonly Path[], meanings: readonly Meaning[]): readonly Meaning[] {
  const isShared = extras.length > 1 || meanings[0]?.by === 'form'
  const own = extras.map((path): Meaning => ({ path, confidence: isShared ? enough / 2 : 1, by: 'extra' }))
  return [...own, ...meanings]
}

/** 纳税人识别号 has been the credit code since 2015; what the form calls 税号 stays its own box. */
function isCodeUnderTax(path: Path, head: string, cells: readonly Cell[]): boolean {
  return path === 'customer.taxNo' && /识别号|識別號/.test(head) && shareOf(cells, isCreditCode) >= 0.6
}

/** As screens and sheets of ours write the number of a customer. Lists of other programs begin with 1 too, and mean other customers by it. */
const ownNumber = /^(?:kh-\d+|(?:kh)?\d{4,})$/i

/** 客户编号 of another program is not the number that this one gives. */
export function correctedNumber(said: readonly Meaning[], cells: readonly Cell[]): readonly Meaning[] {
  if (said[0]?.path !== 'customer.customerNo' || shareOf(cells, text => ownNumber.test(foldWidth(text))) >= 0.5)
    return said
  return cells.length === 0 ? said : [{ path: 'customer.cardNo', confidence: 0.8, by: 'values' }, ...said]
}

function meaningsOfValues(cells: readonly Cell[]): readonly Meaning[] {
  const as = (path: Path, confidence: number): Meaning[] => [{ path, confidence, by: 'values' }]
  if (cells.length === 0) return []
  if (shareOf(cells, isCreditCode) >= 0.6) return as('customer.businessRegNo', 0.8)
  if (shareOf(cells, text => companyEnd.test(text)) >= 0.6) return as('customer.name', 0.7)
  if (shareOf(cells, text => /^(?:\+?86)?1[3-9]\d{9}$/.test(text)) >= 0.8) return as('customer.phone', 0.5)
  return shareOf(cells, text => /^62\d{14,17}$/.test(text)) >= 0.8 ? as('customer.bankAccountNo', 0.5) : []
}

const isCreditCode = (text: string) => checkRegistrationNo(text).kind === 'creditCode'

function shareOf(cells: readonly Cell[], holds: (text: string) => boolean): number {
  const texts = cells.map(cellText).filter(text => text !== '')
  return texts.length === 0 ? 0 : texts.filter(holds).length / texts.length
}

/** 联系人 beside a 负责人 or 法人 is the second person in charge. */
function shiftContacts(drafts: readonly Draft[]): readonly Draft[] {
  const hasPrincipal = drafts.some(draft => !isContact(draft.column) && draft.meanings[0]?.path === nameOf(1))
  if (!hasPrincipal) return drafts
  return drafts.map(draft => (isContact(draft.column) ? { ...draft, meanings: draft.meanings.map(oneFurther) } : draft))
}

const nameOf = (position: number) => personPath('principal', position, 'name')
const isContact = ({ text }: HeadColumn) => /^(?:主要)?(?:联系人|聯絡人|聯繫人|contact)/i.test(text)

function oneFurther(meaning: Meaning): Meaning {
  const box = boxAt(meaning.path)
  if (box?.record !== 'people' || !box.row || !box.position) return meaning
  return { ...meaning, path: personPath(box.row, box.position + 1, box.field.key) }
}

function weighed(
  { column, cells, meanings }: Draft,
  { titles, numbered }: TableHead,
  context: GuessContext,
): ColumnGuess {
  const base = { column: column.column, head: column.text }
  if (numbered.has(column.column)) return { ...base, path: null, confidence: 0, reason: 'running-number', offered: [] }
  const [best] = meanings
  if (!best) return { ...base, path: null, confidence: 0, reason: 'unknown', offered: [] }
  const traits = columnTraits(best.path, column.text, titles, cells)
  const fits = fitting(best.path, cells, { ...context, ...traits })
  const confidence = fits ? best.confidence : best.confidence / 2
  const offered = meanings.map(({ path }) => path)
  const isTaken = confidence >= enough
  return {
    ...base,
    ...traits,
    path: isTaken ? best.path : null,
    confidence,
    reason: fits ? best.by : 'values-disagree',
    offered: isTaken ? offered.slice(1) : offered,
  }
}

/** Whether at least half of the first cells can stand in the box. Texts take anything, so telephones have to look like some. */
function fitting(path: Path, cells: readonly Cell[], context: GuessContext & ColumnTraits): boolean {
  const read = context.targets.readerOf(path)
  const key = boxAt(path)?.field.key
  const said = cells.filter(cell => cellText(cell) !== '')
  if (!read || said.length === 0) return true
  const isFit = (cell: Cell): boolean => {
    const reading = read(cell, context)
    if (reading.kind === 'refused') return reading.problem === 'ruined' // its owner has to hear of it
    const isPhone = reading.kind === 'value' && (key === 'phone' || key === 'homePhone')
    return !isPhone || splitPhones(cellText(cell)).some(looksLikePhone)
  }
  return said.filter(isFit).length >= said.length / 2
}

/** A second telephone beside a person's name is that person's, the one who is called 联系人 first; without one it is offered. */
function mobilesOfPersons(guesses: readonly ColumnGuess[], taken: ReadonlySet<Path>): ColumnGuess[] {
  const phones = [2, 1]
    .filter(position => taken.has(nameOf(position)))
    .map(position => personPath('principal', position, 'phone'))
  const free = phones.filter(path => !taken.has(path))
  return guesses.map(guess => {
    if (guess.reason !== 'taken' || !/^(?:手机|手機|移动|行動|mobile|cell)/i.test(guess.head)) return guess
    const phone = free.shift()
    if (phone === undefined) return { ...guess, offered: phones }
    return { ...guess, path: phone, confidence: 0.75, reason: 'synonym', offered: [] }
  })
}
