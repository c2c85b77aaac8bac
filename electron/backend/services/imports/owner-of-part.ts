import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Values } from '../../../../shared/catalogue/field.ts'
import type { ImportProblem } from '../../../../shared/contract/import-calls.ts'
import { identityPaths, numberPath } from '../../../../shared/domain/imports.ts'
import { isSameName } from '../../../../shared/domain/names.ts'
import type { Joint } from '../../repositories/import-staging.ts'
import type { FileCustomer, FileCustomers } from './file-customers.ts'
import type { Match } from './match-customer.ts'
import { problemAt } from './row-problems.ts'

/** The customer whom a person or product belongs to: one of the database, one whom the file makes or changes, or both. */
export interface Owner {
  readonly joins: Joint
  /** The row of the file that is written together with it. */
  readonly place: number | null
  readonly customerId: number | null
  readonly customerNo: string
  readonly name: string
  readonly notes: readonly ImportProblem[]
}

/** How customers are found. */
export interface Owners {
  /** In the database, by every key. */
  readonly match: (values: Values) => Match
  readonly file: FileCustomers
}

/** Finds the customer of a row of people or products by the number, else the exact name, in the database and on the file; or says why there is none. */
export function ownerOf(owners: Owners, said: Values): Owner | ImportProblem {
  const given = identityPaths.filter(path => textAt(said, path) !== '')
  const [first] = given
  if (first === undefined) return problemAt('customer-missing', null, '')
  const match = matchOf(owners, said)
  if (match.kind === 'unclear')
    return problemAt(
      match.code === 'number-unknown' ? 'customer-unknown' : match.code,
      match.path,
      textAt(said, match.path),
    )
  const rows = owners.file.called(said)
  if (match.kind === 'customer') {
    const { id, customerNo, name } = match.customer
    const typed = textAt(said, 'customer.name')
    if (rows.some(({ customerId }) => customerId !== id) || isOther(owners, typed, id))
      return problemAt('keys-disagree', 'customer.name', typed)
    const row = owners.file.byId(id)
    const isKnown = typed === '' || isSameName(typed, name) || isSameName(typed, row?.name ?? '')
    const place = row?.state === 'updated' ? row.place : null
    const notes = isKnown ? [] : [problemAt('name-differs', 'customer.name', typed)]
    return { joins: place === null ? `id ${id}` : `row ${place}`, place, customerId: id, customerNo, name, notes }
  }
  const [row, ...others] = rows
  if (!row) return problemAt('customer-unknown', first, textAt(said, first))
  if (others.length > 0) return problemAt('keys-disagree', first, textAt(said, first))
  return ofFile(row, said)
}

function ofFile({ place, state, customerId, customerNo, name }: FileCustomer, said: Values): Owner | ImportProblem {
  if (state === 'new' || state === 'updated')
    return { joins: `row ${place}`, place, customerId, customerNo, name, notes: [] }
  return problemAt('customer-left-out', 'customer.name', name || textAt(said, 'customer.name'))
}

/** A number that no customer of ours has may be the one of another program, which the card keeps. */
function matchOf({ match, file }: Owners, said: Values): Match {
  const found = match(said)
  if (found.kind !== 'unclear' || found.code !== 'number-unknown') return found
  const { [numberPath]: number, ...rest } = said
  const asCard = { ...rest, 'customer.cardNo': number ?? null }
  const other = match(asCard)
  const isKnown = other.kind === 'customer' || file.called({ 'customer.cardNo': number ?? null }).length > 0
  return isKnown ? other : found
}

/** Whether the name beside a number is that of somebody else. */
function isOther({ match }: Owners, name: string, id: number): boolean {
  if (name === '') return false
  const named = match({ 'customer.name': name })
  return named.kind === 'customer' && named.customer.id !== id
}
