import { type Connection, one, run } from '../database/connection.ts'

/** What is remembered for the whole company: `lastCustomerNo` is the last running number that was given, `weightsVersion` that of the weights 完整度 was worked out with, `searchShape` and `marksShape` say how search texts and marks were made, `lastDuplicateScan` when the whole file was looked through, `formalUnread` by which rules old cards were last held against 正式客户, `erasedTraces` are kept files that an erasure has left to be removed. */
export type SettingKey =
  | 'company'
  | 'language'
  | 'sample'
  | 'lastCustomerNo'
  | 'weightsVersion'
  | 'searchShape'
  | 'marksShape'
  | 'lastDuplicateScan'
  | 'formalUnread'
  | 'erasedTraces'

/** One setting as text, or nothing where it was never set. Throws SqliteError. */
export function setting(db: Connection, key: SettingKey): string | undefined {
  return one<{ value: string }>(db, 'SELECT value FROM settings WHERE key = ?', [key])?.value
}

/** Remembers a setting. Throws SqliteError. */
export function putSetting(db: Connection, key: SettingKey, value: string): void {
  const sql = 'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value'
  run(db, sql, [key, value])
}

/** Forgets a setting. Throws SqliteError. */
export function dropSetting(db: Connection, key: SettingKey): void {
  run(db, 'DELETE FROM settings WHERE key = ?', [key])
}
