import { randomUUID } from 'node:crypto'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { Input, Output } from '../../shared/contract/contract.ts'
import type { Caller, Desk } from './desk.ts'

type Preview = Output<'customers.mergePreview'>

export const preview = (by: Caller, a: number, b: number): Promise<Preview> =>
  by.ask('customers.mergePreview', { a, b })

/** The input that merges two cards as their preview stands; what is not chosen is taken as proposed. */
export function merging(
  { keep, drop }: Preview,
  more: Partial<Input<'customers.merge'>> = {},
): Input<'customers.merge'> {
  return {
    requestId: randomUUID(),
    keepId: keep.id,
    dropId: drop.id,
    keepRevision: keep.revision,
    dropRevision: drop.revision,
    choices: {},
    reason: '同一家公司重复建档',
    ...more,
  }
}

/** Merges two cards; answers the id of the merge. */
export async function merge(
  by: Caller,
  a: number,
  b: number,
  choices: Input<'customers.merge'>['choices'] = {},
): Promise<number> {
  return (await by.ask('customers.merge', merging(await preview(by, a, b), { choices }))).id
}

export const unmerging = (id: number): Input<'customers.unmerge'> => ({
  requestId: randomUUID(),
  id,
  reason: '其实是两家公司',
})

/** Looks into the database itself. */
export function looking<T>({ dir }: Pick<Desk, 'dir'>, look: (db: Database.Database) => T): T {
  const db = new Database(path.join(dir, 'kehu.sqlite'), { readonly: true })
  try {
    return look(db)
  } finally {
    db.close()
  }
}

/** Every table with a column that refers to a customer, and these columns. */
export function referringTables(db: Database.Database): { table: string; columns: string[] }[] {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all() as string[]
  return tables.flatMap(table => {
    const keys = db.pragma(`foreign_key_list(${table})`) as { table: string; from: string }[]
    const columns = keys.filter(key => key.table === 'customers').map(({ from }) => from)
    return columns.length > 0 ? [{ table, columns }] : []
  })
}
