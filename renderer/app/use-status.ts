import { useQuery, useQueryClient } from '@tanstack/react-query'
import i18next from 'i18next'
import { useCallback, useEffect, useState } from 'react'
import type { CallError } from '../../shared/contract/errors.ts'
import type { Status } from '../../shared/contract/shapes.ts'
import { onSessionEnd, transport } from '../transport/index.ts'
import { type CallFailed, callKey, valueOf } from '../transport/use-call.ts'

const pollPause = 150 // ms between two looks while the data is being opened
const key = callKey('app.status', {})

interface StatusState {
  readonly status: Status | undefined
  readonly error: CallError | undefined
  /** The last status in which the program could be worked with. */
  readonly lastReady: Status | undefined
  readonly replace: (status: Status) => void
  /** Forgets who worked here, with everything that the program has shown them. */
  readonly forget: (status: Status) => void
  readonly reload: () => void
}

/** The state of the program; asks again while the data is being opened, and follows the language that it names. */
export function useStatus(): StatusState {
  const client = useQueryClient()
  const query = useQuery<Status, CallFailed>({
    queryKey: key,
    queryFn: async () => valueOf(await transport.call('app.status', {})),
    refetchInterval: ({ state }) => (state.data?.phase === 'opening' ? pollPause : false),
  })
  const { data: status, refetch } = query
  const [lastReady, setLastReady] = useState<Status>()
  if (status && isReady(status) && status !== lastReady) setLastReady(status)
  const language = status?.language
  // Only when the status names another language: the first run lets a person try one before anything is saved.
  useEffect(() => {
    if (language) void i18next.changeLanguage(language)
  }, [language])
  useEffect(() => onSessionEnd(() => void refetch()), [refetch])
  const replace = useCallback(
    (next: Status) => {
      client.setQueryData(key, next)
      // What was refused while nobody could work is asked for again.
      if (isReady(next)) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] })
    },
    [client],
  )
  const forget = useCallback(
    (next: Status) => {
      setLastReady(undefined)
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] })
      client.setQueryData(key, next)
    },
    [client],
  )
  return { status, lastReady, error: query.error?.error, replace, forget, reload: () => void refetch() }
}

function isReady({ phase, actor }: Status): boolean {
  return phase === 'ready' && actor !== undefined && !actor.mustChangePassword
}
