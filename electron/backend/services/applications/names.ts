import type { Person } from '../../../../shared/contract/people-shapes.ts'
import type { Connection } from '../../database/connection.ts'
import { allNames } from '../../repositories/involvement.ts'

/** Says who a person is; a number that nobody has is an error of the program. */
export type Names = (id: number) => string

/** The names of everybody who ever worked here. Throws SqliteError. */
export function namesIn(db: Connection): Names {
  const names = new Map(allNames(db).map(({ id, name }) => [id, name]))
  return id => names.get(id) ?? '?'
}

/** A person as the contract tells of one. */
export function personOf(names: Names, id: number | null): Person | null {
  return id === null ? null : { id, name: names(id) }
}
