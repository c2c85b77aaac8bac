import type { ApplicationRecord } from '../../repositories/applications.ts'

/** The application that keeps the KH002 in hand as it was submitted, if there is one. */
export function frozenBy(applications: readonly ApplicationRecord[], creditId: number): ApplicationRecord | undefined {
  return applications.find(
    ({ creditId: of, kind, state, revision }) =>
      of === creditId && kind === 'standing' && revision > 0 && state !== 'draft' && state !== 'returned',
  )
}
