import { useState } from 'react'
import type { GivenAnswers } from '../../shared/contract/duplicate-calls.ts'
import type { CallError, Outcome } from '../../shared/contract/errors.ts'

/** Sends something once more with what a person said about the duplicates. */
type Send = (given: GivenAnswers | undefined) => Promise<Outcome<unknown>>

interface Question {
  readonly error: CallError
  readonly busy: boolean
  readonly onAnswer: (given: GivenAnswers) => void
  readonly onCancel: () => void
}

/**
 * For a dialog whose sending may first have to be answered for (rules 8): `send` tries it, and where the answer is that the customer is
 * there already, `question` is what the dialog for that is given. `onDone` is told when it went through after that.
 */
export function useDuplicateQuestion(onDone: () => void): {
  readonly send: (attempt: Send) => Promise<Outcome<unknown>>
  readonly question: Question | undefined
} {
  const [held, setHeld] = useState<{ readonly error: CallError; readonly attempt: Send }>()
  const [busy, setBusy] = useState(false)
  const send = async (attempt: Send) => {
    const outcome = await attempt(undefined)
    if (!outcome.ok && outcome.error.code.startsWith('duplicate-')) setHeld({ error: outcome.error, attempt })
    return outcome
  }
  const answer = async ({ attempt }: { readonly attempt: Send }, given: GivenAnswers) => {
    setBusy(true)
    const outcome = await attempt(given)
    setBusy(false)
    if (outcome.ok) {
      setHeld(undefined)
      onDone()
    } else setHeld({ error: outcome.error, attempt })
  }
  const question = held && {
    error: held.error,
    busy,
    onAnswer: (given: GivenAnswers) => void answer(held, given),
    onCancel: () => setHeld(undefined),
  }
  return { send, question }
}
