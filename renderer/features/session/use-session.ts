import { App } from 'antd'
import { useCallback, useMemo } from 'react'
import type { Status } from '../../../shared/contract/shapes.ts'
import { transport } from '../../transport/index.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { keepEverything } from '../../ui/leaving.ts'

/** What the person who is signed in can do with the session. */
export interface SessionActions {
  /** Locks the screen; what is typed stays beneath. */
  readonly lock: () => Promise<void>
  /** Ends the session. */
  readonly signOut: () => Promise<void>
  /** Ends the session, so that somebody else can sign in. */
  readonly switchUser: () => Promise<void>
}

/** Locking and signing out; what is typed is kept before either. `onSignedOut` hears of the end of a session that was meant, and whether it is for somebody else. */
export function useSessionActions(
  onStatus: (status: Status) => void,
  onSignedOut: (status: Status, isSwitch: boolean) => void,
): SessionActions {
  const { message } = App.useApp()
  const errorText = useErrorText()
  const leave = useCallback(
    async (call: 'session.lock' | 'session.signOut', then: (status: Status) => void) => {
      await keepEverything()
      const outcome = await transport.call(call, {})
      if (outcome.ok) then(outcome.value)
      else void message.error(errorText(outcome.error))
    },
    [message, errorText],
  )
  return useMemo(
    () => ({
      lock: () => leave('session.lock', onStatus),
      signOut: () => leave('session.signOut', status => onSignedOut(status, false)),
      switchUser: () => leave('session.signOut', status => onSignedOut(status, true)),
    }),
    [leave, onStatus, onSignedOut],
  )
}
