import { maxRows, personPath, productLinePath } from '../catalogue/derive/paths.ts'
import { highestRow } from '../catalogue/derive/rows.ts'
import { freezesWithCredit } from '../catalogue/derive/sections.ts'
import { isEmpty, sameValue, valueAt } from '../catalogue/derive/value.ts'
import type { Field, Path, Value, Values } from '../catalogue/field.ts'
import { personFields, personRoles } from '../catalogue/people.ts'
import { productLineFields } from '../catalogue/product-lines.ts'
import { records } from '../catalogue/records.ts'
import { keyBoxes } from './key-boxes.ts'
import { foldedName } from './names.ts'
import { storageProblem } from './warnings.ts'

/** From which of two cards an answer is taken; rows of people and product lines can be taken from both. */
export const mergeChoices = ['keep', 'drop', 'both'] as const
export type MergeChoice = (typeof mergeChoices)[number]

/** Why an answer of the surviving card can not be given up: its KH002 is submitted. */
export type MergeLock = 'frozen'

/** What is chosen together when two cards become one: a box with the text of its 其他, or all rows below one row head. */
export interface MergeItem {
  /** The path of the box, `people.buyer` or `productLines`. */
  readonly key: string
  readonly kind: 'box' | 'rows'
  /** Every box of it that one of the cards answers. */
  readonly paths: readonly Path[]
  readonly same: boolean
  /** What is proposed: what only one card knows, both cards' rows, else what the surviving card says. */
  readonly proposed: MergeChoice
  readonly locked: MergeLock | null
  /** A key box of a 正式客户: it stays as this card has it, and another choice becomes a change request (rules 17). */
  readonly stands: Side | null
}

/** One of two cards. */
export type Side = 'keep' | 'drop'

/** A key box that a choice would change without anybody's approval: what it says, and what it is to say. */
export interface HeldBox {
  readonly path: (typeof keyBoxes)[number]
  readonly from: Value
  readonly to: Value
}

/** Boxes that mean nothing without another one, by that one. */
const together: Readonly<Record<string, string>> = { 'customer.turnover': 'customer.turnoverPeriod' }
const usualPeriod = 'year'

/**
 * Everything in which two cards can be told apart, in the order of the forms; what neither knows is left out. `settled` is the card of a
 * 正式客户, the surviving one where both are.
 */
export function mergeItems(keep: Values, drop: Values, isFrozen: boolean, settled: Side | null = null): MergeItem[] {
  const boxes = (['customer', 'credit'] as const).flatMap(record => {
    const fields = records[record].filter(field => !field.unique && !field.setBy && !field.otherOf)
    return fields
      .filter(({ key }) => !Object.values(together).includes(`${record}.${key}`))
      .map(field => pathsOfBox(record, field, records[record]))
  })
  return [
    ...boxes.filter(([path]) => path?.startsWith('customer.')).map(paths => boxItem(paths, keep, drop, false)),
    ...rowHeads.map(head => rowsItem(head, keep, drop)),
    ...boxes.filter(([path]) => path?.startsWith('credit.')).map(paths => boxItem(paths, keep, drop, isFrozen)),
  ]
    .filter(({ paths }) => paths.length > 0)
    .map(item => standing(item, keep, drop, settled))
}

function standing(item: MergeItem, keep: Values, drop: Values, settled: Side | null): MergeItem {
  const own = settled === 'drop' ? drop : keep
  const box = keyBoxes.find(path => item.paths.includes(path))
  if (settled === null || box === undefined || isEmpty(own[box]) || sameValue(keep[box], drop[box])) return item
  return { ...item, stands: settled, proposed: settled === 'drop' ? 'drop' : item.proposed }
}

