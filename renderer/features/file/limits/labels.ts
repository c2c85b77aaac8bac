import type { Output } from '../../../../shared/contract/contract.ts'
import type { ApplicationRow } from '../../../../shared/contract/application-calls.ts'

/** What is known about a customer's limits and applications. */
export type CustomerLimits = Output<'limits.ofCustomer'>

/** Whether an application is still in the hands of whoever fills it in. */
export const isOpenDraft = ({ state }: ApplicationRow): boolean => state === 'draft' || state === 'returned'

/** The standing application that goes on with the KH002 in hand, if one was begun and not submitted or was returned. */
export function standingDraft(limits: CustomerLimits | undefined): ApplicationRow | undefined {
  return limits?.applications.find(row => row.kind === 'standing' && isOpenDraft(row))
}

/** Whether a standing limit was decided before, so that the next request is a review 复审. */
export function isReview({ applications, grants }: CustomerLimits): boolean {
  return (
    grants.length > 0 ||
    applications.some(row => row.kind === 'standing' && !isOpenDraft(row) && row.state !== 'pending')
  )
}
