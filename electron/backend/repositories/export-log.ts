import { type Connection, run } from '../database/connection.ts'

/** Customer data that was handed out as a file or on paper: when, by whom, what, and whether delicate boxes were in it. */
export interface HandedOut {
  readonly at: string
  readonly by: number
  readonly kind: 'forms' | 'register' | 'print'
  readonly customers: number
  readonly withDelicate: boolean
}

const insert = `
  INSERT INTO export_log (at, actor_id, kind, customers, with_delicate) VALUES (@at, @by, @kind, @customers, @withDelicate)`

/** Notes that customer data left the program (forms.md, delicate personal data). Throws SqliteError. */
export function logExport(db: Connection, handedOut: HandedOut): void {
  run(db, insert, { ...handedOut, withDelicate: Number(handedOut.withDelicate) })
}
