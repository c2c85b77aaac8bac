import type { Actor } from '../../../shared/contract/shapes.ts'
import { type Connection, one, run } from '../database/connection.ts'

/** Adds a person; answers the actor. Throws SqliteError. */
export function addActor(db: Connection, name: string, at: string): Actor {
  return { id: run(db, 'INSERT INTO actors (name, created_at) VALUES (?, ?)', [name, at]).id, name }
}

/** The person of the first run, who does everything until there are accounts. Throws SqliteError. */
export function firstActor(db: Connection): Actor | undefined {
  return one<Actor>(db, 'SELECT id, name FROM actors ORDER BY id LIMIT 1')
}
