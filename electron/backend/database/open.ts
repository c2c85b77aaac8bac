import Database from 'better-sqlite3'
import type { Connection } from './connection.ts'
import { makePrivateFile } from './private.ts'

/** Opens the one connection that writes. Throws SqliteError. */
export function openForWriting(file: string): Connection {
  makePrivateFile(file)
  const db = new Database(file)
  try {
    // Readers, backups and the writer do not block each other.
    db.pragma('journal_mode = WAL')
    // "Saved" has to survive a power cut; the default of WAL would only survive a crash of the program.
    db.pragma('synchronous = FULL')
    // SQLite leaves references unchecked unless it is asked.
    db.pragma('foreign_keys = ON')
    // A virus scanner or a backup program may hold the file for a moment.
    db.pragma('busy_timeout = 5000')
    // A damaged or hostile file must not run functions through its schema.
    db.pragma('trusted_schema = OFF')
    // Notices a damaged page when it is read instead of spreading it.
    db.pragma('cell_size_check = ON')
    // 64 MB hold all of 100,000 customers; the default of 2 MB would read them from disk again and again.
    db.pragma('cache_size = -65536')
    // What was deleted is overwritten wherever that takes no more writing; an erasure sees to the rest.
    db.pragma('secure_delete = FAST')
    // Sorting must not write customer data into the temporary folder.
    db.pragma('temp_store = MEMORY')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Opens a connection of its own for reports, backups and checks; it can not change anything. Throws SqliteError. */
export function openReadOnly(file: string): Connection {
  const db = new Database(file, { readonly: true, fileMustExist: true })
  db.pragma('busy_timeout = 5000')
  db.pragma('trusted_schema = OFF')
  db.pragma('temp_store = MEMORY')
  return db
}

/** Opens an empty database beside the real one for what may be lost at any time: nothing of it waits for the disk. Throws SqliteError. */
export function openScratch(file: string): Connection {
  makePrivateFile(file)
  const db = new Database(file)
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('temp_store = MEMORY')
  return db
}