/** What both cards together say, and the key boxes of a 正式客户 that the choices would change: those stand as they stood (rules 17). */
export function mergeOutcome(
  keep: Values,
  drop: Values,
  items: readonly MergeItem[],
  choices: Readonly<Record<string, MergeChoice>>,
): { readonly values: Values; readonly held: readonly HeldBox[] } {
  const chosen = mergedValues(keep, drop, items, choices)
  const values: Record<Path, Value> = { ...chosen }
  const held = items.flatMap(({ stands, paths }) => {
    const own = stands === 'drop' ? drop : keep
    const path = keyBoxes.find(box => stands !== null && paths.includes(box) && !sameValue(chosen[box], own[box]))
    if (path === undefined) return []
    // A name that stays does not get the telephone of somebody else.
    for (const beside of besideKeyBox(path, paths)) values[beside] = valueAt(own, beside)
    return [{ path, from: valueAt(own, path), to: valueAt(chosen, path) }]
  })
  return { values: Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value))), held }
}

function besideKeyBox(path: Path, paths: readonly Path[]): readonly Path[] {
  const row = /^people\.principal\.1\./
  return row.test(path) ? paths.filter(beside => row.test(beside)) : paths
}

/** What both cards together say, by the choices made; where nothing was chosen, by what is proposed. */
function mergedValues(
  keep: Values,
  drop: Values,
  items: readonly MergeItem[],
  choices: Readonly<Record<string, MergeChoice>>,
): Values {
  const merged: Record<Path, Value> = { ...keep }
  for (const item of items) {
    const choice = choices[item.key] ?? item.proposed
    if (choice === 'keep' || item.same) continue
    const taken = choice === 'drop' ? drop : withBothRows(item.key, keep, drop)
    for (const path of pathsToWrite(item, taken)) merged[path] = valueAt(taken, path)
  }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => !isEmpty(value)))
}

/** Whether both cards' rows below a row head are more than it holds. */
export function holdsBothRows(key: string, keep: Values, drop: Values): boolean {
  const head = rowHeads.find(candidate => candidate.key === key)
  return head === undefined || bothRows(head, keep, drop).length <= maxRows
}

function pathsOfBox(record: string, { key }: Field, all: readonly Field[]): Path[] {
  const path = `${record}.${key}`
  const other = all.find(({ otherOf }) => otherOf === key)
  return [path, ...(other ? [`${record}.${other.key}`] : []), ...(together[path] === undefined ? [] : [together[path]])]
}

function boxItem(paths: readonly Path[], keep: Values, drop: Values, isFrozen: boolean): MergeItem {
  const [key = ''] = paths
  const known = paths.filter(path => !isEmpty(saidIn(keep, path)) || !isEmpty(saidIn(drop, path)))
  const locked = isFrozen && freezesWithCredit(key) ? 'frozen' : null
  const keepKnows = paths.some(path => !isEmpty(saidIn(keep, path)))
  const same = known.every(path => sameValue(saidIn(keep, path), saidIn(drop, path)))
  return {
    key,
    kind: 'box',
    paths: same ? known.filter(path => sameValue(keep[path], drop[path])) : known,
    same,
    proposed: keepKnows || locked ? 'keep' : 'drop',
    locked,
    stands: null,
  }
}

/**
 * What somebody said in a box. The program itself gives every new card the year as the period of its turnover: without an amount it says
 * nothing, and an amount without it is one of a year (forms.md).
 */
function saidIn(values: Values, path: Path): Value {
  const [amount] = Object.entries(together).find(([, beside]) => beside === path) ?? []
  if (amount === undefined) return valueAt(values, path)
  if (isEmpty(values[amount])) return null
  return isEmpty(values[path]) ? usualPeriod : valueAt(values, path)
}

interface RowHead {
  readonly key: string
  readonly fields: readonly Field[]
  readonly at: (position: number, key: string) => Path
  readonly pattern: RegExp
  /** By which boxes a row is known again. */
  readonly named: readonly string[]
}

