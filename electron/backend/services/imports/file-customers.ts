import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Values } from '../../../../shared/catalogue/field.ts'
import { identityPaths, numberPath } from '../../../../shared/domain/imports.ts'
import { foldedName } from '../../../../shared/domain/names.ts'
import type { StagedRow } from '../../repositories/import-staging.ts'

/** A row of the sheet of customers, for the rows of people and products that belong to it. */
export type FileCustomer = Pick<StagedRow, 'place' | 'state' | 'customerId' | 'customerNo' | 'name'>

/** The customers of a file by what rows of its other sheets can call them. */
export interface FileCustomers {
  /** Keeps a row with what it says of its customer. */
  note(row: StagedRow, values: Values): void
  /** The row of a customer of the database. */
  byId(customerId: number): FileCustomer | undefined
  /** The rows that bear one of the names or numbers. */
  called(values: Values): FileCustomer[]
}

/** The customers of a file that was not read yet. */
export function createFileCustomers(): FileCustomers {
  const ids = new Map<number, FileCustomer>()
  const calls = new Map<string, FileCustomer>()
  return {
    note({ place, state, customerId, customerNo, name, changes }, values) {
      // The row that it repeats stands for it.
      if (state === 'duplicate') return
      const row = { place, state, customerId, customerNo, name }
      if (customerId !== null && !ids.has(customerId)) ids.set(customerId, row)
      if (customerId !== null && !changes.some(({ path }) => path === 'customer.name')) return
      for (const key of keysOf(values)) {
        const other = calls.get(key)
        if (!other || other.state === 'error') calls.set(key, row)
      }
    },
    byId: id => ids.get(id),
    called: values => [...new Set(keysOf(values).flatMap(key => calls.get(key) ?? []))],
  }
}

/** A number of another program may stand under either head. */
function keysOf(values: Values): string[] {
  return identityPaths.flatMap(path => {
    const text = textAt(values, path)
    if (text === '') return []
    return path === 'customer.name' ? `name ${foldedName(text)}` : `${kindOf(path)} ${text}`
  })
}

const kindOf = (path: Path) => (path === numberPath ? 'customer.cardNo' : path)
