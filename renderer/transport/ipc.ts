import type { Outcome } from '../../shared/contract/errors.ts'
import { failed } from '../../shared/contract/failed.ts'
import { uploadLimit } from '../../shared/contract/uploads.ts'
import type { Bridge } from '../../shared/contract/window.ts'
import type { SessionKeeper } from './session.ts'
import type { Transport } from './transport.ts'

/** The road through the bridge of the preload script, inside the installed program. */
export function ipcTransport(bridge: Bridge, keeper: SessionKeeper): Transport {
  const invoke = async (name: string, input: unknown): Promise<Outcome<unknown>> => {
    try {
      const outcome = await bridge.invoke(name, input, keeper.session())
      keeper.heard(name, outcome)
      return outcome
    } catch {
      // The gateway answers everything with a value: a rejection means that it is gone or could not carry the input.
      return failed('unexpected', crypto.randomUUID())
    }
  }
  // The backend holds its answers against the contract, so the page takes their types from there.
  return {
    kind: 'electron',
    call: invoke as Transport['call'],
    upload: async file => {
      if (file.size > uploadLimit) return failed('file-too-large', crypto.randomUUID())
      try {
        return await bridge.upload(await file.arrayBuffer())
      } catch {
        // As above; a file that was changed or taken away since it was chosen can not be read either.
        return failed('unexpected', crypto.randomUUID())
      }
    },
    windowCall: invoke as Transport['windowCall'],
    onWindowEvent: listener => bridge.subscribe(listener),
  }
}
