import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Right } from '../../../../shared/domain/roles.ts'
import { transport } from '../../../transport/index.ts'
import { type CallFailed, callKey, valueOf } from '../../../transport/use-call.ts'
import type { CustomerLimits } from './labels.ts'

/** What is known about the limits of the open customer; nothing for a card that was never saved and for whoever may not see it. */
export function useLimits(
  customerId: number | undefined,
  rights: readonly Right[],
): UseQueryResult<CustomerLimits, CallFailed> {
  const input = { customerId: customerId ?? 0 }
  return useQuery<CustomerLimits, CallFailed>({
    queryKey: callKey('limits.ofCustomer', input),
    queryFn: async () => valueOf(await transport.call('limits.ofCustomer', input)),
    enabled: customerId !== undefined && rights.includes('approval.read'),
  })
}
