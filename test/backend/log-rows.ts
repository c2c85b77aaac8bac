import path from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { followLog } from '../../electron/backend/database/log-chain.ts'
import type { Desk } from './desk.ts'

/** One row of the log as a test looks at it. */
export interface LoggedRow {
  readonly seq: number
  readonly actor: number | null
  readonly action: string
  readonly object: string
  readonly facts: Readonly<Record<string, string>>
}

/** Reads from the database of a desk beside the backend, which goes on. */
export function looking<T>({ dir }: Pick<Desk, 'dir'>, look: (db: Database.Database) => T): T {
  const db = new Database(path.join(dir, 'kehu.sqlite'), { readonly: true })
  try {
    return look(db)
  } finally {
    db.close()
  }
}

/** The rows of the log after a number. */
export function logRows(desk: Pick<Desk, 'dir'>, after = 0): LoggedRow[] {
  const sql = 'SELECT seq, actor_id AS actor, action, object, facts FROM audit_log WHERE seq > ? ORDER BY seq'
  type Stored = Omit<LoggedRow, 'facts'> & { readonly facts: string }
  return looking(desk, db => db.prepare<[number], Stored>(sql).all(after)).map(row => ({
    ...row,
    facts: JSON.parse(row.facts) as LoggedRow['facts'],
  }))
}

/** Holds the whole log against its hashes; answers how many rows it has. */
export function expectWholeLog(desk: Pick<Desk, 'dir'>): number {
  const { end, broken } = looking(desk, followLog)
  expect(broken).toBeUndefined()
  return end.seq
}

/** Carries out what has to be refused, and expects the refusal to be the one row that it leaves in a log that is whole. */
export async function expectLogged(
  desk: Pick<Desk, 'dir'>,
  refused: Partial<LoggedRow>,
  attempt: () => Promise<unknown>,
): Promise<void> {
  const before = expectWholeLog(desk)
  await attempt()
  expect(logRows(desk, before)).toEqual([expect.objectContaining(refused)])
  expectWholeLog(desk)
}
