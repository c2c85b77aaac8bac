import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Values } from '../../../../shared/catalogue/field.ts'
import type { Connection } from '../../database/connection.ts'
import { customersWithMark, type Sharer } from '../../repositories/duplicates.ts'
import { duplicateKeys } from '../../search/duplicate-keys.ts'
import { type CertainKind, certainKinds } from '../../search/likeness.ts'

const boxes: Readonly<Record<CertainKind, Path>> = {
  name: 'customer.name',
  registration: 'customer.businessRegNo',
  organisation: 'customer.businessRegNo',
  account: 'customer.bankAccountNo',
}

interface CertainKey {
  readonly kind: CertainKind
  readonly mark: string
}

function certainKeys(values: Values): CertainKey[] {
  return duplicateKeys(values).flatMap(({ kind, mark }) => {
    const certain = certainKinds.find(candidate => candidate === kind)
    return certain ? [{ kind: certain, mark }] : []
  })
}

/** What a new row of a sheet is told from another one by. */
export function ownKeys(values: Values): string[] {
  const card = textAt(values, 'customer.cardNo')
  return [...(card === '' ? [] : [`card ${card}`]), ...certainKeys(values).map(({ kind, mark }) => `${kind} ${mark}`)]
}

/** A customer who is the same for certain (rules 8), and the box that says so; `except` is the one whose card it is. Throws SqliteError. */
export function certainDuplicate(
  db: Connection,
  values: Values,
  except?: number,
): { readonly customer: Sharer; readonly path: Path } | undefined {
  for (const key of certainKeys(values)) {
    const customer = customersWithMark(db, key, 2).find(({ id }) => id !== except)
    if (customer) return { customer, path: boxes[key.kind] }
  }
  return undefined
}
