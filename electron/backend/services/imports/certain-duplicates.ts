import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Values } from '../../../../shared/catalogue/field.ts'
import type { Connection } from '../../database/connection.ts'
import { customersWithMark, type Sharer } from '../../repositories/duplicates.ts'
import { identifyingKeys } from '../../search/duplicate-keys.ts'
import { type CertainKind, certainKinds } from '../../search/likeness.ts'

const boxes: Readonly<Record<CertainKind, Path>> = {
  name: 'customer.name',
  registration: 'customer.businessRegNo',
  organisation: 'customer.businessRegNo',
  account: 'customer.bankAccountNo',
}

/** What tells a customer from all others: its card number, and what nobody else may share (rules 8). */
export interface OwnKeys {
  readonly cardNo: string
  readonly certain: readonly { readonly kind: CertainKind; readonly mark: string }[]
}

/** The keys of a customer as a row tells them. */
export function ownKeys(values: Values): OwnKeys {
  const certain = identifyingKeys(values).flatMap(({ kind, mark }) => {
    const known = certainKinds.find(candidate => candidate === kind)
    return known ? [{ kind: known, mark }] : []
  })
  return { cardNo: textAt(values, 'customer.cardNo'), certain }
}

/** The keys as plain texts. */
export function keyTexts({ cardNo, certain }: OwnKeys): string[] {
  return [...(cardNo === '' ? [] : [`card ${cardNo}`]), ...certain.map(({ kind, mark }) => `${kind} ${mark}`)]
}

/** A customer who is the same for certain (rules 8), and the box that says so; `except` is the one whose card it is. Throws SqliteError. */
export function certainDuplicate(
  db: Connection,
  { certain }: OwnKeys,
  except?: number,
): { readonly customer: Sharer; readonly path: Path } | undefined {
  for (const key of certain) {
    const customer = customersWithMark(db, key, 2).find(({ id }) => id !== except)
    if (customer) return { customer, path: boxes[key.kind] }
  }
  return undefined
}
