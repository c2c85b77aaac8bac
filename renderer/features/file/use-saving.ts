import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { sameValue } from '../../../shared/catalogue/derive/value.ts'
import type { Path, Value } from '../../../shared/catalogue/field.ts'
import type { CallError, Outcome, PresentRecord } from '../../../shared/contract/errors.ts'
import type { GivenAnswers } from '../../../shared/contract/duplicate-calls.ts'
import type { Changes, Saved } from '../../../shared/contract/shapes.ts'
import { storageProblem } from '../../../shared/domain/warnings.ts'
import type { FileStore } from '../../form/store.ts'
import { callSafely } from '../../transport/call-safely.ts'
import { transport } from '../../transport/index.ts'
import type { FileIdentity } from './file-tabs.ts'

export interface Conflict {
  readonly present: PresentRecord
  readonly changes: Changes
}

export interface Saving {
  readonly busy: boolean
  /** Whether a save is under way at this moment. */
  readonly isRunning: () => boolean
  readonly savedAt: string | undefined
  readonly error: CallError | undefined
  readonly conflict: Conflict | undefined
  /** The card may be there already, and the person has to say so. */
  readonly duplicates: CallError | undefined
  /** Saves once more with what the person said about them. */
  readonly answer: (given: GivenAnswers) => Promise<Saved | undefined>
  /** Saves all changes; answers what was saved, or nothing where the person has to do something first. */
  readonly save: () => Promise<Saved | undefined>
  /** Ends a conflict: the boxes in `mine` are written over what stands now, the others take it over. */
  readonly resolve: (mine: ReadonlySet<Path>) => Promise<Saved | undefined>
  readonly dismiss: () => void
}

/** Saves an open file and says "saved" only after the commit. The draft under `draftKey` ends with it; `onBox` is told which box the person has to look at. */
export function useSaving(
  store: FileStore,
  identity: FileIdentity,
  draftKey: string,
  onBox: (path: Path) => void,
): Saving {
  const [busy, setBusy] = useState(false)
  const [savedAt, setSavedAt] = useState<string>()
  const [error, setError] = useState<CallError>()
  const [conflict, setConflict] = useState<Conflict>()
  const [duplicates, setDuplicates] = useState<CallError>()
  const running = useRef(false)
  const client = useQueryClient()

  const fail = (reason: CallError) => {
    setError(reason)
    const [path] = reason.fields ?? []
    if (path) onBox(path)
    return undefined
  }
  const send = async (changes: Changes, given?: GivenAnswers): Promise<Saved | undefined> => {
    running.current = true
    setBusy(true)
    setError(undefined)
    const outcome = await sendChanges(store, identity, draftKey, changes, given)
    running.current = false
    setBusy(false)
    if (!outcome.ok) {
      if (outcome.error.code.startsWith('duplicate-') || given) {
        setDuplicates(outcome.error)
        return undefined
      }
      const { present } = outcome.error
      if (outcome.error.code !== 'conflict' || !present) return fail(outcome.error)
      setConflict({ present, changes })
      return undefined
    }
    setDuplicates(undefined)
    const saved = outcome.value
    store.rebase(saved.values, saved.revision, valuesSent(changes))
    setSavedAt(saved.savedAt)
    await client.invalidateQueries({ queryKey: ['customers.list'] })
    await client.invalidateQueries({ queryKey: ['customers.history'] })
    await client.invalidateQueries({ queryKey: ['limits.ofCustomer'] })
    return saved
  }

  const save = async () => {
    if (running.current) return undefined
    store.settleAll()
    const unread = store.firstProblem()
    if (unread !== undefined) return fail({ code: 'invalid-input', fields: [unread], traceId: '' })
    const problem = storageProblem(store.values)
    if (problem) return fail({ code: problem.code, fields: [problem.path], traceId: '' })
    return send(store.changes())
  }

  const resolve = async (mine: ReadonlySet<Path>) => {
    if (!conflict) return undefined
    const { present, changes } = conflict
    setConflict(undefined)
    // What was not chosen takes over what stands now; the rest is sent as a change of what stands now.
    const given = Object.keys(changes).filter(path => clashes(conflict, path) && !mine.has(path))
    store.setAll(given.map(path => [path, present.values[path] ?? null] as const))
    store.rebase(present.values, present.revision, {})
    return send(store.changes())
  }

  const dismiss = () => {
    setConflict(undefined)
    setDuplicates(undefined)
    setError(undefined)
  }
  const answer = (given: GivenAnswers) => send(store.changes(), given)
  return {
    busy,
    isRunning: () => running.current,
    savedAt,
    error,
    conflict,
    duplicates,
    answer,
    save,
    resolve,
    dismiss,
  }
}

/** Whether a changed box says something else now than when the typing began. */
export function clashes({ present, changes }: Conflict, path: Path): boolean {
  const now = present.values[path]
  const change = changes[path]
  return change !== undefined && !sameValue(now, change.from) && !sameValue(now, change.to)
}

function sendChanges(
  store: FileStore,
  identity: FileIdentity,
  draftKey: string,
  changes: Changes,
  given: GivenAnswers | undefined,
): Promise<Outcome<Saved>> {
  const requestId = crypto.randomUUID()
  return 'id' in identity
    ? callSafely(transport, 'customers.save', {
        requestId,
        draftKey,
        id: identity.id,
        revision: store.revision,
        changes,
        ...(given && { duplicates: given }),
      })
    : callSafely(transport, 'customers.create', {
        requestId,
        draftKey,
        values: valuesSent(changes),
        ...(given && { duplicates: given }),
      })
}

function valuesSent(changes: Changes): Record<Path, Value> {
  return Object.fromEntries(Object.entries(changes).map(([path, change]) => [path, change.to]))
}
