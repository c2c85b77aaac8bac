import type { Connection } from '../../database/connection.ts'
import { formerNamesOf } from '../../repositories/card-past.ts'
import { customerLine } from '../../repositories/customers.ts'
import { dropPair, pairsWith, putPair } from '../../repositories/duplicate-scan.ts'
import { sharedMarkKinds } from '../../repositories/duplicates.ts'
import { spokenName } from '../../search/duplicate-keys.ts'
import { worthALook } from '../../search/worth-a-look.ts'
import { settledWith } from './settle-duplicates.ts'

/**
 * Puts a pair on the worklist as the two cards stand now, as a scan would, or takes it off: what is no longer alike, what is linked and
 * what was answered under the present names is not listed. Throws SqliteError.
 */
export function listAnew(db: Connection, a: number, b: number): void {
  dropPair(db, a, b)
  const [own, other] = [customerLine(db, a), customerLine(db, b)]
  if (settledWith(db, a, own.name)(other)) return
  const namesOf = ({ id, name }: typeof own) =>
    [name, ...formerNamesOf(db, id).map(former => former.name)].map(spokenName)
  const found = worthALook(namesOf(own), namesOf(other), new Set(sharedMarkKinds(db, a, b)))
  if (found) putPair(db, { firstId: Math.min(a, b), secondId: Math.max(a, b), ...found })
}

/** Looks anew at the pairs of the worklist that a customer is in, whose names or numbers have changed. Throws SqliteError. */
export function lookAnew(db: Connection, id: number): void {
  for (const other of pairsWith(db, id)) listAnew(db, id, other)
}
