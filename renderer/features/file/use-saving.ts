import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Path, Value, Values } from '../../../shared/catalogue/field.ts'
import type { CallError, Outcome, PresentRecord } from '../../../shared/contract/errors.ts'
import type { GivenAnswers } from '../../../shared/contract/duplicate-calls.ts'
import type { Changes, Saved } from '../../../shared/contract/shapes.ts'
import { storageProblem } from '../../../shared/domain/warnings.ts'
import type { FileStore } from '../../form/store.ts'
import { callSafely } from '../../transport/call-safely.ts'
import { transport } from '../../transport/index.ts'
import type { FileIdentity } from './file-tabs.ts'

/** Boxes that two people have changed: what was sent, and the record as it stands, delicate boxes of it by their masks. */
export interface Conflict {
  readonly paths: readonly Path[]
  readonly present: PresentRecord
  readonly changes: Changes
}

/** The draft that a save ends, if it ends one. */
interface Ends {
  readonly draftKey?: string
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
  /** Key boxes that change by request only (rules 17); everything else is saved by then. */
  readonly controlled: Changes | undefined
  /** Saves all changes; answers what was saved, or nothing where the person has to do something first. */
  readonly save: () => Promise<Saved | undefined>
  /** Ends a conflict: the boxes in `mine` are written over what stands now, the others take it over. */
  readonly resolve: (mine: ReadonlySet<Path>) => Promise<Saved | undefined>
  /** Takes the masks off a conflict whose delicate boxes were asked for. */
  readonly reveal: (values: Values) => void
  readonly dismiss: () => void
  /** The request for the controlled boxes is sent: they say again what is saved. */
  readonly asked: () => void
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
  const [controlled, setControlled] = useState<Changes>()
  const running = useRef(false)
  const client = useQueryClient()

  const fail = (reason: CallError) => {
    setError(reason)
    const [path] = reason.fields ?? []
    if (path) onBox(path)
    return undefined
  }
  /** `ends` names the draft that ends with the save; it stays where something typed is still to be asked for. */
  const send = async (
    changes: Changes,
    { given, ends = { draftKey } }: { given?: GivenAnswers; ends?: Ends } = {},
  ): Promise<Saved | undefined> => {
    running.current = true
    setBusy(true)
    setError(undefined)
    const kept = store.kept
    const outcome = await sendChanges(store, identity, ends, changes, given)
    running.current = false
    setBusy(false)
    if (!outcome.ok) {
      const { present, code, fields = [] } = outcome.error
      // What is decided on is seen first; and a request would end the draft with what only the draft knows.
      const unseen = code === 'conflict' ? kept.filter(path => fields.includes(path)) : kept
      if ((code === 'conflict' || code === 'needs-change-request') && unseen.length > 0)
        return fail({ code: 'reveal-first', fields: [...unseen], traceId: '' })
      if (code === 'conflict' || code === 'needs-change-request') store.takeOver()
      if (code === 'needs-change-request') return sendFree(changes, new Set(fields))
      if (code.startsWith('duplicate-') || given) {
        setDuplicates(outcome.error)
        return undefined
      }
      if (outcome.error.code !== 'conflict' || !present) return fail(outcome.error)
      setConflict({ paths: fields, present, changes })
      return undefined
    }
    setDuplicates(undefined)
    const saved = outcome.value
    store.rebase(saved, saved.revision, valuesSent(changes), kept)
    setSavedAt(saved.savedAt)
    await client.invalidateQueries({ queryKey: ['customers.list'] })
    await client.invalidateQueries({ queryKey: ['customers.history'] })
    await client.invalidateQueries({ queryKey: ['limits.ofCustomer'] })
    return saved
  }

  /** Saves what is free to be changed and leaves the key boxes to be asked for. */
  const sendFree = async (changes: Changes, keys: ReadonlySet<Path>): Promise<undefined> => {
    const [held, free] = apart(changes, keys)
    if (Object.keys(free).length > 0 && !(await send(free, { ends: {} }))) return
    setControlled(held)
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
    const { paths, present } = conflict
    setConflict(undefined)
    // What was not chosen takes over what stands now, unseen where it is masked; the rest is sent as a change of what stands now.
    const theirs = paths.filter(path => !mine.has(path)).map(path => [path, present.values[path] ?? null] as const)
    store.setAll(theirs)
    store.rebase(present, present.revision, Object.fromEntries(theirs))
    return send(store.changes())
  }

  const reveal = (values: Values) =>
    setConflict(known => known && { ...known, present: revealed(known.present, values) })

  const asked = () => {
    if (controlled) store.setAll(Object.entries(controlled).map(([path, { from }]) => [path, from] as const))
    store.forgetSteps()
    setControlled(undefined)
  }

  const dismiss = () => {
    setConflict(undefined)
    setDuplicates(undefined)
    setControlled(undefined)
    setError(undefined)
  }
  const answer = (given: GivenAnswers) => send(store.changes(), { given })
  return {
    busy,
    isRunning: () => running.current,
    savedAt,
    error,
    conflict,
    duplicates,
    controlled,
    answer,
    save,
    resolve,
    reveal,
    dismiss,
    asked,
  }
}

function revealed(present: PresentRecord, values: Values): PresentRecord {
  const lifted = Object.entries(values).filter(([path]) => path in present.masked)
  const masked = Object.entries(present.masked).filter(([path]) => !(path in values))
  return {
    ...present,
    values: { ...present.values, ...Object.fromEntries(lifted) },
    masked: Object.fromEntries(masked),
  }
}

function sendChanges(
  store: FileStore,
  identity: FileIdentity,
  ends: Ends,
  changes: Changes,
  given: GivenAnswers | undefined,
): Promise<Outcome<Saved>> {
  const requestId = crypto.randomUUID()
  const kept = [...store.kept]
  return 'id' in identity
    ? callSafely(transport, 'customers.save', {
        requestId,
        ...ends,
        kept,
        id: identity.id,
        revision: store.revision,
        changes,
        ...(given && { duplicates: given }),
      })
    : callSafely(transport, 'customers.create', {
        requestId,
        ...ends,
        kept,
        values: valuesSent(changes),
        ...(given && { duplicates: given }),
      })
}

/** The boxes of `keys`, and the others. */
function apart(changes: Changes, keys: ReadonlySet<Path>): readonly [Changes, Changes] {
  const of = (isKey: boolean) =>
    Object.fromEntries(Object.entries(changes).filter(([path]) => keys.has(path) === isKey))
  return [of(true), of(false)]
}

function valuesSent(changes: Changes): Record<Path, Value> {
  return Object.fromEntries(Object.entries(changes).map(([path, change]) => [path, change.to]))
}
