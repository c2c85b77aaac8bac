import { useMemo } from 'react'
import type { PersonalRules } from '../../../../shared/domain/personal.ts'
import { useCall } from '../../../transport/use-call.ts'

/** What opens the boxes of a card; nobody of a card that was never saved can have agreed. Nothing until it is known. */
export function usePersonalRules(customerId: number | undefined): PersonalRules | undefined {
  const purposes = useCall('personal.purposes', {}).data?.purposes
  const isSaved = customerId !== undefined
  const known = useCall('personal.consents', { customerId: customerId ?? 0 }, { enabled: isSaved }).data
  const consents = isSaved ? known?.consents : noConsents
  return useMemo(
    () => purposes && consents && { purposes, consents: consents.filter(({ withdrawn }) => withdrawn === null) },
    [purposes, consents],
  )
}

const noConsents: readonly never[] = []
