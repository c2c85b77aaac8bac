import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import { identityPaths, rolePath, type TableKind } from '../../../shared/domain/imports.ts'
import type { ColumnGuess, GuessContext } from './guess-columns.ts'
import { guessPartColumns } from './guess-parts.ts'
import { headKey } from './head-key.ts'
import type { TableHead } from './table-head.ts'
import type { Row } from './table.ts'
import { meaningsOf } from './vocabulary.ts'

/** What a sheet seems to be about. One that is not plain could be a list of customers with few columns as well, where no other is there. */
export interface KindGuess {
  readonly kind: TableKind
  readonly isPlain: boolean
}

const sheetNames = {
  people: /联系人|联络人|聯絡人|聯繫人|人员|人員|contact|people|person/i,
  products: /品种|品種|产品|產品|商品|品牌|product|brand/i,
} as const

/** Guesses by the heads and the name of a sheet whether its rows are people or products of customers. */
export function guessKind(name: string, head: TableHead, rows: readonly Row[], context: GuessContext): KindGuess {
  for (const kind of ['people', 'products'] as const) {
    const guesses = guessPartColumns(kind, head, rows, context)
    const paths = guesses.flatMap(({ path }) => path ?? [])
    const own = paths.filter(path => !identityPaths.includes(path))
    if (!isWhole(kind, paths) || guesses.some(isOfCustomer)) continue
    const isTold = kind === 'people' ? saysPerson(head, own) : own.length >= 2
    return { kind, isPlain: isTold || sheetNames[kind].test(name) }
  }
  return { kind: 'customers', isPlain: true }
}

/** It names the customer, and the person or the product. */
function isWhole(kind: 'people' | 'products', paths: readonly Path[]): boolean {
  const keys = paths.flatMap(path => (identityPaths.includes(path) ? [] : (boxAt(path)?.field.key ?? [])))
  const isNamed = kind === 'people' ? keys.includes('name') : keys.includes('line') || keys.includes('brandCompany')
  return isNamed && paths.some(path => identityPaths.includes(path))
}

/** A column that only a list of customers has. */
function isOfCustomer({ path, head }: ColumnGuess): boolean {
  return path === null && meaningsOf(head).some(({ path: said, confidence }) => confidence >= 0.9 && !isShared(said))
}

/** A telephone, an address, remarks, a running number: any list can have them. */
function isShared(path: Path): boolean {
  return ['customer.phone', 'customer.address', 'credit.accounts.remarks', ...identityPaths].includes(path)
}

/** 姓名 is asked of people only, and so is a role. */
function saysPerson({ columns }: TableHead, own: readonly Path[]): boolean {
  return (
    own.includes(rolePath) || columns.some(({ lines }) => /^(?:联系人|人员)?姓名$/.test(headKey(lines.at(-1) ?? '')))
  )
}
