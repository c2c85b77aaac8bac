import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { CallName, Input, Output } from '../../shared/contract/contract.ts'
import type { Outcome } from '../../shared/contract/errors.ts'
import { transport } from '../transport/index.ts'

/** Makes a changing call; answers its outcome. */
export type Command = <N extends CallName>(name: N, input: Input<N>) => Promise<Outcome<Output<N>>>

/** Makes changing calls; when one succeeds, the answers of the `stale` calls are asked for again. */
export function useCommand(...stale: readonly CallName[]): Command {
  const client = useQueryClient()
  const names = stale.join()
  return useCallback(
    async (name, input) => {
      const outcome = await transport.call(name, input)
      if (outcome.ok) await Promise.all(names.split(',').map(stem => client.invalidateQueries({ queryKey: [stem] })))
      return outcome
    },
    [client, names],
  )
}
