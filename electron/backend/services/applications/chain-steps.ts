import type { ChainStep } from '../../../../shared/contract/application-calls.ts'
import { candidatesFor } from '../../../../shared/domain/chain.ts'
import type { StepRecord } from '../../repositories/approval-steps.ts'
import type { Case } from './load-case.ts'
import { type Names, personOf } from './names.ts'

/** Steps as the contract tells of them, the open and waiting ones with the names of whoever may sign. */
export function chainSteps(
  steps: readonly StepRecord[],
  { roster, barred }: Pick<Case, 'roster' | 'barred'>,
  names: Names,
): ChainStep[] {
  return steps.map(step => ({
    place: step.place,
    attempt: step.attempt,
    post: step.post,
    state: step.state,
    candidates:
      step.state === 'open' || step.state === 'waiting'
        ? candidatesFor(step.post, roster, barred).map(({ personId }) => names(personId))
        : [],
    signer: personOf(names, step.signerId),
    onBehalfOf: personOf(names, step.onBehalfOf),
    granted: step.granted,
    grade: step.grade,
    validTo: step.validTo,
    comment: step.comment,
    flagsSeen: [...step.flagsSeen],
    evidence: step.evidence,
    signedAt: step.signedAt,
  }))
}
