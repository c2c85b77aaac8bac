import type { Bridge } from '../../shared/contract/window.ts'
import { httpTransport } from './http.ts'
import { ipcTransport } from './ipc.ts'
import { takeToken, watchToken } from './token.ts'
import type { Transport } from './transport.ts'

declare global {
  interface Window {
    /** Put there by the preload script of the installed program, absent in a browser. */
    readonly kehu?: Bridge
  }
}

/** The transport of this page, chosen once: the bridge where there is one, else the server that served the page. */
export const transport: Transport = window.kehu ? ipcTransport(window.kehu) : overHttp()

function overHttp(): Transport {
  watchToken()
  return httpTransport(takeToken())
}
