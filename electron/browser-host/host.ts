import { randomBytes } from 'node:crypto'
import { listen, type Served } from './server.ts'

/** What the browser host needs: the backend in this process, the folder of the built page, and a port (0 for any). */
export interface BrowserHostOptions {
  readonly backend: Served & { close(): Promise<void> }
  readonly pageDir: string
  readonly port: number
}

/** A running browser host: the address to open, with its token in the fragment, and the way to stop it. */
export interface BrowserHost {
  readonly url: string
  close(): Promise<void>
}

/**
 * Serves the program to a browser on this machine.
 * @throws the error of the system when the port can not be had
 */
export async function startBrowserHost({ backend, pageDir, port: wanted }: BrowserHostOptions): Promise<BrowserHost> {
  const token = randomBytes(32).toString('base64url')
  const { server, port } = await listen({ backend, pageDir, port: wanted, token })
  return {
    url: `http://127.0.0.1:${port}/#token=${token}`,
    async close() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      server.closeIdleConnections()
      // Calls under way may still be answered, but a browser that holds on to a connection does not keep the program alive.
      const cut = setTimeout(() => server.closeAllConnections(), 2000)
      await closed
      clearTimeout(cut)
      await backend.close()
    },
  }
}