const rowHeads: readonly RowHead[] = [
  ...personRoles.map(
    ({ code }): RowHead => ({
      key: `people.${code}`,
      fields: personFields,
      at: (position, key) => personPath(code, position, key),
      pattern: new RegExp(`^people\\.${code}\\.(\\d+)\\.`),
      named: ['name'],
    }),
  ),
  {
    key: 'productLines',
    fields: productLineFields,
    at: productLinePath,
    pattern: /^productLines\.(\d+)\./,
    named: ['line', 'brandCompany'],
  },
]

function rowsItem(head: RowHead, keep: Values, drop: Values): MergeItem {
  const paths = [...new Set([...Object.keys(keep), ...Object.keys(drop)])].filter(path => head.pattern.test(path))
  const [own, other] = [rowsIn(head, keep), rowsIn(head, drop)]
  const same = paths.every(path => sameValue(keep[path], drop[path]))
  const both = { ...keep, ...written(head, bothRows(head, keep, drop)) }
  const fits = holdsBothRows(head.key, keep, drop) && storageProblem(both) === undefined
  return {
    key: head.key,
    kind: 'rows',
    paths: inOrder(head, paths),
    same,
    proposed: own.length === 0 ? 'drop' : other.length === 0 || same || !fits ? 'keep' : 'both',
    locked: null,
    stands: null,
  }
}

function inOrder({ fields, at }: RowHead, paths: readonly Path[]): Path[] {
  const known = new Set(paths)
  return Array.from({ length: maxRows }, (_, index) => fields.map(({ key }) => at(index + 1, key)))
    .flat()
    .filter(path => known.has(path))
}

type RowCells = Readonly<Record<string, Value>>

function rowsIn({ fields, at, pattern }: RowHead, values: Values): RowCells[] {
  const rows = Array.from({ length: highestRow(values, pattern) }, (_, index) =>
    Object.fromEntries(fields.map(({ key }) => [key, valueAt(values, at(index + 1, key))])),
  )
  return rows.filter(row => Object.values(row).some(value => !isEmpty(value)))
}

/** The rows of the surviving card, filled up from rows that name the same and contradict nothing, and then the other rows. */
function bothRows(head: RowHead, keep: Values, drop: Values): RowCells[] {
  const rows = rowsIn(head, keep)
  for (const row of rowsIn(head, drop)) {
    const index = rows.findIndex(own => namesSame(head, own, row) && agree(own, row))
    const own = rows[index]
    if (!own) rows.push(row)
    else
      rows[index] = Object.fromEntries(
        head.fields.map(({ key }) => [key, isEmpty(own[key]) ? (row[key] ?? null) : (own[key] ?? null)]),
      )
  }
  return rows
}

function namesSame({ named }: RowHead, a: RowCells, b: RowCells): boolean {
  const nameOf = (row: RowCells) => foldedName(named.map(key => String(row[key] ?? '')).join('\u0001'))
  return nameOf(a) === nameOf(b)
}

function agree(a: RowCells, b: RowCells): boolean {
  return Object.entries(a).every(
    ([key, value]) => isEmpty(value) || isEmpty(b[key]) || sameValue(value, b[key]) || namedAlike(value, b[key]),
  )
}

const namedAlike = (a: Value, b: Value | undefined) =>
  typeof a === 'string' && typeof b === 'string' && foldedName(a) === foldedName(b)

function withBothRows(key: string, keep: Values, drop: Values): Values {
  const head = rowHeads.find(candidate => candidate.key === key)
  return head ? written(head, bothRows(head, keep, drop)) : keep
}

function written({ at }: RowHead, rows: readonly RowCells[]): Record<Path, Value> {
  return Object.fromEntries(
    rows.flatMap((row, index) => Object.entries(row).map(([key, value]): [Path, Value] => [at(index + 1, key), value])),
  )
}

/** The boxes that a choice writes: those that are taken, and those that have to be emptied for it. */
function pathsToWrite({ key, kind, paths }: MergeItem, taken: Values): readonly Path[] {
  if (kind === 'box') return paths
  const head = rowHeads.find(candidate => candidate.key === key)
  return [...new Set([...paths, ...Object.keys(taken).filter(path => head?.pattern.test(path))])]
}
