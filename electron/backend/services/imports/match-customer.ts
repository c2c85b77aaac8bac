import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Values } from '../../../../shared/catalogue/field.ts'
import { readCustomerNo } from '../../../../shared/domain/customer-number.ts'
import { type ImportKey, numberPath } from '../../../../shared/domain/imports.ts'
import { foldedName } from '../../../../shared/domain/names.ts'
import type { Connection } from '../../database/connection.ts'
import { type CustomerKeys, customerKeys } from '../../repositories/import-matching.ts'

/** Whom a row means: a customer, nobody yet, or nobody can tell. */
export type Match =
  | {
      readonly kind: 'customer'
      readonly customer: CustomerKeys
      /** Where the row calls it as a card was called that was merged into it. */
      readonly formerly: readonly Path[]
    }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'unclear'; readonly code: 'number-unknown' | 'keys-disagree' | 'name-shared'; readonly path: Path }

type KeyName = Exclude<ImportKey, 'auto'>

const keyPaths: Readonly<Record<KeyName, Path>> = {
  customerNo: numberPath,
  cardNo: 'customer.cardNo',
  businessRegNo: 'customer.businessRegNo',
  name: 'customer.name',
}

const keyNames = Object.keys(keyPaths) as KeyName[]

/** A key of a card in the same spelling. */
const keyOfCard = (key: KeyName, card: CustomerKeys) => (key === 'name' ? foldedName(card.name) : card[key])

/** The key of a row in the one spelling in which it is compared; empty where the row does not say. */
function keyOf(key: KeyName, values: Values): string {
  const text = textAt(values, keyPaths[key])
  if (key === 'customerNo') return readCustomerNo(text)
  return key === 'name' ? foldedName(text) : text
}

/**
 * Finds customers for the rows of a sheet by the number, then the card number, then the registration number, then the exact name, or
 * by one of them alone. Reads the keys of all customers once, so that it is quick for a hundred thousand rows. Throws SqliteError.
 */
export function createMatcher(db: Connection, chosen: ImportKey): (values: Values) => Match {
  const known: Record<KeyName, Map<string, CustomerKeys[]>> = {
    customerNo: new Map(),
    cardNo: new Map(),
    businessRegNo: new Map(),
    name: new Map(),
  }
  const put = (key: KeyName, text: string | null, customer: CustomerKeys) => {
    if (!text) return
    const others = known[key].get(text)
    if (others?.includes(customer)) return
    if (others) others.push(customer)
    else known[key].set(text, [customer])
  }
  const cards = customerKeys(db)
  const merged = new Map<number, CustomerKeys[]>()
  for (const card of cards)
    if (card.mergedInto !== null) merged.set(card.mergedInto, [...(merged.get(card.mergedInto) ?? []), card])
  for (const customer of cards) {
    if (customer.mergedInto !== null) continue
    for (const card of [customer, ...(merged.get(customer.id) ?? [])])
      for (const key of keyNames) put(key, keyOfCard(key, card), customer)
  }
  const uses = (key: KeyName) => chosen === 'auto' || chosen === key
  const holders = (key: KeyName, values: Values) => (uses(key) ? (known[key].get(keyOf(key, values)) ?? []) : [])
  const formerly = (customer: CustomerKeys, values: Values) =>
    keyNames
      .filter(key => {
        const own = keyOfCard(key, customer)
        const said = keyOf(key, values)
        return own && said !== own && merged.get(customer.id)?.some(card => keyOfCard(key, card) === said)
      })
      .map(key => keyPaths[key])

  return values => {
    const number = uses('customerNo') ? keyOf('customerNo', values) : ''
    if (number !== '' && !known.customerNo.has(number))
      return { kind: 'unclear', code: 'number-unknown', path: numberPath }
    const strong = (['customerNo', 'cardNo', 'businessRegNo'] as const).map(key => [key, holders(key, values)] as const)
    const [first] = strong.flatMap(([, customers]) => customers)
    if (!first) return byName(holders('name', values), customer => formerly(customer, values))
    const other = strong.find(([, customers]) => customers.length > 0 && !customers.some(({ id }) => id === first.id))
    if (other) return { kind: 'unclear', code: 'keys-disagree', path: keyPaths[other[0]] }
    return { kind: 'customer', customer: first, formerly: formerly(first, values) }
  }
}

function byName(customers: readonly CustomerKeys[], formerly: (customer: CustomerKeys) => readonly Path[]): Match {
  const [customer, ...others] = customers
  if (!customer) return { kind: 'nobody' }
  return others.length > 0
    ? { kind: 'unclear', code: 'name-shared', path: keyPaths.name }
    : { kind: 'customer', customer, formerly: formerly(customer) }
}
