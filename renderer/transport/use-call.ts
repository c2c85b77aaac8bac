import { type QueryKey, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { CallName, Input, Output } from '../../shared/contract/contract.ts'
import type { CallError, Outcome } from '../../shared/contract/errors.ts'
import { transport } from './index.ts'

/** A failed call as an exception, for code that has a place to catch it. */
export class CallFailed extends Error {
  readonly error: CallError

  constructor(error: CallError) {
    super(error.code)
    this.error = error
  }
}

/** The value of an outcome. Throws CallFailed. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new CallFailed(outcome.error)
  return outcome.value
}

/** The key under which the answer of a call is kept; used to make it stale after a change. */
export function callKey<N extends CallName>(name: N, input: Input<N>): QueryKey {
  return [name, input]
}

/** Makes a reading call and keeps its answer; asks again every `refetchInterval` ms, if told so, and not at all unless `enabled`. */
export function useCall<N extends CallName>(
  name: N,
  input: Input<N>,
  options: { readonly refetchInterval?: number; readonly enabled?: boolean } = {},
): UseQueryResult<Output<N>, CallFailed> {
  return useQuery<Output<N>, CallFailed, Output<N>>({
    queryKey: callKey(name, input),
    queryFn: async () => valueOf(await transport.call(name, input)),
    refetchInterval: options.refetchInterval ?? false,
    enabled: options.enabled ?? true,
  })
}

/** As `useCall`, but never with an answer that was kept: what is edited has to start from what stands in the database now. */
export function useFreshCall<N extends CallName>(
  name: N,
  input: Input<N>,
  options: { readonly enabled?: boolean } = {},
): UseQueryResult<Output<N>, CallFailed> {
  return useQuery<Output<N>, CallFailed, Output<N>>({
    queryKey: [...callKey(name, input), 'fresh'],
    queryFn: async () => valueOf(await transport.call(name, input)),
    gcTime: 0,
    refetchOnWindowFocus: false,
    enabled: options.enabled ?? true,
  })
}
