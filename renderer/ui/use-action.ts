import { useRef, useState } from 'react'
import type { CallName, Input, Output } from '../../shared/contract/contract.ts'
import { useErrorText } from './error-text.ts'
import { useCommand } from './use-command.ts'

/** Something that a person does on a screen: whether it is under way, and why it failed the last time. */
export interface Action<N extends CallName> {
  readonly busy: boolean
  /** What went wrong and what to do next, until the next try. */
  readonly problem: string | undefined
  /** Carries it out; the answer, or nothing where it failed. */
  readonly run: (input: Omit<Input<N>, 'requestId'>) => Promise<Output<N> | undefined>
}

/**
 * Does one thing again and again, and asks anew for the answers of the `stale` calls. After a lost answer the next try bears the
 * same request id, so that nothing is done twice.
 */
export function useAction<N extends CallName>(name: N, stale: readonly CallName[]): Action<N> {
  const command = useCommand(...stale)
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const requestId = useRef(crypto.randomUUID())
  const run = async (input: Omit<Input<N>, 'requestId'>) => {
    setBusy(true)
    setProblem(undefined)
    // The two halves make the whole input; the compiler can not join them for a name that it does not know.
    const outcome = await command(name, { ...input, requestId: requestId.current } as unknown as Input<N>)
    const isLost = !outcome.ok && (outcome.error.code === 'backend-restarted' || outcome.error.code === 'unreachable')
    if (!isLost) requestId.current = crypto.randomUUID()
    if (!outcome.ok) setProblem(errorText(outcome.error))
    setBusy(false)
    return outcome.ok ? outcome.value : undefined
  }
  return { busy, problem, run }
}
