import { defaultMatrix, defaultTerms, type Matrix, type Terms } from '../../../../shared/domain/policy.ts'
import type { Connection } from '../../database/connection.ts'
import { allProposals } from '../../repositories/proposals.ts'

/** The rules of the house on a day; `…Since` is the first day of the version, nothing for the one that ships. */
export interface Policy {
  readonly matrix: Matrix
  readonly matrixSince: string | null
  readonly terms: Terms
  readonly termsSince: string | null
}

/** The versions of matrix and terms that hold on a day: of the approved ones the last that has begun. Throws SqliteError. */
export function policyOn(db: Connection, day: string): Policy {
  const inForce = allProposals(db)
    .filter(({ state, startsOn }) => state === 'approved' && startsOn !== null && startsOn <= day)
    .sort((a, b) => (a.startsOn === b.startsOn ? b.id - a.id : (a.startsOn ?? '') < (b.startsOn ?? '') ? 1 : -1))
  let matrix: Pick<Policy, 'matrix' | 'matrixSince'> | undefined
  let terms: Pick<Policy, 'terms' | 'termsSince'> | undefined
  for (const { change, startsOn } of inForce) {
    if (change.kind === 'matrix') matrix ??= { matrix: change.matrix, matrixSince: startsOn }
    if (change.kind === 'terms') terms ??= { terms: change.terms, termsSince: startsOn }
  }
  return {
    ...(matrix ?? { matrix: defaultMatrix, matrixSince: null }),
    ...(terms ?? { terms: defaultTerms, termsSince: null }),
  }
}
