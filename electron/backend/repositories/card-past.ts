import type { Output } from '../../../shared/contract/contract.ts'
import { all, type Connection, run } from '../database/connection.ts'

type Past = Output<'changes.past'>

/** Something that stood on a card until a day. */
interface Ended {
  readonly customerId: number
  readonly until: string
  readonly by: number
}

/** Keeps a 曾用名. Throws SqliteError. */
export function addFormerName(
  db: Connection,
  { customerId, name, until, by }: Ended & { readonly name: string },
): void {
  const sql = 'INSERT INTO former_names (customer_id, name, until, actor_id) VALUES (?, ?, ?, ?)'
  run(db, sql, [customerId, name, until, by])
}

/** Keeps a 旧证号 with the box that it stood in. Throws SqliteError. */
export function addOldNumber(
  db: Connection,
  { customerId, kind, number, until, by }: Ended & Pick<Past['oldNumbers'][number], 'kind' | 'number'>,
): void {
  const sql = 'INSERT INTO old_numbers (customer_id, kind, number, until, actor_id) VALUES (?, ?, ?, ?, ?)'
  run(db, sql, [customerId, kind, number, until, by])
}

/** Ends the account that a card had and begins another one, if there is one, on the same day. Throws SqliteError. */
export function turnBankAccount(db: Connection, customerId: number, account: string, on: string): void {
  run(db, 'UPDATE bank_accounts SET to_on = ? WHERE customer_id = ? AND to_on IS NULL', [on, customerId])
  if (account === '') return
  run(db, 'INSERT INTO bank_accounts (customer_id, account, from_on) VALUES (?, ?, ?)', [customerId, account, on])
}

/** The 曾用名 of a customer, newest first. Throws SqliteError. */
export function formerNamesOf(db: Connection, customerId: number): Past['formerNames'] {
  const sql = `SELECT f.name, f.until, a.name AS by FROM former_names f JOIN actors a ON a.id = f.actor_id
    WHERE f.customer_id = ? ORDER BY f.id DESC`
  return all<Past['formerNames'][number]>(db, sql, [customerId])
}

const pastNames = `
  SELECT coalesce(c.merged_into, c.id) AS id, f.name FROM json_each(@ids) i
    JOIN customers c ON c.id = i.value OR c.merged_into = i.value JOIN former_names f ON f.customer_id = c.id
  UNION SELECT merged_into, name FROM customers WHERE merged_into IN (SELECT value FROM json_each(@ids))`

/** What these customers were called before, and what the cards are called that were merged into them. Throws SqliteError. */
export function pastNamesOf(db: Connection, ids: readonly number[]): ReadonlyMap<number, readonly string[]> {
  return byCustomer(all<CustomerName>(db, pastNames, { ids: JSON.stringify(ids) }))
}

/** What the living customers were called before, of those that were called otherwise. Throws SqliteError. */
export function everyPastName(db: Connection): ReadonlyMap<number, readonly string[]> {
  const sql = `SELECT f.customer_id AS id, f.name FROM former_names f JOIN customers c ON c.id = f.customer_id
    WHERE c.merged_into IS NULL ORDER BY f.id`
  return byCustomer(all<CustomerName>(db, sql))
}

interface CustomerName {
  readonly id: number
  readonly name: string
}

function byCustomer(rows: readonly CustomerName[]): Map<number, string[]> {
  const names = new Map<number, string[]>()
  for (const { id, name } of rows) names.set(id, [...(names.get(id) ?? []), name])
  return names
}

/** The 旧证号 of a customer, newest first. Throws SqliteError. */
export function oldNumbersOf(db: Connection, customerId: number): Past['oldNumbers'] {
  const sql = `SELECT o.kind, o.number, o.until, a.name AS by FROM old_numbers o JOIN actors a ON a.id = o.actor_id
    WHERE o.customer_id = ? ORDER BY o.id DESC`
  return all<Past['oldNumbers'][number]>(db, sql, [customerId])
}

/** The bank accounts of a customer, the present one first. Throws SqliteError. */
export function bankAccountsOf(db: Connection, customerId: number): Past['bankAccounts'] {
  const sql =
    'SELECT account, from_on AS fromOn, to_on AS toOn FROM bank_accounts WHERE customer_id = ? ORDER BY id DESC'
  return all<Past['bankAccounts'][number]>(db, sql, [customerId])
}
