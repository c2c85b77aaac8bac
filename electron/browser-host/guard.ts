import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Decides about a request before anything of it is read: undefined lets it in, a number is the HTTP status of the refusal. */
export type Guard = (request: IncomingMessage) => number | undefined

/**
 * Keeps every other page and program out of the loopback server. The exact Host defeats names that are rebound to
 * 127.0.0.1, the exact Origin and JSON alone defeat pages of other sites, the token everything that merely guesses the port.
 * @param authority `127.0.0.1:PORT`, as the browser writes it into Host
 */
export function createGuard(authority: string, token: string): Guard {
  const origin = `http://${authority}`
  const wanted = digest(token)

  return ({ method, url = '', headers }) => {
    if (headers.host !== authority) return 403
    if (headers.origin !== undefined && headers.origin !== origin) return 403
    const isCall = url === '/call'
    if (method !== (isCall ? 'POST' : 'GET')) return 405
    if (!isCall && !url.startsWith('/download/')) return undefined
    if (isCall && headers.origin !== origin) return 403
    const given = headers['x-kehu-token']
    if (typeof given !== 'string' || !timingSafeEqual(digest(given), wanted)) return 403
    // Any other type could be sent by a form of a foreign page without being asked first.
    if (isCall && headers['content-type'] !== 'application/json') return 415
    return undefined
  }
}

// Both sides of the comparison need one length, and the length itself should not be told either.
const digest = (text: string) => createHash('sha256').update(text).digest()
