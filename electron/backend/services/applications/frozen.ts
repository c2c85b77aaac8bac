import type { Path } from '../../../../shared/catalogue/field.ts'
import type { ApplicationRecord } from '../../repositories/applications.ts'

/** The application that keeps the KH002 in hand as it was submitted, if there is one. */
export function frozenBy(applications: readonly ApplicationRecord[], creditId: number): ApplicationRecord | undefined {
  return applications.find(
    ({ creditId: of, kind, state, revision }) =>
      of === creditId && kind === 'standing' && revision > 0 && state !== 'draft' && state !== 'returned',
  )
}

/** Whether a box belongs to what is frozen with a submission; the facts that KH001 shares stay open. */
export function freezesWithCredit(path: Path): boolean {
  return path.startsWith('credit.') || path.startsWith('approvals.')
}
