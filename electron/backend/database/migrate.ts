import { type Connection, inTransaction } from './connection.ts'
import { applicationId } from './file-state.ts'
import { StartFailure } from './start-failure.ts'

/** The version of a database: how many migrations it has had. Throws SqliteError. */
export function versionOf(db: Connection): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/**
 * Carries out every migration that a database has not had, all of them in one transaction together with its new version.
 * @throws StartFailure `data-newer` for a database of a later program
 * @throws Error of the migration that failed; the database is then as it was
 */
export function migrate(db: Connection, migrations: readonly string[]): void {
  const version = versionOf(db)
  if (version > migrations.length) throw new StartFailure('data-newer', `version ${version}`)
  if (version === migrations.length) return
  // A table that is rebuilt is dropped in between; the references are checked before the commit instead.
  db.pragma('foreign_keys = OFF')
  try {
    inTransaction(db, () => {
      for (const sql of migrations.slice(version)) db.exec(sql)
      const broken = db.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) throw new StartFailure('migration-failed', `${broken.length} broken references`)
      db.pragma(`application_id = ${applicationId}`)
      db.pragma(`user_version = ${migrations.length}`)
    })
  } finally {
    db.pragma('foreign_keys = ON')
  }
}
