import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import { identityPaths, rolePath, type TableKind } from '../../../shared/domain/imports.ts'
import { cellText } from './cell-text.ts'
import { type ColumnGuess, correctedNumber, type Draft, type GuessContext, settled } from './guess-columns.ts'
import { headKey } from './head-key.ts'
import type { TableHead } from './table-head.ts'
import type { Cell, Row } from './table.ts'
import { groupRole, type Meaning, meaningsOf, personMeanings, productMeanings } from './vocabulary.ts'

type PartKind = Exclude<TableKind, 'customers'>

/** Guesses the columns of a sheet of people or products: whom each row belongs to, and the boxes of the first row of the list, which stand for any. */
export function guessPartColumns(
  kind: PartKind,
  head: TableHead,
  rows: readonly Row[],
  context: GuessContext,
): readonly ColumnGuess[] {
  const drafts = head.columns.map((column): Draft => {
    const cells = rows.flatMap(({ cells: all }) => all[column.column - 1] ?? [])
    if (head.numbered.has(column.column)) return { column, cells, meanings: [] }
    // Behind a group, as in 联系人 | 电话, the detail says it; alone the whole does.
    const texts = [...new Set([column.lines.at(-1) ?? '', column.text])]
    return { column, cells, meanings: texts.flatMap(text => meaningsOfPart(kind, text, cells)) }
  })
  const { guesses } = settled(kind === 'people' ? oneRow(namesApart(drafts)) : drafts, head, context)
  return [...guesses].sort((a, b) => a.column - b.column)
}

function meaningsOfPart(kind: PartKind, text: string, cells: readonly Cell[]): Meaning[] {
  const identity = correctedNumber(meaningsOf(text), cells).filter(({ path }) => identityPaths.includes(path))
  if (kind === 'products') return [...identity, ...productMeanings(text)]
  if (roleHead.test(headKey(text)) && saysRoles(cells)) return [{ path: rolePath, confidence: 1, by: 'form' }]
  return [...identity, ...personMeanings(text)]
}

const roleHead = /^(?:角色|身份|人员|类别|类型|人员类[别型]|人员角色|联系人类[别型]|联系人角色|role|type)$/
const plainName = /^(?:名称|名字|名|name|fullname)$/

/** 类别 may say anything; a column of roles says what people are called. */
function saysRoles(cells: readonly Cell[]): boolean {
  const said = cells.map(cellText).filter(text => text !== '')
  return said.filter(text => groupRole(text) !== undefined).length >= said.length / 2
}

/** 名称 beside a column that names the customer is the person's. */
function namesApart(drafts: readonly Draft[]): readonly Draft[] {
  const isPlain = ({ column }: Draft) => plainName.test(headKey(column.text))
  const hasCustomer = drafts.some(draft => !isPlain(draft) && identityPaths.includes(draft.meanings[0]?.path ?? ''))
  return drafts.map(draft =>
    isPlain(draft) && hasCustomer
      ? { ...draft, meanings: draft.meanings.filter(({ path }) => !identityPaths.includes(path)) }
      : draft,
  )
}

/** All boxes are those of one person, whose name may tell the role: 采购员, 电话. */
function oneRow(drafts: readonly Draft[]): readonly Draft[] {
  const named = drafts
    .flatMap(({ meanings }) => meanings.slice(0, 1))
    .find(({ path }) => boxAt(path)?.field.key === 'name' && boxAt(path)?.record === 'people')
  const role = named && boxAt(named.path)?.row
  if (role === undefined) return drafts
  const inRole = (path: Path) =>
    boxAt(path)?.record === 'people' ? path.replace(/^people\.\w+\./, `people.${role}.`) : path
  return drafts.map(draft => ({
    ...draft,
    meanings: draft.meanings.map(meaning => ({ ...meaning, path: inRole(meaning.path) })),
  }))
}
