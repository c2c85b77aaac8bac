import type { Bridge } from '../../shared/contract/window.ts'
import { httpTransport } from './http.ts'
import { ipcTransport } from './ipc.ts'
import { createSessionKeeper } from './session.ts'
import { takeToken, watchToken } from './token.ts'
import type { Transport } from './transport.ts'

declare global {
  interface Window {
    /** Put there by the preload script of the installed program, absent in a browser. */
    readonly kehu?: Bridge
  }
}

const keeper = createSessionKeeper(sessionStorage)

/** Hears of every answer that says that nobody can work here until they have signed in, unlocked or changed the password. */
export const onSessionEnd = keeper.onEnd

/** The transport of this page, chosen once: the bridge where there is one, else the server that served the page. */
export const transport: Transport = window.kehu ? ipcTransport(window.kehu, keeper) : overHttp()

function overHttp(): Transport {
  watchToken()
  return httpTransport(takeToken(), keeper)
}
