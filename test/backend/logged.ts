import path from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { followLog } from '../../electron/backend/database/log-chain.ts'
import type { Desk } from './desk.ts'

type Folder = Pick<Desk, 'dir'>

/** A row of the log as a test looks at it; `actor` is a person's id. */
export interface LoggedRow {
  readonly action: string
  readonly object: string
  readonly actor: number | null
  readonly facts: Readonly<Record<string, string>>
}

/** Reads from the database of a desk past the program, which goes on. */
export function looking<T>({ dir }: Folder, look: (db: Database.Database) => T): T {
  const db = new Database(path.join(dir, 'kehu.sqlite'), { readonly: true })
  try {
    return look(db)
  } finally {
    db.close()
  }
}

/** The rows of the log after a number, in their order. */
export function logRows(folder: Folder, after = 0): LoggedRow[] {
  const sql = 'SELECT action, object, actor_id AS actor, facts FROM audit_log WHERE seq > ? ORDER BY seq'
  type Stored = Omit<LoggedRow, 'facts'> & { readonly facts: string }
  const stored = looking(folder, db => db.prepare<[number], Stored>(sql).all(after))
  return stored.map(({ facts, ...row }) => ({ ...row, facts: JSON.parse(facts) as LoggedRow['facts'] }))
}

/** What the log of a desk holds about an action, in its order. */
export function logged(folder: Folder, action: string): LoggedRow[] {
  return logRows(folder).filter(row => row.action === action)
}

/** Holds the whole log against its hashes; answers how many rows it has. */
export function expectWholeLog(folder: Folder): number {
  const { end, broken } = looking(folder, followLog)
  expect(broken).toBeUndefined()
  return end.seq
}

/** Carries out what has to be refused, and expects one row about that refusal in a log that is whole. */
export async function expectLogged(
  folder: Folder,
  refusal: Partial<LoggedRow>,
  attempt: () => Promise<unknown>,
): Promise<void> {
  const before = expectWholeLog(folder)
  await attempt()
  expect(logRows(folder, before)).toEqual([expect.objectContaining(refusal)])
  expectWholeLog(folder)
}
