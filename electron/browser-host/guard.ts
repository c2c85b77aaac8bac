import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Decides about a request before anything of it is read: undefined lets it in, a number is the HTTP status of the refusal. */
export type Guard = (request: IncomingMessage) => number | undefined

/** The roads that bring something in, and the one type each of them takes. */
const bodyTypes: ReadonlyMap<string, string> = new Map([
  ['/call', 'application/json'],
  ['/upload', 'application/octet-stream'],
  ['/upload/backup', 'application/octet-stream'],
])

/**
 * Keeps every other page and program out of the loopback server. The exact Host defeats names that are rebound to
 * 127.0.0.1, the exact Origin and the types alone defeat pages of other sites, the token everything that merely guesses the port.
 * @param authority `127.0.0.1:PORT`, as the browser writes it into Host
 */
export function createGuard(authority: string, token: string): Guard {
  const origin = `http://${authority}`
  const wanted = digest(token)

  return ({ method, url = '', headers }) => {
    if (headers.host !== authority) return 403
    if (headers.origin !== undefined && headers.origin !== origin) return 403
    const type = bodyTypes.get(url)
    if (method !== (type === undefined ? 'GET' : 'POST')) return 405
    if (type === undefined && !url.startsWith('/download/')) return undefined
    if (type !== undefined && headers.origin !== origin) return 403
    const given = headers['x-kehu-token']
    if (typeof given !== 'string' || !timingSafeEqual(digest(given), wanted)) return 403
    // Any other type could be sent by a form of a foreign page without being asked first.
    if (type !== undefined && headers['content-type'] !== type) return 415
    return undefined
  }
}

// Both sides of the comparison need one length, and the length itself should not be told either.
const digest = (text: string) => createHash('sha256').update(text).digest()
