import type { ErrorCode, Outcome } from '../../shared/contract/errors.ts'

const key = 'kehu.session'
const beginnings: ReadonlySet<string> = new Set(['session.signIn', 'app.setUp'])
const ends: ReadonlySet<ErrorCode> = new Set(['not-signed-in', 'session-locked', 'password-expired'])

/** Keeps the session of this window: who has signed in here. */
export interface SessionKeeper {
  /** What is sent along with every call. */
  readonly session: () => string | undefined
  /** Takes the session out of the answers that begin or end one. */
  readonly heard: (name: string, outcome: Outcome<unknown>) => void
  /** Calls back when an answer says that the session can not be worked with. Answers the way to stop that. */
  readonly onEnd: (listener: () => void) => () => void
}

/** The keeper of this tab; a reload finds the session again, another tab does not have it. */
export function createSessionKeeper(store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): SessionKeeper {
  const listeners = new Set<() => void>()
  return {
    session: () => store.getItem(key) ?? undefined,
    heard(name, outcome) {
      if (!outcome.ok) {
        if (ends.has(outcome.error.code)) for (const listener of listeners) listener()
      } else if (beginnings.has(name)) store.setItem(key, (outcome.value as { session: string }).session)
      else if (name === 'session.signOut') store.removeItem(key)
    },
    onEnd(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
