import type { Person } from '../../../shared/contract/people-shapes.ts'
import { type Connection, one, run } from '../database/connection.ts'

/** What is known of a person of the house beside the name. */
export interface StaffFacts {
  readonly staffNo: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly bankAccountNo: string | null
}

/** Adds a person. Throws SqliteError. */
export function addActor(db: Connection, name: string, at: string): Person {
  return { id: run(db, 'INSERT INTO actors (name, created_at) VALUES (?, ?)', [name, at]).id, name }
}

/** The person of the first run. Throws SqliteError. */
export function firstActor(db: Connection): Person | undefined {
  return one<Person>(db, 'SELECT id, name FROM actors ORDER BY id LIMIT 1')
}

/** The name of a person; nothing where nobody has this id. Throws SqliteError. */
export function actorName(db: Connection, id: number): string | undefined {
  return one<Person>(db, 'SELECT id, name FROM actors WHERE id = ?', [id])?.name
}

/** Changes the name of a person. Throws SqliteError. */
export function renameActor(db: Connection, { id, name }: Person): void {
  run(db, 'UPDATE actors SET name = ? WHERE id = ?', [name, id])
}

/** Stores what is known of a person beside the name. Throws SqliteError. */
export function setStaffFacts(db: Connection, id: number, facts: StaffFacts): void {
  const sql = `UPDATE actors SET staff_no = @staffNo, phone = @phone, address = @address, bank_account_no = @bankAccountNo
    WHERE id = @id`
  run(db, sql, { id, ...facts })
}
