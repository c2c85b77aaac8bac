import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Outcome } from '../../shared/contract/errors.ts'
import { failed } from '../../shared/contract/failed.ts'
import type { UpdateState } from '../../shared/contract/window.ts'

/** What the check needs of the world. The choice and the last check are remembered on this machine. */
export interface UpdateOptions {
  /** Where the newest version is told, if this copy was built with an address; anything but https counts as none. */
  readonly address: string | undefined
  readonly version: string
  readonly memory: {
    get(key: 'checksForUpdates'): boolean | undefined
    get(key: 'lastUpdateCheck'): number | undefined
    set(key: 'checksForUpdates' | 'lastUpdateCheck', value: boolean | number): void
  }
  /** Reads an address as a browser would that knows nothing of the person. */
  fetch(address: string, options: RequestInit): Promise<Response>
  /** Shows a page in the browser of the system. */
  openPage(page: string): Promise<void>
  /** Milliseconds, as of Date.now. */
  now(): number
}

/** Looks whether there is something newer, if somebody wants that; never loads or installs anything. */
export interface Updates {
  readonly state: () => UpdateState
  readonly choose: (checks: boolean) => UpdateState
  /** `releases-unreachable` when the address does not answer, or not in the agreed form. */
  readonly check: () => Promise<Outcome<UpdateState>>
  /** Checks, if that is chosen and was not done within a day, and answers the newer version, if one was found. */
  readonly checkAtStart: () => Promise<string | null>
  readonly openPage: () => Promise<Outcome<Record<string, never>>>
}

const day = 24 * 3_600_000 // ms
const patience = 15_000 // ms
const mostBytes = 65_536
const version = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)
const release = z.object({ version, page: z.url() })

export function createUpdates(options: UpdateOptions): Updates {
  const { memory } = options
  const address = httpsAddress(options.address ?? '')?.href
  let newest: z.infer<typeof release> | undefined

  const state = (): UpdateState => ({
    canCheck: address !== undefined,
    checks: memory.get('checksForUpdates') ?? false,
    newer: newest && isNewer(newest.version, options.version) ? newest.version : null,
  })

  async function check(): Promise<Outcome<UpdateState>> {
    if (address === undefined) return failed('not-supported-here', randomUUID())
    memory.set('lastUpdateCheck', options.now())
    try {
      const answer = await options.fetch(address, {
        // The languages of the person are nobody's business.
        headers: { accept: 'application/json', 'accept-language': '*' },
        credentials: 'omit',
        redirect: 'error',
        cache: 'no-store',
        signal: AbortSignal.timeout(patience),
      })
      if (!answer.ok) return failed('releases-unreachable', randomUUID())
      const told = release.parse(JSON.parse(await shortText(answer)))
      if (!isReleasePage(told.page, address)) return failed('releases-unreachable', randomUUID())
      newest = told
      return { ok: true, value: state() }
    } catch {
      // No net, no such name, a redirection, no answer in time, or one that is none: the person can do the same about each.
      return failed('releases-unreachable', randomUUID())
    }
  }

  return {
    state,
    choose(checks) {
      memory.set('checksForUpdates', checks)
      return state()
    },
    check,
    async checkAtStart() {
      const { canCheck, checks } = state()
      if (!canCheck || !checks || options.now() - (memory.get('lastUpdateCheck') ?? 0) < day) return null
      await check()
      return state().newer
    },
    async openPage() {
      if (!newest || !address || !isReleasePage(newest.page, address)) return failed('not-found', randomUUID())
      await options.openPage(newest.page)
      return { ok: true, value: {} }
    },
  }
}

/** Whether a page may be opened in the system's browser: only over https, and only on the host that tells the releases. */
export function isReleasePage(page: string, address: string): boolean {
  const [wanted, known] = [httpsAddress(page), httpsAddress(address)]
  return wanted !== undefined && wanted.host === known?.host && wanted.username === '' && wanted.password === ''
}

function httpsAddress(text: string): URL | undefined {
  try {
    const address = new URL(text)
    return address.protocol === 'https:' ? address : undefined
  } catch {
    // No address at all.
    return undefined
  }
}

async function shortText(answer: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  if (!answer.body) return text
  for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += piece.length
    if (bytes > mostBytes) throw new RangeError('the answer is too long')
    text += decoder.decode(piece, { stream: true })
  }
  return text
}

function isNewer(told: string, own: string): boolean {
  const [a, b] = [told, own].map(text => text.split('.').map(Number)) as [number[], number[]]
  const place = a.findIndex((part, index) => part !== b[index])
  return place >= 0 && (a[place] ?? 0) > (b[place] ?? 0)
}
