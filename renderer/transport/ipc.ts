import type { Outcome } from '../../shared/contract/errors.ts'
import { failed } from '../../shared/contract/failed.ts'
import type { Bridge } from '../../shared/contract/window.ts'
import type { Transport } from './transport.ts'

/** The road through the bridge of the preload script, inside the installed program. */
export function ipcTransport(bridge: Bridge): Transport {
  const invoke = async (name: string, input: unknown): Promise<Outcome<unknown>> => {
    try {
      return await bridge.invoke(name, input)
    } catch {
      // The gateway answers everything with a value: a rejection means that it is gone or could not carry the input.
      return failed('unexpected', crypto.randomUUID())
    }
  }
  // The backend holds its answers against the contract, so the page takes their types from there.
  return {
    kind: 'electron',
    call: invoke as Transport['call'],
    windowCall: invoke as Transport['windowCall'],
  }
}
