import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input, Output } from '../../../shared/contract/contract.ts'
import type { CallError } from '../../../shared/contract/errors.ts'
import { zhCN } from '../../../shared/text/zh-CN/screens.ts'
import { transport } from '../../transport/index.ts'
import { useErrorText } from '../../ui/error-text.ts'

type LongCall = 'imports.look' | 'imports.check' | 'imports.commit' | 'imports.undo'

/** A piece of an import that can take long: it is followed and stopped by its request id while it runs. */
export interface LongWork<N extends LongCall> {
  readonly runningId: string | undefined
  readonly problem: string | undefined
  /** Carries it out; the answer, or nothing where it failed or was stopped. */
  readonly run: (input: Omit<Input<N>, 'requestId'>) => Promise<Output<N> | undefined>
  readonly stop: () => void
}

/** Does one piece of an import again and again. After a lost answer the next try bears the same request id, so that nothing is written twice. */
export function useLongCall<N extends LongCall>(name: N): LongWork<N> {
  const client = useQueryClient()
  const textOf = useImportErrorText()
  const [runningId, setRunningId] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const nextId = useRef(crypto.randomUUID())
  const run = async (input: Omit<Input<N>, 'requestId'>) => {
    setRunningId(nextId.current)
    setProblem(undefined)
    // The two halves make the whole input; the compiler can not join them for a name that it does not know.
    const outcome = await transport.call(name, { ...input, requestId: nextId.current } as unknown as Input<N>)
    const isLost = !outcome.ok && (outcome.error.code === 'backend-restarted' || outcome.error.code === 'unreachable')
    if (!isLost) nextId.current = crypto.randomUUID()
    if (!outcome.ok && outcome.error.code !== 'cancelled') setProblem(textOf(outcome.error))
    setRunningId(undefined)
    if (!outcome.ok) return undefined
    // An import changes any list.
    if (name === 'imports.commit' || name === 'imports.undo') await client.invalidateQueries()
    return outcome.value
  }
  const stop = () => {
    if (runningId) void transport.call('imports.cancel', { requestId: runningId })
  }
  return { runningId, problem, run, stop }
}

type FileReason = keyof typeof zhCN.imports.table

/** The words for an error; a file that is no table says why. */
export function useImportErrorText(): (error: CallError) => string {
  const { t } = useTranslation()
  const errorText = useErrorText()
  return error => {
    const reason = error.fields?.[0] ?? ''
    if (error.code !== 'import-unreadable' || !Object.hasOwn(zhCN.imports.table, reason)) return errorText(error)
    return t(`imports.table.${reason as FileReason}`)
  }
}
