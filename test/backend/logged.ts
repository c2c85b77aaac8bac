import path from 'node:path'
import Database from 'better-sqlite3'
import type { Desk } from './desk.ts'

/** A row of the log as a test looks at it; `actor` is a person's id. */
export interface LoggedRow {
  readonly object: string
  readonly actor: number | null
  readonly facts: Readonly<Record<string, string>>
}

/** What the log of a desk holds about an action, in its order, read past the program. */
export function logged({ dir }: Pick<Desk, 'dir'>, action: string): LoggedRow[] {
  const db = new Database(path.join(dir, 'kehu.sqlite'), { readonly: true })
  const rows = db.prepare('SELECT object, actor_id AS actor, facts FROM audit_log WHERE action = ? ORDER BY seq')
  const found = rows.all(action) as (Omit<LoggedRow, 'facts'> & { facts: string })[]
  db.close()
  return found.map(({ facts, ...row }) => ({ ...row, facts: JSON.parse(facts) as LoggedRow['facts'] }))
}
